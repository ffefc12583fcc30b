import type { FindMatch, MatchList } from '#shared/document/find/match-list.ts';
import type { BoilerplateNode, Document, TextFormat } from '#shared/document/schema.ts';
import type { PicturePlace } from '#shared/document/picture-rows.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import type { EditHistory, MetadataChange, MetadataStep, StoredSelection } from '#shared/model/edit-history.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import type { Finding, FindingPlace, Fix } from '#shared/model/finding.ts';
import type { MetadataReturn } from './history/sheet-history.ts';
import type { PictureIntake } from './picture-intake.ts';
import type { PasteOutcome, PasteParts, PasteRead } from './paste/paste-parts.ts';

/** Kinds of blocks of words, as the toolbar offers them. */
export type BlockKind = 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4' | 'quote' | 'bullet' | 'number';

/** Whether all, some or none of the selected words have a format; for a caret, whether what is typed there will. */
export type FormatState = boolean | 'mixed';

/** What the toolbar and panels may know of the selection. */
export interface SelectionState {
  /** `mixed` for blocks of several kinds; `other` where blocks of words have no place: captions, units, cells. */
  readonly block: BlockKind | 'mixed' | 'other';
  /**
   * Where the selection stands: in words of blocks, in words that are part of a unit (caption, cell), on a unit as a
   * whole, or nowhere.
   */
  readonly place: 'words' | 'part' | 'unit' | 'nowhere';
  readonly formats: Readonly<Record<TextFormat, FormatState>>;
  /** The address of the link that holds the selection. */
  readonly link: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The figure that is selected or holds the caret, by its place among the document's blocks. */
  readonly figureBlock: number | null;
  /** The block of the selection's end, as a name that changes when the caret goes into another one. */
  readonly blockKey: string | null;
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

/** What can be done to the table that holds the selection; rows and columns are those of the selected cells. */
export type TableAct =
  | 'row-above'
  | 'row-below'
  | 'column-left'
  | 'column-right'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table'
  | 'merge'
  | 'split'
  | 'header-row'
  | 'header-column';

/** What the tools of a table may know of the selection. */
export interface TableState {
  readonly canMerge: boolean;
  readonly canSplit: boolean;
  /** Whether the first selected row is a header. */
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
}

/** What features may do with the sheet's text. Every act is one undo step. Block numbers count the document's blocks. */
export interface EditorHandle {
  /**
   * The document as it stands now, in its stored form. While an input method composes it is the document from before
   * that composition, which is left alone; its end is announced by `onChange`. Costs what was written since the last reading,
   * and a look at each block: call it when saving, not per key.
   */
  readonly read: () => Document;
  /** The steps up to now, in the form that is stored; they belong to the document that `read` gives. */
  readonly readHistory: () => EditHistory;
  /** Puts a change of the metadata into the one history. */
  readonly recordMetadata: (change: MetadataChange, step?: MetadataStep) => void;
  readonly focus: () => void;
  /** Puts the caret and the focus at the start of the text, behind lines that were typed for it before. */
  readonly enterStart: (lines?: readonly string[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setBlock: (block: BlockKind) => void;
  readonly toggleFormat: (format: TextFormat) => void;
  /** Asks at the words for the address of the selection, of the caret's link or of a new one. */
  readonly editLink: () => void;
  /** Puts the blocks from `start` to before `end` into a gap between blocks (0 is before the first). */
  readonly moveBlocks: (start: number, end: number, gap: number) => void;
  /** Puts the selected words (or nothing yet) into a 【待核】. */
  readonly insertToConfirm: () => void;
  readonly insertHorizontalRule: () => void;
  /** Empty cells, at most 200 a side; with `header` the first row is one. After the table where the selection is in one. */
  readonly insertTable: (rows: number, columns: number, header: boolean) => void;
  /** Does nothing where the selection is in no table. */
  readonly editTable: (act: TableAct) => void;
  readonly insertBoilerplate: (node: BoilerplateNode) => void;
  /** Puts pictures at the selection, one figure each; they are taken in while their figures stand there. */
  readonly insertPictures: (files: readonly File[]) => void;
  /** A picture that was being taken in is there: it has its real name now, also in all steps. No step of its own. */
  readonly renameAsset: (from: string, to: string) => void;
  /** Takes pictures off the sheet that are still on their way; see `$dropPending`. */
  readonly dropPending: (insteadOf: ReadonlyMap<string, string | null | undefined>) => void;
  /** Says that these words may be wrong, as the picture that the last change is of is seen another way round now. */
  readonly warnOfTurn: (words: readonly string[]) => void;
  readonly changeFigure: (block: number, change: FigureChange) => void;
  /** Puts a comment mark around the selection; false when nothing is selected. */
  readonly markComment: (commentId: string) => boolean;
  readonly unmarkComment: (commentId: string) => void;
  /**
   * Makes the sheet hold this document by changing only the blocks that differ, as one undo step; pictures stay drawn,
   * the caret stays with its words, the focus where it is. Does nothing while an input method composes. Answers how many
   * stretches of blocks differed.
   */
  readonly applyDocument: (document: Document) => number;
  readonly applyFix: (place: FindingPlace, fix: Fix) => void;
  /** Scrolls to a place and puts the caret there. */
  readonly reveal: (place: FindingPlace) => void;
  readonly revealComment: (commentId: string) => void;
  /** Selects the next or last 【待核】 and scrolls to it; around the document's end. */
  readonly walkToConfirm: (direction: 'next' | 'last') => void;
  /** Underlines findings in the text (CSS Custom Highlight; no change to the document). */
  readonly showFindings: (findings: readonly Finding[]) => void;
  /** Highlights matches of a search in the text and the credits, the one at `current` stronger; `noMatches` ends it. */
  readonly showMatches: (matches: MatchList, current: number | null) => void;
  /** Brings a match in the text or a credit into sight; the focus stays where it is. */
  readonly scrollToMatch: (match: FindMatch) => void;
  /** Selects a match in the text or a credit, with the focus in it. */
  readonly enterMatch: (match: FindMatch) => void;
  /** What is selected, by blocks and offsets in their text; null before the sheet was ever entered. */
  readonly selectedPlace: () => StoredSelection | null;
  /** What is seen of the sheet, and its caret: for `place` when it is opened again. Asks for a layout. */
  readonly readPlace: () => SheetPlace;
}

/** Helps for writing that differ from window to window; all may be left out. */
export interface WritingOptions {
  /** What happens to half-width signs typed right after Chinese; `offer` by default. */
  readonly typedPunctuation?: TypedPunctuation;
  /** Hosts and `*.suffix` patterns of the bureau and the government, for which readers get no leave-site prompt. */
  readonly linkAllowList?: readonly string[];
  /** Opens an address outside, after a question. */
  readonly openLink?: (url: string) => void;
  /** Dims all but the block that is written in, and keeps its line in the middle. */
  readonly isCalm?: boolean;
  /** Begins a comment on the selected words. */
  readonly comment?: () => void;
  /** Tells where the selected sentence comes from. */
  readonly trace?: () => void;
  /** What is known for the blanks of a boilerplate, by their names. */
  readonly boilerplateValues?: () => Readonly<Record<string, string>>;
}

export interface DocumentEditorProps {
  /** Read once, when the editor is made; give the component a `key` per draft and revision. */
  readonly initial: Document;
  /** The steps that led to `initial`, and those that were taken back before. Read once. */
  readonly history?: EditHistory;
  /** Where the person left this document: the sheet is seen from there, and its caret goes there. Read once. */
  readonly place?: SheetPlace | null;
  readonly readOnly: boolean;
  readonly captionMark: string;
  readonly creditMark: string;
  /** Known pictures by the SHA-256 of their original; `/media/<sha256>` shows one. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** What is to be known of pictures, in words, by their SHA-256: said quietly on the figure. */
  readonly pictureNotes?: ReadonlyMap<string, readonly string[]>;
  /** The profile's templates: with them the blanks of a boilerplate can be filled and newer versions taken. */
  readonly boilerplates?: readonly BoilerplateTemplate[];
  readonly writing?: WritingOptions;
  /** The document changed. Cheap; called at most once per editor update, never during a composition. */
  readonly onChange: () => void;
  /** A key led upwards out of the text's first line. */
  readonly onLeaveStart?: () => void;
  /** Undo or redo brought metadata back. */
  readonly onMetadata?: (back: MetadataReturn) => void;
  readonly onSelection: (state: SelectionState) => void;
  /** Takes pictures in that are dropped, pasted or chosen. */
  readonly intake: PictureIntake;
  /** Lets the person crop and turn a picture; the sheet then shows another one in its place. */
  readonly editPicture?: ((place: PicturePlace & { readonly asset: string }) => void) | undefined;
  /**
   * Reads what another program put on the clipboard; without it only plain words come in. `signal` ends when the person
   * does not want it any more.
   */
  readonly readPaste?: (parts: PasteParts, signal: AbortSignal) => Promise<PasteRead>;
  /** Files with a document among them that were dropped or pasted on the sheet: nothing of them is put there. */
  readonly onDocuments?: (files: readonly File[]) => void;
  /** Such a paste stands on the sheet. */
  readonly onPasted?: (outcome: PasteOutcome) => void;
  readonly onReady: (handle: EditorHandle) => void;
}
