import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useWrittenFile } from '#renderer/session/use-written-file.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import './review.css';

export interface ReviewFileCardProps {
  readonly draftId: string;
  readonly onOpenFile: (file: File) => void;
}

/** The way to reviewers without a network: write the draft as a signed file, take one in. */
export function ReviewFileCard({ draftId, onOpenFile }: ReviewFileCardProps) {
  const text = useText();
  const { written, busy, start } = useWrittenFile(() => call('review:write-file', { draftId }));

  return (
    <Card title={text('review.file')}>
      <p className="review-say dim">{text('review.fileHint')}</p>
      <div className="card-acts">
        <Button size="small" disabledFocusable={busy} onClick={() => void start()}>
          {text('review.writeFile')}
        </Button>
        <FileButton
          size="small"
          label={text('review.openFile')}
          accept=".zip"
          onFiles={(files) => files[0] && onOpenFile(files[0])}
        />
      </div>
      {written && <WrittenFileNote title={text('review.written')} file={written} />}
    </Card>
  );
}
