import type { ExchangedDraft, TakenDraft, TrashedDrafts } from '#shared/model/exchange-file.ts';
import { unpackRevision } from '#shared/exchange/pack-revisions.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import { commentsToSave } from '#shared/review/merge-review-file.ts';
import { draftSides, type DraftSidesPorts, type OtherSide } from './draft-sides.ts';
import type { NewRevision, StoredDraft } from './ports/draft-store.ts';

/** Joins a draft of an exchange file with what this data folder holds. Doing it twice changes nothing more. */
export interface ExchangeMerger {
  /**
   * A draft that is in the trash here is left there, brought back, or stood beside, as `trashed` says. Refuses
   * `metadata-invalid`, and acts of review that their persons may not do (`review-…`).
   */
  take(exchanged: ExchangedDraft, trashed: TrashedDrafts): Promise<Omit<TakenDraft, 'lacking'>>;
}

export interface ExchangeMergerPorts extends DraftSidesPorts {
  /** Brings a draft back from the trash. */
  readonly untrash: (draftId: string) => Promise<unknown>;
  /** Makes a draft of these words; answers its id. */
  readonly createDraft: (content: DraftContent) => Promise<string>;
}

/** A person who types meanwhile moves our head: then it is weighed again. */
const mostTries = 3;

export function exchangeMerger(ports: ExchangeMergerPorts): ExchangeMerger {
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

  async function isInTrash(draftId: string): Promise<boolean> {
    const draft = await store.readDraft({ draftId });
    return draft !== null && draft.summary.trashedAt !== null;
  }

  return {
    async take(exchanged, trashed) {
      const { draftId } = exchanged;
      const other = otherSide(exchanged);
      const { headline } = other.content.metadata;
      if (await isInTrash(draftId)) {
        const alone = { draftId, headline, reviewsForked: false, revisions: 0 };
        if (trashed === 'leave') return { ...alone, outcome: 'in-trash' };
        if (trashed === 'copy') {
          return { ...alone, draftId: await ports.createDraft(other.content), outcome: 'created', revisions: 1 };
        }
        await ports.untrash(draftId);
      }
      const { forked, added } = await sides.records(other);
      const taken = await takeTried(exchanged, other, forked);
      for (const record of added) await store.appendReviewRecord({ record });
      for (const comment of commentsToSave(await store.listComments({ draftId }), exchanged.comments)) {
        await store.saveComment({ comment });
      }
      for (const waiver of exchanged.waivers) await store.saveWaiver({ waiver });
      const named = new Set((await store.listRevisionNames({ draftId })).map(({ revisionId }) => revisionId));
      for (const name of exchanged.names) if (!named.has(name.revisionId)) await store.saveRevisionName({ name });
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
