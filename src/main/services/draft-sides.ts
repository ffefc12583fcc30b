import { canonicalJson } from '#shared/document/canonical.ts';
import { mergeMarks } from '#shared/document/merge-marks.ts';
import { AppError } from '#shared/errors.ts';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import { reviewRefusal } from '#shared/review/may-review.ts';
import { contentPlan, recordsPlan } from '#shared/review/merge-review-file.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft, StoredRevision } from './ports/draft-store.ts';
import type { Ids } from './ports/ids.ts';
import type { Store } from './ports/store.ts';

export interface DraftSidesPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly desk: Desk;
}

/** What another data folder has of a draft that may be here too. */
export interface OtherSide {
  readonly draftId: string;
  readonly author: Signatory;
  readonly headId: string;
  readonly content: DraftContent;
  /** Ids of the revisions that the head builds on, oldest first, the head among them. */
  readonly lineage: readonly string[];
  readonly records: readonly ReviewRecord[];
}

/** How the words of the other side stand to those here. */
export interface Weighed {
  /** `known`: their head is here already. Else see `contentPlan`. */
  readonly plan: 'known' | 'unchanged' | 'update' | 'conflict';
  /** The newest version that both know. */
  readonly base: StoredRevision | null;
}

/** What review files and exchange files share: two data folders' sides of one draft are weighed against each other. */
export interface DraftSides {
  /**
   * The draft with its journal kept as a revision, for words that are being typed are a side too; null for one that is not
   * here. Refuses `draft-locked` in the trash, and `metadata-invalid` when somebody else is said to have written it.
   */
  local(other: OtherSide, file: string): Promise<StoredDraft | null>;
  /** The acts of review that came with it; refuses those that their persons may not do here (`review-…`). */
  records(other: OtherSide): Promise<{ readonly forked: boolean; readonly added: readonly ReviewRecord[] }>;
  weigh(draft: StoredDraft, other: OtherSide): Promise<Weighed>;
  /**
   * Where the words are the same and only comment marks were set or taken away on both sides, those go together; answers
   * whether that ended the conflict.
   */
  settleMarks(draft: StoredDraft, other: OtherSide, base: StoredRevision | null): Promise<boolean>;
}

export function draftSides({ store, clock, ids, desk }: DraftSidesPorts): DraftSides {
  return {
    async local({ draftId, author }, file) {
      const draft = await store.readDraft({ draftId });
      if (!draft) return null;
      if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
      if (draft.author.id !== author.id) throw new AppError('metadata-invalid', { file, field: 'author' });
      if (draft.journal === null) return draft;
      const by = await desk.person();
      await store.keepRevision({ draftId, revisionId: ids.next(), kind: 'timed', content: null, by, at: clock.now() });
      return store.readDraft({ draftId });
    },

    async records({ draftId, author, records }) {
      const plan = recordsPlan(await store.listReviewRecords({ draftId }), records);
      const profile = await desk.profile();
      // An act that its person may not do here is not taken over because another machine let it pass.
      for (const { act, by, contentHash, sequence } of plan.added) {
        if (act.kind !== 'decide') continue;
        const before = records.slice(0, sequence - 1);
        const refusal = reviewRefusal(by, act.step, { authorId: author.id, contentHash, records: before }, profile);
        if (refusal) throw new AppError(refusal);
      }
      return plan;
    },

    async weigh(draft, { draftId, headId, content, lineage }) {
      const revisions = await store.listRevisions({ draftId });
      if (revisions.some(({ id }) => id === headId)) return { plan: 'known', base: null };
      const known = new Set(ancestryOf(draft.head, revisions).map(({ id }) => id));
      const shared = lineage.findLast((id) => known.has(id));
      const base = shared === undefined ? null : await store.readRevision({ revisionId: shared });
      const [mine, theirs] = [draft.headContent, content].map(canonicalJson) as [string, string];
      return { plan: contentPlan(mine, theirs, base && canonicalJson(base.content)), base };
    },

    async settleMarks(draft, { draftId, content }, base) {
      if (hashableContent(draft.headContent) !== hashableContent(content)) return false;
      const document = mergeMarks(draft.headContent.document, content.document, base?.content.document ?? null);
      const by = await desk.person();
      const merged = { ...draft.headContent, document };
      const kept = { draftId, revisionId: ids.next(), kind: 'merged', content: merged, by, at: clock.now() } as const;
      await store.keepRevision({ ...kept, always: true });
      await store.clearIncoming({ draftId });
      return true;
    },
  };
}
