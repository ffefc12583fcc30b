import { listAttachments } from '#shared/document/attachment-list.ts';
import type { PageBlock } from './page-block.ts';

/** See `listAttachments`: blocks on their way into a draft, with the words that each was made of. */
export function withAttachmentLists(blocks: readonly PageBlock[]): readonly PageBlock[] {
  return listAttachments<PageBlock>(
    blocks,
    ({ node, as }) => (as ? undefined : node),
    (node, from) => ({ node, source: from.map(({ source }) => source).join('\n') }),
  );
}
