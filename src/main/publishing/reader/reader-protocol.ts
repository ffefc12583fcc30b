import type { ConvertedPaste, PasteSources } from '#main/services/ports/paste-converter.ts';
import type { ImportedPage, ImportSource } from '#main/services/ports/page-importer.ts';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import type { CodedError } from '#shared/errors.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** What a reader's thread is asked, one question at a time, and what it answers to each kind. */
export type ReaderQuestion =
  | { readonly kind: 'page'; readonly source: ImportSource; readonly profile: BureauProfile }
  | ({ readonly kind: 'paste'; readonly marks: CaptionMarks } & PasteSources);

export interface ReaderAnswers {
  readonly page: ImportedPage;
  readonly paste: ConvertedPaste;
}

export type ReaderMessage =
  | { readonly kind: 'answer'; readonly value: ReaderAnswers[keyof ReaderAnswers] }
  | { readonly kind: 'refused'; readonly error: CodedError };
