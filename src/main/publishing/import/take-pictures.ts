import { createHash } from 'node:crypto';
import type { ImportedPicture } from '#main/services/ports/page-importer.ts';
import type { ImportNote } from '#shared/model/import-report.ts';
import { note, type IncomingPage } from './incoming-page.ts';
import type { PageBlock, PictureReference } from './page-block.ts';
import { withoutQuery } from './picture-address.ts';

/**
 * Gives each figure of the article that came with a picture the hash of its bytes. Pictures that did not come along are told, and
 * their figures wait for them.
 */
export function takePictures(
  article: readonly PageBlock[],
  { findPicture }: Pick<IncomingPage, 'findPicture'>,
): {
  readonly blocks: readonly PageBlock[];
  readonly pictures: readonly ImportedPicture[];
  readonly notes: readonly ImportNote[];
} {
  const pictures = new Map<string, ImportedPicture>();
  const standIns = standInsOf(article);
  let elsewhere = 0;
  let unloaded = 0;
  const take = (reference: PictureReference): string | null => {
    const found = findPicture(withoutStandIn(reference, standIns));
    if (!found) {
      if (reference.isLazy) unloaded += 1;
      else elsewhere += 1;
      return null;
    }
    const sha256 = createHash('sha256').update(found.bytes).digest('hex');
    pictures.set(sha256, { sha256, name: found.name, bytes: found.bytes });
    return sha256;
  };
  const blocks = article.map((block): PageBlock => {
    const { node, picture, beside = [] } = block;
    if (node.type !== 'figure' || !picture) return block;
    const asset = take(picture);
    const others = node.beside?.map((other, at) => {
      const reference = beside[at];
      return reference ? { ...other, asset: take(reference) } : other;
    });
    return { ...block, node: { ...node, asset, ...(others ? { beside: others } : {}) } };
  });
  const notes = [...note('pictures-elsewhere', elsewhere), ...note('pictures-unloaded', unloaded)];
  return { blocks, pictures: [...pictures.values()], notes };
}

const standInName = /(?:^|[/_-])(?:loading|placeholder|blank|spacer|lazy\w*|grey|gray|transparent|1x1)[\w-]*\.\w+$/iu;

/** What several pictures are drawn from until each is loaded, is none of them. */
function standInsOf(blocks: readonly PageBlock[]): ReadonlySet<string> {
  const drawn = new Map<string, string>();
  const shared = new Set<string>();
  for (const { picture, beside = [] } of blocks) {
    for (const reference of picture ? [picture, ...beside] : []) {
      const { address, drawnFrom } = reference;
      if (drawnFrom === undefined) continue;
      if ((drawn.get(drawnFrom) ?? address) !== address) shared.add(drawnFrom);
      drawn.set(drawnFrom, address);
    }
  }
  return shared;
}

function withoutStandIn(reference: PictureReference, standIns: ReadonlySet<string>): PictureReference {
  const { drawnFrom, ...rest } = reference;
  const isStandIn = drawnFrom !== undefined && (standIns.has(drawnFrom) || standInName.test(withoutQuery(drawnFrom)));
  return isStandIn ? rest : reference;
}
