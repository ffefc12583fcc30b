import { createHash } from 'node:crypto';
import type { ImportedPicture } from '#main/services/ports/page-importer.ts';
import type { ImportNote } from '#shared/model/import-report.ts';
import { note, type IncomingPage } from './incoming-page.ts';
import type { PageBlock, PictureReference } from './page-block.ts';

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
  const take = (reference: PictureReference): string | null => {
    const found = page.findPicture(reference);
    if (!found) {
      elsewhere += 1;
      return null;
    }
    const sha256 = createHash('sha256').update(found.bytes).digest('hex');
    pictures.set(sha256, { sha256, name: found.name, bytes: found.bytes });
    return sha256;
  };
  const blocks = page.blocks.map((block): PageBlock => {
    const { node, picture, beside = [] } = block;
    if (node.type !== 'figure' || !picture) return block;
    const asset = take(picture);
    const others = node.beside?.map((other, at) => {
      const reference = beside[at];
      return reference ? { ...other, asset: take(reference) } : other;
    });
    return { ...block, node: { ...node, asset, ...(others ? { beside: others } : {}) } };
  });
  return { blocks, pictures: [...pictures.values()], notes: note('pictures-elsewhere', elsewhere) };
}
