import type { Attachment } from '../model/attachment.ts';
import type { DraftMetadata } from '../model/draft.ts';

/** The attachments of all versions, each file once. */
export function attachmentsOfHistory(history: {
  readonly revisions: readonly { readonly metadata: DraftMetadata }[];
}): readonly Attachment[] {
  const all = history.revisions.flatMap(({ metadata }) => metadata.attachments ?? []);
  return [...new Map(all.map((attachment) => [attachment.sha256, attachment])).values()];
}
