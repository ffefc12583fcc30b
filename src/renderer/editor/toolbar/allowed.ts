import type { SelectionState } from '../document-editor-props.ts';

/** Which groups of acts mean something for what is selected. */
export interface Allowed {
  /** Formats of words, links, 【待核】: wherever there are words. */
  readonly words: boolean;
  /** Another kind of block: not in captions and cells, nor on units. */
  readonly blocks: boolean;
}

/** The same selection while the person writes elsewhere: no act on it means anything then, but what goes to its place. */
export function seenFromElsewhere(selection: SelectionState): SelectionState {
  const formats = { bold: false, italic: false, underline: false, subscript: false, superscript: false };
  return { ...selection, place: 'nowhere', block: 'other', formats, link: null, figureBlock: null, words: '' };
}

/** Null while nothing was ever selected: then only what goes to the document's end has a place. */
export function allowedFor(selection: SelectionState | null): Allowed {
  if (selection === null) return { words: false, blocks: false };
  const words = selection.place === 'words' || selection.place === 'part';
  return { words, blocks: selection.place === 'words' && selection.block !== 'other' };
}
