import type { ContentDiff } from '#shared/document/diff/content-diff.ts';
import type { DraftContent } from '#shared/model/draft.ts';

export interface CompareRequest {
  readonly before: DraftContent;
  readonly after: DraftContent;
}

export type CompareAnswer = ContentDiff;
