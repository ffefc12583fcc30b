import { AppError } from '#shared/errors.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { ReviewFile } from '#shared/model/review-file.ts';
import { commentsToSave } from '#shared/review/merge-review-file.ts';
import { draftSides, type DraftSidesPorts, type OtherSide } from './draft-sides.ts';
import type { StoredDraft } from './ports/draft-store.ts';
import type { ReadReviewFile } from './ports/package-reader.ts';
import { takeAttachments, type TakeAttachmentsPorts } from './take-attachments.ts';
import { takePictures, type TakePicturesPorts } from './take-pictures.ts';

type Merged = Omit<Response<'review:read-file'>, 'draftId'>;

/** Joins a review file that was read and proven with what this data folder holds. Doing it twice changes nothing more. */
export interface ReviewFileMerger {
  /** Refuses `draft-locked`, `metadata-invalid`, and acts of review that their persons may not do (`review-…`). */
  merge(file: ReadReviewFile): Promise<Merged>;
}

export type ReviewFileMergerPorts = DraftSidesPorts & TakePicturesPorts & Pick<TakeAttachmentsPorts, 'store'>;

export function reviewFileMerger(ports: ReviewFileMergerPorts): ReviewFileMerger {
  const { store, clock } = ports;
  const sides = draftSides(ports);

  async function takeWords(file: ReadReviewFile, draft: StoredDraft, forked: boolean): Promise<Merged['outcome']> {
    const { draftId } = file.reviewFile;
    const head = headOf(file.reviewFile);
    const other = otherSide(file);
    const { plan, base } = await sides.weigh(draft, other);
    if (plan === 'known') return draft.incoming?.id === head.id ? 'conflict' : 'unchanged';
    if (plan === 'unchanged') return plan;
    const incoming = { draftId, revisionId: head.id, content: file.content, by: head.by, at: clock.now() };
    if (plan === 'update' && !forked) {
      await store.keepRevision({ ...incoming, kind: 'incoming', always: true });
      return 'updated';
    }
    await store.keepIncoming({ ...incoming, parentId: base?.revision.id ?? null });
    return (await sides.settleMarks(draft, other, base)) ? 'updated' : 'conflict';
  }

  return {
    async merge(file) {
      const { draftId, author, comments, waivers = [], assets } = file.reviewFile;
      const other = otherSide(file);
      const draft = await sides.local(other, 'metadata/review-file.json');
      const { forked, added } = await sides.records(other);
      await takePictures(ports, file, assets);
      await takeAttachments(ports, file, file.content.metadata.attachments ?? []);
      let outcome: Merged['outcome'] = 'created';
      if (draft) {
        outcome = await takeWords(file, draft, forked);
      } else {
        const { headId, content } = other;
        const { by } = headOf(file.reviewFile);
        const at = clock.now();
        await store.createDraft({ draftId, revisionId: headId, kind: 'incoming', content, by, author, at });
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

function otherSide({ reviewFile, content }: ReadReviewFile): OtherSide {
  const { draftId, author, records, revisions } = reviewFile;
  const lineage = revisions.map(({ id }) => id);
  return { draftId, author, headId: headOf(reviewFile).id, content, lineage, records };
}

function headOf(reviewFile: ReviewFile): ReviewFile['revisions'][number] {
  const head = reviewFile.revisions.at(-1);
  if (!head) throw new AppError('metadata-invalid', { file: 'metadata/review-file.json', field: 'revisions' });
  return head;
}
