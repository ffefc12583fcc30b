import { attachmentName, attachmentsLimitMegabytes, sizeWords, type Attachment } from '../../model/attachment.ts';
import type { Finding } from '../../model/finding.ts';
import { checklistFinding, type ChecklistSource } from '../checklist-source.ts';

const megabyte = 1024 * 1024;
const place = { kind: 'metadata', field: 'attachments' } as const;

/** Each attachment is there, is of a type and size that the bureau lets out, and all together fit into a package. */
export const attachments: ChecklistSource = ({ content, context, missingAttachments }) => {
  const all = content.metadata.attachments ?? [];
  const { types, megabytes } = context.profile.attachments;
  const bytes = all.reduce((sum, attachment) => sum + attachment.bytes, 0);
  const names = all.map(attachmentName);
  const judge = (attachment: Attachment, index: number): readonly Finding[] => {
    const name = attachmentName(attachment);
    const size = sizeWords(attachment.bytes);
    const limit = `${megabytes} MB`;
    const twice = names.indexOf(name) < index;
    return [
      ...(missingAttachments.has(attachment.sha256)
        ? [checklistFinding('attachment-missing', 'error', place, { name })]
        : []),
      ...(types.includes(attachment.type) ? [] : [checklistFinding('attachment-type', 'error', place, { name })]),
      ...(attachment.bytes > megabytes * megabyte
        ? [checklistFinding('attachment-large', 'error', place, { name, size, limit })]
        : []),
      ...(twice ? [checklistFinding('attachment-twice', 'warning', place, { name })] : []),
    ];
  };
  const limit = `${attachmentsLimitMegabytes} MB`;
  return [
    ...all.flatMap(judge),
    ...(bytes > attachmentsLimitMegabytes * megabyte
      ? [checklistFinding('attachments-large', 'error', place, { size: sizeWords(bytes), limit })]
      : []),
  ];
};
