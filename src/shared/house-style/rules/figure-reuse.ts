import { picturesOf } from '../../document/walk.ts';
import { shanghaiDate } from '../../shanghai-time.ts';
import { quotedTitle, type PictureNote } from '../picture-notes.ts';
import type { BlockRemark, BlockRule } from '../rule.ts';

/** A picture that readers may have seen: in another page, in another draft, or twice in this one. */
export const figureReuse: BlockRule = (block, { pictureNotes }) => {
  if (block.type !== 'figure' || !pictureNotes) return [];
  const assets = new Set(picturesOf(block).flatMap(({ asset }) => asset ?? []));
  return [...assets].flatMap((asset) => (pictureNotes.get(asset) ?? []).map((note) => remarkOn(asset, note)));
};

function remarkOn(asset: string, note: PictureNote): BlockRemark {
  if (note.kind !== 'used') {
    return { rule: 'picture-twice', severity: 'hint', params: { figures: note.figures.join('、'), asset } };
  }
  const { as, at, headline, same, draftId } = note.use;
  const rule = same ? (as === 'draft' ? 'picture-in-draft' : 'picture-used') : 'picture-alike';
  const month = shanghaiDate(at).slice(0, 7);
  return { rule, severity: 'hint', params: { month, headline: quotedTitle(headline), asset, draftId } };
}
