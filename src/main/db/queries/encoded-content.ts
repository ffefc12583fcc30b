import { isStripped } from '#shared/document/canonical.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import { encodeContent, sha256 } from '../content-codec.ts';

/** What the list and the reviews need to know of a content. */
export interface ContentFacts {
  readonly headline: string;
  readonly columnId: string;
  readonly plannedAt: string | null;
  readonly characters: number;
  readonly figures: number;
  readonly toConfirm: number;
  /** Of the words without comment marks: what reviewers sign. */
  readonly contentHash: string;
}

/** A content ready to be kept. */
export interface EncodedContent {
  readonly text: string;
  /** Of `text`, comment marks included. */
  readonly exactHash: string;
  readonly facts: ContentFacts;
}

export function encode(content: DraftContent): EncodedContent {
  const text = encodeContent(content);
  const exactHash = sha256(text);
  const { characters, figures, toConfirm } = documentStatistics(content.document);
  return {
    text,
    exactHash,
    facts: {
      headline: content.metadata.headline,
      columnId: content.metadata.columnId,
      plannedAt: content.metadata.plannedAt,
      characters,
      figures,
      toConfirm,
      // Without comment marks the two texts are one.
      contentHash: isStripped(content.document) ? exactHash : sha256(hashableContent(content)),
    },
  };
}
