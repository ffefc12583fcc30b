import { canonicalJson } from '#shared/document/canonical.ts';
import { mergeMarks } from '#shared/document/merge-marks.ts';
import { AppError } from '#shared/errors.ts';
import type { Response } from '#shared/ipc/contract.ts';
import { hashableContent } from '#shared/model/draft.ts';
import type { ReviewFile } from '#shared/model/review-file.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import { reviewRefusal } from '#shared/review/may-review.ts';
import { commentsToSave, contentPlan, recordsPlan } from '#shared/review/merge-review-file.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { Ids } from './ports/ids.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { ReadBag, ReadReviewFile } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';

type Merged = Omit<Response<'review:read-file'>, 'draftId'>;

/** Joins a review file that was read and proven with what this data folder holds. Doing it twice changes nothing more. */
export interface ReviewFileMerger {
  /** Refuses `draft-locked`, `metadata-invalid`, and acts of review that their persons may not do (`review-…`). */
  merge(file: ReadReviewFile): Promise<Merged>;
}

export interface ReviewFileMergerPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly desk: Desk;
  readonly media: MediaFiles;
  /** The bytes of a rendition of the file, by hash. */
  readonly readRendition: (file: ReadBag, sha256: string) => Promise<Uint8Array>;
}

export function reviewFileMerger(ports: ReviewFileMergerPorts): ReviewFileMerger {
  const { store, clock, ids, desk, media } = ports;

  /** Pictures first: words that stand must find them. Originals that are here already stay as they are. */
  async function takePictures(file: ReadReviewFile): Promise<void> {
    const { assets } = file.reviewFile;
    const known = await store.findAssets({ sha256s: assets.map((asset) => asset.sha256) });
    for (const asset of assets.filter(({ sha256 }) => !known.some((row) => row.sha256 === sha256))) {
      for (const rendition of [asset.display, asset.thumbnail]) {
        await media.put(await ports.readRendition(file, rendition.sha256));
      }
      await store.saveAsset({ asset: { ...asset, hasOriginal: false } });
    }
  }

  async function takeWords(file: ReadReviewFile, draft: StoredDraft, forked: boolean): Promise<Merged['outcome']> {
    const { draftId } = file.reviewFile;
    const head = headOf(file.reviewFile);
    const revisions = await store.listRevisions({ draftId });
    if (revisions.some((revision) => revision.id === head.id)) {
      return draft.incoming?.id === head.id ? 'conflict' : 'unchanged';
    }
    const known = new Set(ancestryOf(draft.head, revisions).map((revision) => revision.id));
    const shared = file.reviewFile.revisions.findLast((revision) => known.has(revision.id));
    const base = shared ? await store.readRevision({ revisionId: shared.id }) : null;
    const plan = contentPlan(
      canonicalJson(draft.headContent),
      canonicalJson(file.content),
      base && canonicalJson(base.content),
    );
    if (plan === 'unchanged') return plan;
    const incoming = { draftId, revisionId: head.id, content: file.content, by: head.by, at: clock.now() };
    if (plan === 'update' && !forked) {
      await store.keepRevision({ ...incoming, kind: 'incoming', always: true });
      return 'updated';
    }
    await store.keepIncoming({ ...incoming, parentId: shared?.id ?? null });
    if (hashableContent(draft.headContent) !== hashableContent(file.content)) return 'conflict';
    // The words are the same: only comments were set or taken away, on both sides. Those go together.
    const document = mergeMarks(draft.headContent.document, file.content.document, base?.content.document ?? null);
    const content = { ...draft.headContent, document };
    const by = await desk.person();
    const kept = {
      draftId,
      revisionId: ids.next(),
      kind: 'merged',
      content,
      by,
      at: clock.now(),
      always: true,
    } as const;
    await store.keepRevision(kept);
    await store.clearIncoming({ draftId });
    return 'updated';
  }

  /** An act that its person may not do here is not taken over because another machine let it pass. */
  async function judgeRecords(reviewFile: ReviewFile, authorId: string, from: number): Promise<void> {
    const profile = await desk.profile();
    for (const record of reviewFile.records.slice(from)) {
      if (record.act.kind !== 'decide') continue;
      const records = reviewFile.records.slice(0, record.sequence - 1);
      const { contentHash, act, by } = record;
      const refusal = reviewRefusal(by, act.step, { authorId, contentHash, records }, profile);
      if (refusal) throw new AppError(refusal);
    }
  }

  /** The draft with its journal kept as a revision: words that are being typed are a side too. */
  async function localDraft(draftId: string): Promise<StoredDraft | null> {
    const draft = await store.readDraft({ draftId });
    if (!draft) return null;
    if (draft.summary.trashedAt !== null) throw new AppError('draft-locked');
    if (draft.journal === null) return draft;
    const by = await desk.person();
    await store.keepRevision({ draftId, revisionId: ids.next(), kind: 'timed', content: null, by, at: clock.now() });
    return store.readDraft({ draftId });
  }

  return {
    async merge(file) {
      const { draftId, author, records, comments, waivers = [] } = file.reviewFile;
      const draft = await localDraft(draftId);
      if (draft && draft.author.id !== author.id) {
        throw new AppError('metadata-invalid', { file: 'metadata/review-file.json', field: 'author' });
      }
      const mine = await store.listReviewRecords({ draftId });
      const { forked, added } = recordsPlan(mine, records);
      await judgeRecords(file.reviewFile, author.id, records.length - added.length);
      await takePictures(file);
      let outcome: Merged['outcome'] = 'created';
      if (draft) {
        outcome = await takeWords(file, draft, forked);
      } else {
        const head = headOf(file.reviewFile);
        await store.createDraft({
          draftId,
          revisionId: head.id,
          kind: 'incoming',
          content: file.content,
          by: head.by,
          author,
          at: clock.now(),
        });
      }
      for (const record of added) await store.appendReviewRecord({ record });
      for (const comment of commentsToSave(await store.listComments({ draftId }), comments)) {
        await store.saveComment({ comment });
      }
      for (const waiver of waivers) await store.saveWaiver({ waiver });
      return { outcome, reviewsForked: forked };
    },
  };
}

function headOf(reviewFile: ReviewFile): ReviewFile['revisions'][number] {
  const head = reviewFile.revisions.at(-1);
  if (!head) throw new AppError('metadata-invalid', { file: 'metadata/review-file.json', field: 'revisions' });
  return head;
}
