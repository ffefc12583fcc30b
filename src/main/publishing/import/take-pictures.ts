import { createHash } from 'node:crypto';
import type { ImportedPicture } from '#main/services/ports/page-importer.ts';
import type { ImportNote } from '#shared/model/import-report.ts';
import { note, type IncomingPage } from './incoming-page.ts';
import type { PageBlock } from './page-block.ts';

/**
 * Gives each figure that came with a picture the hash of its bytes. Pictures that did not come along are told, and
 * their figures wait for them.
 */
export function takePictures(page: IncomingPage): {
  readonly blocks: readonly PageBlock[];
  readonly pictures: readonly ImportedPicture[];
  readonly notes: readonly ImportNote[];
} {
  const pictures = new Map<string, ImportedPicture>();
  let elsewhere = 0;
  const blocks = page.blocks.map((block): PageBlock => {
    if (block.node.type !== 'figure' || !block.picture) return block;
    const found = page.findPicture(block.picture);
    if (!found) {
      elsewhere += 1;
      return block;
    }
    const sha256 = createHash('sha256').update(found.bytes).digest('hex');
    pictures.set(sha256, { sha256, name: found.name, bytes: found.bytes });
    return { ...block, node: { ...block.node, asset: sha256 } };
  });
  return { blocks, pictures: [...pictures.values()], notes: note('pictures-elsewhere', elsewhere) };
}
