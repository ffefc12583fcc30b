import type { HtmlElement } from '../html-tree.ts';
import type { Inside } from './inside.ts';
import type { ConversionNotes } from './notes.ts';
import type { Piece } from './piece.ts';
import type { StyleSheet } from './style.ts';

/** What all readers of one page share. */
export interface ReadingContext {
  readonly sheet: StyleSheet;
  readonly notes: ConversionNotes;
  /** The page is by an office program, which merges cells over the end of its header rows as HTML does not. */
  readonly isOffice: boolean;
  /** Reads a place that has blocks of its own: a cell, an item, a quotation. */
  readonly readBlocks: (parent: HtmlElement, inside: Inside) => readonly Piece[];
  /** Pictures met so far, dropped ones too: their order is that of the pictures in other parts of a clipboard. */
  pictures: number;
  /** Drawings in comments met so far. */
  drawings: number;
  lists: number;
}
