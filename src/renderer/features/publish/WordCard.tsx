import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import './publish.css';

/** The draft as a Word document, in whatever state it is. Give it a `key` per draft. */
export function WordCard({ draftId }: { readonly draftId: string }) {
  const text = useText();
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [busy, setBusy] = useState(false);

  const write = async () => {
    setBusy(true);
    const file = await attempt(async () => {
      await draftActs().flush();
      return call('word:write', { draftId });
    });
    if (file) setWritten(file);
    setBusy(false);
  };

  return (
    <Card title={text('word.title')}>
      <p className="publish-say dim">{text('word.hint')}</p>
      <div className="card-acts">
        <Button size="small" disabledFocusable={busy} onClick={() => void write()}>
          {text('word.write')}
        </Button>
      </div>
      {written && <WrittenFileNote title={text('word.written')} file={written} />}
    </Card>
  );
}
