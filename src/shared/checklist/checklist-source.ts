import type { CheckContext } from '../house-style/rule.ts';
import type { Comment } from '../model/comment.ts';
import type { DraftContent } from '../model/draft.ts';
import { placeKey, type Finding, type FindingPlace, type Severity } from '../model/finding.ts';
import type { ErrorCode } from '../errors.ts';

/** Everything that the sources judge by, gathered before. */
export interface ChecklistFacts {
  readonly content: DraftContent;
  readonly context: CheckContext;
  readonly comments: readonly Comment[];
  /** Attachments of the content whose bytes are not in the private store, by their hash. */
  readonly missingAttachments: ReadonlySet<string>;
  /** Why the content is not signed off, as `signOffRefusal` says; undefined when it is. */
  readonly signOffRefusal: ErrorCode | undefined;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** One origin of findings. Pure: gathers nothing by itself. */
export type ChecklistSource = (facts: ChecklistFacts) => readonly Finding[];

/** Rules of the sources beside house style; their words for people stand under `checks.<rule>` too. */
export const checklistRules = [
  // office, found, name
  'leader-name',
  // office, name
  'leader-office',
  // text, url
  'link-malformed',
  'link-inside',
  'link-test',
  'link-short',
  'link-fleeting',
  // name
  'attachment-missing',
  // name
  'attachment-type',
  // name, size, limit
  'attachment-large',
  // size, limit
  'attachments-large',
  // name
  'attachment-twice',
  'review-missing',
  // count
  'comments-open',
  // title
  'boilerplate-old',
  // title
  'boilerplate-unknown',
  // time
  'planned-past',
  // channel, text
  'channel-differs',
  // count, limit
  'wechat-title',
  'wechat-digest',
  'wechat-length',
] as const;
export type ChecklistRule = (typeof checklistRules)[number];

/** A finding of such a rule; `id` is made as the engine of house style makes it. */
export function checklistFinding(
  rule: ChecklistRule,
  severity: Severity,
  place: FindingPlace,
  params: Finding['params'] = {},
): Finding {
  return { id: [rule, placeKey(place), ...Object.values(params)].join('|'), rule, severity, place, params };
}
