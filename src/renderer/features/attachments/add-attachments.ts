import { call } from '#renderer/api/desk-api.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { attachmentName, mostAttachments, type Attachment } from '#shared/model/attachment.ts';

/** The attachments of the draft on the sheet, as they stand now. */
function present(): readonly Attachment[] {
  return draftSession().metadata?.attachments ?? [];
}

/** One step of the sheet's history, as any other field's. */
export function changeAttachments(attachments: readonly Attachment[]): void {
  draftActs().changeMetadata({ attachments: [...attachments] });
}

/**
 * Takes files into the private store, one after the other, and into the draft that was on the sheet when they were chosen:
 * who opens another one meanwhile has the rest left out. A refused file is told and does not stop the others.
 */
export async function addAttachments(files: readonly File[], onFile: (name: string | null) => void): Promise<void> {
  const draftId = draftSession().opened?.summary.id;
  for (const file of files) {
    if (present().length >= mostAttachments) {
      notify({
        intent: 'warning',
        title: translate('attachments.tooMany', { limit: mostAttachments }),
        topic: 'attachments',
      });
      break;
    }
    onFile(file.name);
    const added = await attempt(async () => call('attachment:add', { fileId: await uploadFile(file) }));
    if (draftSession().opened?.summary.id !== draftId) break;
    if (!added) continue;
    const known = present().find(({ sha256 }) => sha256 === added.sha256);
    if (known) {
      const name = attachmentName(known);
      notify({ intent: 'info', title: translate('attachments.known', { name }), topic: 'attachments' });
    } else changeAttachments([...present(), added]);
  }
  onFile(null);
}
