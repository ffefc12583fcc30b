import { pictureRows } from '../document/picture-rows.ts';
import type { Document } from '../document/schema.ts';
import type { PictureUse, PictureUses } from '../model/picture-uses.ts';

/** What is to be known of a picture: that it stands elsewhere, or looks like another. `figures` count from 1. */
export type PictureNote =
  | { readonly kind: 'same-here' | 'alike-here'; readonly figures: readonly number[] }
  | { readonly kind: 'used'; readonly use: PictureUse };

/** The notes of each picture of a document by its asset; pictures without any are left out. */
export function pictureNotes(
  document: Document,
  known: readonly PictureUses[],
): ReadonlyMap<string, readonly PictureNote[]> {
  const rows = pictureRows(document);
  const figuresWith = (assets: readonly string[]): readonly number[] => {
    const found = rows.filter((row) => row.picture.asset !== null && assets.includes(row.picture.asset));
    return [...new Set(found.map((row) => row.number))];
  };
  const notes = new Map<string, readonly PictureNote[]>();
  for (const { asset, uses, alike } of known) {
    const places = rows.filter((row) => row.picture.asset === asset).length;
    const near = figuresWith(alike);
    const found: readonly PictureNote[] = [
      ...(places > 1 ? [{ kind: 'same-here' as const, figures: figuresWith([asset]) }] : []),
      ...(near.length > 0 ? [{ kind: 'alike-here' as const, figures: near }] : []),
      ...uses.map((use) => ({ kind: 'used' as const, use })),
    ];
    if (places > 0 && found.length > 0) notes.set(asset, found);
  }
  return notes;
}

/** A title inside a title has single marks: 《〈办法〉解读》 (GB/T 15834, 4.15.3.1). */
export function quotedTitle(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** The name of a note for good: what a person chose to hear no more of. Other pictures or drafts have others. */
export function noteId(draftId: string, asset: string, note: PictureNote): string {
  return [draftId, asset.slice(0, 16), note.kind === 'used' ? note.use.draftId : note.kind].join(' ');
}
