import { pictureRows } from '#shared/document/picture-rows.ts';
import type { Document } from '#shared/document/schema.ts';
import type { PictureUse, PictureUses } from '#shared/model/picture-uses.ts';

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
