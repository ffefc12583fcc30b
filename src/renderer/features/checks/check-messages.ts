import type { CheckContext } from '#shared/house-style/rule.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Finding } from '#shared/model/finding.ts';

/** What the window asks the worker: `context` only when it changed, since it is larger than most drafts. */
export interface CheckRequest {
  /** Answers carry it back; an answer to an older question is dropped. */
  readonly number: number;
  readonly content: DraftContent;
  readonly context?: CheckContext;
}

export interface CheckAnswer {
  readonly number: number;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}
