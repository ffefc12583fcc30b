import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useWrittenFile } from '#renderer/session/use-written-file.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import './publish.css';

/** The draft as a Word document, in whatever state it is. Give it a `key` per draft. */
export function WordCard({ draftId }: { readonly draftId: string }) {
  const text = useText();
  const { written, busy, start } = useWrittenFile(() => call('word:write', { draftId }));

  return (
    <Card title={text('word.title')}>
      <p className="publish-say dim">{text('word.hint')}</p>
      <div className="card-acts">
        <Button size="small" disabledFocusable={busy} onClick={() => void start()}>
          {text('word.write')}
        </Button>
      </div>
      {written && <WrittenFileNote title={text('word.written')} file={written} />}
    </Card>
  );
}
