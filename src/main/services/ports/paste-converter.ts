import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { PasteNote, PasteReport } from '#shared/model/paste-report.ts';

/** A figure of a paste that waits for its picture, with what the paste itself brought of it. */
export interface PastedPicture {
  /** Its place among the blocks. */
  readonly block: number;
  /** As the source names it; never fetched. Empty for what lies in the HTML itself. */
  readonly address: string;
  /** Out of a `data:` address. */
  readonly inside: Uint8Array | null;
  /** Out of the RTF; `metafile` for one that cannot be taken in. */
  readonly rtf: Uint8Array | 'metafile' | null;
  /** Where it came from only a part of it was shown; the RTF has all of it. */
  readonly isCropped: boolean;
}

export interface ConvertedPaste {
  readonly blocks: readonly BlockNode[];
  readonly pictures: readonly PastedPicture[];
  readonly origin: PasteReport['origin'];
  /** Of all but pictures, which are settled later. */
  readonly notes: readonly PasteNote[];
}

export interface PasteSources {
  readonly html: string;
  readonly rtf: Uint8Array | null;
  /** The plain text, where it is clearly Markdown. */
  readonly markdown: string | null;
}

/** Makes blocks of what another program put on a clipboard. Total and bounded; opens and fetches nothing. */
export interface PasteConverter {
  /** Refuses `import-too-heavy` for what takes too much time or memory. */
  convert(parts: PasteSources, marks: CaptionMarks): Promise<ConvertedPaste>;
}
