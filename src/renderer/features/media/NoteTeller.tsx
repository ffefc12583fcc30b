import { useKnownPictures } from './know-pictures.ts';
import { useTellNotes } from './use-picture-notes.ts';

/** Follows what is to be known of the pictures on the sheet. Draws nothing, for each save makes it look again. */
export function NoteTeller({ ignored }: { readonly ignored: readonly string[] }) {
  useTellNotes(ignored);
  useKnownPictures();
  return null;
}
