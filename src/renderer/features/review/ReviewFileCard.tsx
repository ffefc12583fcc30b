import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import './review.css';

export interface ReviewFileCardProps {
  readonly draftId: string;
  readonly onOpenFile: (file: File) => void;
}

/** The way to reviewers without a network: write the draft as a signed file, take one in. */
export function ReviewFileCard({ draftId, onOpenFile }: ReviewFileCardProps) {
  const text = useText();
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [busy, setBusy] = useState(false);

  const write = async () => {
    setBusy(true);
    const file = await attempt(async () => {
      await draftActs().flush();
      return call('review:write-file', { draftId });
    });
    if (file) setWritten(file);
    setBusy(false);
  };

  return (
    <Card title={text('review.file')}>
      <p className="review-say dim">{text('review.fileHint')}</p>
      <div className="card-acts">
        <Button size="small" disabled={busy} onClick={() => void write()}>
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
