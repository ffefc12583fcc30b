import type { SelectionState } from '../document-editor-props.ts';

/** What a toolbar shows of a selection: not which block and which words it holds, for these change all the time. */
export type ToolbarSelection = Omit<SelectionState, 'blockKey' | 'words'>;

export function toolbarSelection({ blockKey: _block, words: _words, ...shown }: SelectionState): ToolbarSelection {
  return shown;
}

/** Which groups of acts mean something for what is selected. */
export interface Allowed {
  /** Formats of words, links, 【待核】: wherever there are words. */
  readonly words: boolean;
  /** Another kind of block: not in captions and cells, nor on units. */
  readonly blocks: boolean;
}

/** Always the same object, as who compares what is shown with what was shown expects. */
const noFormats = { bold: false, italic: false, underline: false, subscript: false, superscript: false } as const;

/** The same selection while the person writes elsewhere: no act on it means anything then, but what goes to its place. */
export function seenFromElsewhere(selection: ToolbarSelection): ToolbarSelection {
  return { ...selection, place: 'nowhere', block: 'other', formats: noFormats, link: null, figureBlock: null };
}

/** Null while nothing was ever selected: then only what goes to the document's end has a place. */
export function allowedFor(selection: ToolbarSelection | null): Allowed {
  if (selection === null) return { words: false, blocks: false };
  const words = selection.place === 'words' || selection.place === 'part';
  return { words, blocks: selection.place === 'words' && selection.block !== 'other' };
}
