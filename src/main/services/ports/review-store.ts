import type { Comment } from '#shared/model/comment.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import type { Waiver } from '#shared/model/waiver.ts';

/** The sign-off chain and comments of drafts. */
export interface ReviewStore {
  /** Refuses `review-stale` when `record.previousHash` is not the chain's last hash or the sequence is not the next. The draft's state follows. */
  appendReviewRecord(args: { record: ReviewRecord }): Promise<void>;
  /** In order of sequence. */
  listReviewRecords(args: { draftId: string }): Promise<readonly ReviewRecord[]>;
  /** In order of time. */
  listComments(args: { draftId: string }): Promise<readonly Comment[]>;
  readComment(args: { commentId: string }): Promise<Comment | null>;
  /** Inserts, or brings a known comment up to date (used for answers from a review file too). */
  saveComment(args: { comment: Comment }): Promise<void>;
  /** Reasons for which warnings stand, in order of time. */
  listWaivers(args: { draftId: string }): Promise<readonly Waiver[]>;
  /** One for each rule and subject of a draft: the later one stays. What was taken back here never comes again. */
  saveWaiver(args: { waiver: Waiver }): Promise<void>;
  removeWaiver(args: { waiverId: string }): Promise<void>;
}
