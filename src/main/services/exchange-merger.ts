import type { ExchangedDraft, TakenDraft } from '#shared/model/exchange-file.ts';
import { unpackRevision } from '#shared/exchange/pack-revisions.ts';
import { AppError } from '#shared/errors.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import { commentsToSave } from '#shared/review/merge-review-file.ts';
import { draftSides, type DraftSidesPorts, type OtherSide } from './draft-sides.ts';
import type { NewRevision, StoredDraft } from './ports/draft-store.ts';

/** Joins a draft of an exchange file with what this data folder holds. Doing it twice changes nothing more. */
export interface ExchangeMerger {
  /** Refuses `draft-locked`, `metadata-invalid`, and acts of review that their persons may not do (`review-…`). */
  take(exchanged: ExchangedDraft): Promise<TakenDraft>;
}

/** A person who types meanwhile moves our head: then it is weighed again. */
const mostTries = 3;

export function exchangeMerger(ports: DraftSidesPorts): ExchangeMerger {
  const { store, clock } = ports;
  const sides = draftSides(ports);

  async function takeHistory(
    exchanged: ExchangedDraft,
    other: OtherSide,
    forked: boolean,
  ): Promise<Pick<TakenDraft, 'outcome' | 'revisions'>> {
    const draft = await sides.local(other, fileOf(exchanged));
    const { draftId, author, headId } = exchanged;
    const add = async (becomes: 'head' | 'incoming' | 'history', over: string | null): Promise<number> => {
      const head = { id: headId, becomes, over };
      const revisions = revisionsOf(exchanged, becomes === 'head' && over !== null);
      return (await store.addHistory({ draftId, author, revisions, head, at: clock.now() })).added;
    };
    if (!draft) return { outcome: 'created', revisions: await add('head', null) };
    const { plan, base } = await sides.weigh(draft, other);
    if (plan === 'known') {
      return { outcome: isWaiting(draft, headId) ? 'conflict' : 'unchanged', revisions: await add('history', null) };
    }
    if (plan === 'unchanged') return { outcome: 'unchanged', revisions: await add('history', null) };
    if (plan === 'update' && !forked) return { outcome: 'updated', revisions: await add('head', draft.head.id) };
    const revisions = await add('incoming', null);
    const settled = await sides.settleMarks(draft, other, base);
    return { outcome: settled ? 'updated' : 'conflict', revisions };
  }

  async function takeTried(exchanged: ExchangedDraft, other: OtherSide, forked: boolean) {
    for (let tries = 1; ; tries += 1) {
      try {
        return await takeHistory(exchanged, other, forked);
      } catch (thrown) {
        const moved = thrown instanceof AppError && thrown.code === 'stale-base';
        if (!moved || tries === mostTries) throw thrown;
      }
    }
  }

  return {
    async take(exchanged) {
      const { draftId, headId } = exchanged;
      const other = otherSide(exchanged);
      const { forked, added } = await sides.records(other);
      const taken = await takeTried(exchanged, other, forked);
      for (const record of added) await store.appendReviewRecord({ record });
      for (const comment of commentsToSave(await store.listComments({ draftId }), exchanged.comments)) {
        await store.saveComment({ comment });
      }
      for (const waiver of exchanged.waivers) await store.saveWaiver({ waiver });
      const named = new Set((await store.listRevisionNames({ draftId })).map(({ revisionId }) => revisionId));
      for (const name of exchanged.names) if (!named.has(name.revisionId)) await store.saveRevisionName({ name });
      const headline = exchanged.revisions.find(({ id }) => id === headId)?.metadata.headline ?? '';
      return { draftId, headline, reviewsForked: forked, ...taken };
    },
  };
}

function isWaiting(draft: StoredDraft, headId: string): boolean {
  return draft.incoming?.id === headId;
}

function fileOf({ draftId }: ExchangedDraft): string {
  return `data/drafts/${draftId}.json`;
}

/** @param isFromElsewhere our own words stood before: then nobody who types here has seen those of the new head */
function revisionsOf(exchanged: ExchangedDraft, isFromElsewhere: boolean): NewRevision[] {
  return exchanged.revisions.map((revision) => {
    const { id, parentId, kind, by, at } = revision;
    const content = unpackRevision(exchanged, revision);
    if (!content) throw new AppError('metadata-invalid', { file: fileOf(exchanged), field: 'blocks' });
    return { id, parentId, kind: isFromElsewhere && id === exchanged.headId ? 'incoming' : kind, by, at, content };
  });
}

function otherSide(exchanged: ExchangedDraft): OtherSide {
  const { draftId, author, headId, records, revisions } = exchanged;
  const placed = revisions.map((revision, place) => ({ ...revision, sequence: place + 1 }));
  const head = placed.find(({ id }) => id === headId);
  const content = head && unpackRevision(exchanged, head);
  if (!content) throw new AppError('metadata-invalid', { file: fileOf(exchanged), field: 'headId' });
  const lineage = ancestryOf(head, placed);
  return { draftId, author, headId, content, lineage: lineage.map(({ id }) => id), records };
}
