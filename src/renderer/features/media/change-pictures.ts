import { call } from '#renderer/api/desk-api.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { addAssets, draftSession } from '#renderer/session/draft-session.ts';
import { turnDoubts } from '#shared/document/figure-order.ts';
import { changePictures, pictureRows, type PictureRow } from '#shared/document/picture-rows.ts';
import type { Document } from '#shared/document/schema.ts';
import type { Asset } from '#shared/model/asset.ts';
import { changesNothing, tidyEdit, type PictureEdit } from '#shared/model/picture-edit.ts';
import type { EditedPlace } from './picture-dialogs.ts';

/** Changes the sheet's pictures as one undo step and saves soon. `change` gets the document as it stands now. */
export function changeSheet(change: (document: Document) => Document): void {
  const { handle } = draftSession();
  if (!handle) return;
  draftActs().applyContent({ document: change(handle.read()) });
  draftActs().pause();
}

/** What an edited picture was made of, with its edit; itself where that is not known on this machine. */
export async function baseOf(asset: Asset): Promise<{ readonly base: Asset; readonly edit: PictureEdit }> {
  const { derivedFrom } = asset;
  if (!derivedFrom) return { base: asset, edit: { rotate: 0 } };
  const [base] = await call('media:describe', { assets: [derivedFrom.asset] });
  return base ? { base, edit: derivedFrom.edit } : { base: asset, edit: { rotate: 0 } };
}

/**
 * Makes the edited picture and puts it where the picture stands that it was made of; warns of words about it that may have
 * become wrong. Throws a DeskError.
 */
export async function applyEdit(
  place: EditedPlace,
  base: Asset,
  before: PictureEdit,
  edit: PictureEdit,
): Promise<void> {
  const made = changesNothing(edit) ? base : await call('media:edit', { asset: base.sha256, edit: tidyEdit(edit) });
  addAssets([made]);
  const { handle } = draftSession();
  const rows = handle ? rowsNow(handle.read(), place) : [];
  changeSheet((document) => changePictures(document, rows, { asset: made.sha256 }));
  const words = rows.flatMap(({ caption, picture }) => turnDoubts(before, edit, `${caption}\n${picture.alt}`));
  if (words.length > 0) handle?.warnOfTurn(words);
}

/** Where the picture stands now: blocks may have come or gone before it. Nowhere when it was taken out. */
function rowsNow(document: Document, place: EditedPlace): readonly PictureRow[] {
  const rows = pictureRows(document).filter((row) => row.picture.asset === place.asset);
  const same = rows.find((row) => row.block === place.block && row.index === place.index);
  return (same ? [same] : rows).slice(0, 1);
}
