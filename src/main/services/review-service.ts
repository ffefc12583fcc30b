import { AppError } from '#shared/errors.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';
import { hashableContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { ReviewDecision, ReviewRecord, ReviewStep } from '#shared/model/review.ts';
import { reviewRefusal } from '#shared/review/may-review.ts';
import { nextRecord } from '#shared/review/seal-record.ts';
import type { Desk } from './desk.ts';
import type { DraftService } from './draft-service.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Hash } from './ports/hash.ts';
import type { Ids } from './ports/ids.ts';
import type { Store } from './ports/store.ts';

export interface ReviewService {
  /**
   * Sends a draft into the first review. Refuses `not-allowed` for a role that does not write, `review-out-of-order` for
   * a draft that is already on its way.
   */
  submit(draftId: string, note: string): Promise<OpenDraft>;
  /** Takes it back before it is published; the author or whoever sent it in may. */
  withdraw(draftId: string, note: string): Promise<OpenDraft>;
  /** Refuses what `reviewRefusal` says, and `review-note-missing` for a return or a request for changes without words. */
  decide(draftId: string, step: ReviewStep, decision: ReviewDecision, note: string): Promise<OpenDraft>;
  /** Begins the reviews anew for an amendment of what is published: whoever may begin that needs no submission to take back. */
  reopen(draftId: string, note: string): Promise<OpenDraft>;
  listRecords(draftId: string): Promise<readonly ReviewRecord[]>;
}

export interface ReviewServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly events: EventSink;
  readonly desk: Desk;
  readonly drafts: Pick<DraftService, 'open'>;
}

/** The three reviews (三审): every act keeps the exact words first and binds to their hash. */
export function reviewService(ports: ReviewServicePorts): ReviewService {
  const { store, clock, ids, hash, events, desk, drafts } = ports;

  async function editable(draftId: string): Promise<StoredDraft> {
    const draft = await store.readDraft({ draftId });
    if (!draft) throw new AppError('draft-not-found');
    if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
    return draft;
  }

  /** @param expected the hash that the person decided on; other words that came in between are not signed unseen */
  async function record(
    draftId: string,
    act: ReviewRecord['act'],
    by: Signatory,
    note: string,
    expected?: string,
  ): Promise<OpenDraft> {
    const at = clock.now();
    const revision = await store.keepRevision({
      draftId,
      revisionId: ids.next(),
      kind: 'state',
      content: null,
      by,
      at,
      always: true,
    });
    if (expected !== undefined && revision.contentHash !== expected) throw new AppError('review-stale');
    const chain = await store.listReviewRecords({ draftId });
    const fields = { id: ids.next(), draftId, act, by, note: note.trim(), at, contentHash: revision.contentHash };
    const sealed = nextRecord(chain, fields, (text) => hash.sha256(text));
    await store.appendReviewRecord({ record: sealed });
    await store.appendAudit({
      at,
      personId: by.id,
      event: `review.${act.kind}`,
      facts: { draftId, sequence: sealed.sequence, hash: sealed.hash },
    });
    events.emit('draft:changed', { draftId });
    return drafts.open(draftId);
  }

  return {
    async submit(draftId, note) {
      const [draft, person, profile] = await Promise.all([editable(draftId), desk.person(), desk.profile()]);
      if (!roleMay(profile, person.role, 'write')) throw new AppError('not-allowed');
      if (draft.summary.state !== 'drafting' && draft.summary.state !== 'returned') {
        throw new AppError('review-out-of-order');
      }
      return record(draftId, { kind: 'submit' }, person, note);
    },

    async withdraw(draftId, note) {
      const [draft, person] = await Promise.all([editable(draftId), desk.person()]);
      const { state, authorId } = draft.summary;
      if (state === 'drafting' || state === 'returned' || state === 'published') {
        throw new AppError('review-out-of-order');
      }
      const chain = await store.listReviewRecords({ draftId });
      const submission = chain.findLast((entry) => entry.act.kind === 'submit');
      if (person.id !== authorId && person.id !== submission?.by.id) throw new AppError('not-allowed');
      return record(draftId, { kind: 'withdraw' }, person, note);
    },

    async decide(draftId, step, decision, note) {
      const [draft, person, profile] = await Promise.all([editable(draftId), desk.person(), desk.profile()]);
      const records = await store.listReviewRecords({ draftId });
      const contentHash = hash.sha256(hashableContent(draft.journal?.content ?? draft.headContent));
      const facts = { authorId: draft.summary.authorId, contentHash, records };
      const refusal = reviewRefusal(person, step, facts, profile);
      if (refusal) throw new AppError(refusal);
      if (decision !== 'pass' && note.trim() === '') throw new AppError('review-note-missing');
      return record(draftId, { kind: 'decide', step, decision }, person, note, contentHash);
    },

    reopen: async (draftId, note) => record(draftId, { kind: 'withdraw' }, await desk.person(), note),

    listRecords: async (draftId) => store.listReviewRecords({ draftId }),
  };
}
