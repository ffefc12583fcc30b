import type { BlockNode } from '#shared/document/schema.ts';
import type { PasteReport } from '#shared/model/paste-report.ts';

/** What another program put on the clipboard, as far as the page is told. */
export interface PasteParts {
  readonly html: string;
  /** Empty where there is none. */
  readonly rtf: string;
  readonly text: string;
  /** The text is clearly Markdown. */
  readonly isMarkdown: boolean;
  readonly files: readonly File[];
}

/** The same as blocks of the house. */
export interface PasteRead {
  readonly blocks: readonly BlockNode[];
  readonly report: PasteReport;
}

/** What the person is told after a paste of another program's content: `plain` when only its bare words came in. */
export type PasteOutcome =
  | { readonly kind: 'read'; readonly report: PasteReport }
  | { readonly kind: 'plain'; readonly thrown: unknown; readonly report: PasteReport };
