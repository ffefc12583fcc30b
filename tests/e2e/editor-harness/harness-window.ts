import type { Document } from '#shared/document/schema.ts';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import type { Language } from '#shared/model/settings.ts';
import type { PasteOutcome, PasteParts, PasteRead } from '#renderer/editor/paste/paste-parts.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { EditorHandle, SelectionState, WritingOptions } from '#renderer/editor/document-editor-props.ts';
import type { CaretProbe } from './caret-probe.ts';

export interface HarnessOptions {
  readonly initial: Document;
  readonly readOnly: boolean;
  readonly dark: boolean;
  readonly language: Language;
  readonly boilerplates: readonly BoilerplateTemplate[];
  readonly writing?: Pick<WritingOptions, 'typedPunctuation' | 'linkAllowList'>;
}

/** What the page of the harness has on its window, for the tests to look at. */
export interface HarnessWindow {
  options: HarnessOptions;
  handle: EditorHandle;
  selection: SelectionState;
  counts: { changes: number; pauses: number };
  pasted: PasteOutcome[];
  /** The main process's reader, over Playwright's bridge; files come as their text. */
  deskReadPaste: (
    parts: Omit<PasteParts, 'files'> & { readonly files: readonly string[] },
  ) => Promise<PasteRead & { readonly assets: readonly Asset[] }>;
  /** Addresses that were asked to be opened. */
  opened: string[];
  /** Pictures wait for it; left out, they are there at once. */
  picturesMayArrive?: Promise<void>;
  /** How often a comment was begun. */
  comments: number;
  carets: CaretProbe;
}
