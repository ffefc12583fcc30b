import type { Document } from '#shared/document/schema.ts';
import type { BoilerplateNode } from '#shared/document/schema.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Finding, FindingPlace, Fix } from '#shared/model/finding.ts';

/** What the toolbar and panels may know of the selection. */
export interface SelectionState {
  readonly block: 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4' | 'quote' | 'bullet' | 'number' | 'other';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly link: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The figure that is selected or holds the caret, by its place among the document's blocks. */
  readonly figureBlock: number | null;
  /** The selected words, empty for a caret. */
  readonly words: string;
}

/** A change of one figure; what is left out stays. */
export interface FigureChange {
  readonly asset?: string;
  readonly alt?: string;
  readonly decorative?: boolean;
  readonly credit?: string;
}

/** What features may do with the sheet's text. Every act is one undo step. Block numbers count the document's blocks. */
export interface EditorHandle {
  /** The document as it stands now, in its stored form; ends a composition first. Comparatively dear: call it when saving, not per key. */
  read(): Document;
  focus(): void;
  undo(): void;
  redo(): void;
  setBlock(block: SelectionState['block']): void;
  toggleFormat(format: 'bold' | 'italic' | 'underline'): void;
  /** Null takes the link away. Refused addresses answer false and change nothing. */
  setLink(url: string | null): boolean;
  /** Puts the selected words (or nothing yet) into a 【待核】. */
  insertToConfirm(): void;
  insertHorizontalRule(): void;
  insertBoilerplate(node: BoilerplateNode): void;
  insertFigures(assets: readonly Asset[]): void;
  changeFigure(block: number, change: FigureChange): void;
  /** Puts a comment mark around the selection; false when nothing is selected. */
  markComment(commentId: string): boolean;
  unmarkComment(commentId: string): void;
  applyFix(place: FindingPlace, fix: Fix): void;
  /** Scrolls to a place and puts the caret there. */
  reveal(place: FindingPlace): void;
  revealComment(commentId: string): void;
  /** Underlines findings in the text (CSS Custom Highlight; no change to the document). */
  showFindings(findings: readonly Finding[]): void;
}

export interface DocumentEditorProps {
  /** Read once, when the editor is made; give the component a `key` per draft and revision. */
  readonly initial: Document;
  readonly readOnly: boolean;
  readonly captionMark: string;
  readonly creditMark: string;
  /** Known pictures by the SHA-256 of their original; `/media/<sha256>` shows one. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The document changed. Cheap; called at most once per editor update, never during a composition. */
  onChange(): void;
  /** A composition ended, focus left: a good moment to save now. */
  onPause(): void;
  onSelection(state: SelectionState): void;
  /** Pictures were dropped, pasted or chosen. Answers those that were taken, in order; refused ones were already told to the person. */
  importPictures(files: readonly File[]): Promise<readonly Asset[]>;
  onReady(handle: EditorHandle): void;
}
