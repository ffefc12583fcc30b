import { useState, type DragEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { call } from '#renderer/api/desk-api.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { droppedFiles } from '#renderer/session/dropped-files.ts';
import { useWrittenFile } from '#renderer/session/use-written-file.ts';
import { WrittenFileNote } from '#renderer/session/WrittenFileNote.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import type { Attachment } from '#shared/model/attachment.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { addAttachments, changeAttachments } from './add-attachments.ts';
import { AttachmentLine } from './AttachmentLine.tsx';
import './attachments.css';

export interface AttachmentsCardProps {
  readonly profile: BureauProfile;
  readonly readOnly: boolean;
}

const none: readonly Attachment[] = [];

/** 附件 of the draft on the sheet: added, named, put in order, looked at. Give it a `key` per draft. */
export function AttachmentsCard({ profile, readOnly }: AttachmentsCardProps) {
  const text = useText();
  const attachments = useDraftSession((session) => session.metadata?.attachments ?? none);
  const [adding, setAdding] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const { written, busy, start } = useWrittenFile((attachment: Attachment) => call('attachment:write', { attachment }));
  const { types, megabytes } = profile.attachments;
  if (readOnly && attachments.length === 0) return null;

  const replace = (index: number, by: readonly Attachment[]): void =>
    changeAttachments([...attachments.slice(0, index), ...by, ...attachments.slice(index + 1)]);
  const moveUp = (index: number): void => {
    const [before, moved] = [attachments[index - 1], attachments[index]];
    if (before && moved) {
      changeAttachments([...attachments.slice(0, index - 1), moved, before, ...attachments.slice(index + 1)]);
    }
  };
  const takesFiles = !readOnly && adding === null;
  const dragOver = (event: DragEvent): void => {
    if (!takesFiles || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (!takesFiles || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(async (files) => addAttachments(files, setAdding));
  };
  const hint = { types: types.map((type) => type.toUpperCase()).join('、'), limit: megabytes };

  return (
    <Card title={text('attachments.title')}>
      <div
        className={`attachments ${isOver ? 'attachments-over' : ''}`}
        id="field-attachments"
        tabIndex={-1}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {attachments.length > 0 && (
          <ol className="attachment-list">
            {attachments.map((attachment, index) => (
              <AttachmentLine
                key={attachment.sha256}
                attachment={attachment}
                place={index + 1}
                readOnly={readOnly}
                busy={busy}
                onRename={(title) => replace(index, [{ ...attachment, title }])}
                onMoveUp={() => moveUp(index)}
                onRemove={() => replace(index, [])}
                onLook={() => void start(attachment)}
              />
            ))}
          </ol>
        )}
        {written && <WrittenFileNote title={text('attachments.written')} file={written} />}
        {!readOnly && (
          <>
            <p className="attachment-hint dim">{text('attachments.hint', hint)}</p>
            <div className="card-acts">
              <FileButton
                size="small"
                multiple
                label={adding === null ? text('attachments.add') : text('attachments.adding', { name: adding })}
                accept={types.map((type) => `.${type}`).join(',')}
                disabled={adding !== null}
                onFiles={(files) => void addAttachments(files, setAdding)}
              />
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
