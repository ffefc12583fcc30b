import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { commentSchema } from '../../model/comment.ts';
import { reviewDecisionSchema, reviewRecordSchema, reviewStepSchema } from '../../model/review.ts';
import { channel } from '../channel.ts';
import { openDraftSchema } from './draft.ts';

const noteSchema = z.string().max(2000);

/** A file that the app wrote for people to carry away; `/files/<fileId>` downloads it. */
export const writtenFileSchema = z.strictObject({
  fileId: idSchema,
  name: z.string(),
  path: z.string(),
  bytes: z.int().min(1),
});
export type WrittenFile = z.infer<typeof writtenFileSchema>;

export const reviewChannels = {
  'review:submit': channel(z.strictObject({ draftId: idSchema, note: noteSchema }), openDraftSchema),
  'review:withdraw': channel(z.strictObject({ draftId: idSchema, note: noteSchema }), openDraftSchema),
  'review:decide': channel(
    z.strictObject({ draftId: idSchema, step: reviewStepSchema, decision: reviewDecisionSchema, note: noteSchema }),
    openDraftSchema,
  ),
  'review:list-records': channel(z.strictObject({ draftId: idSchema }), z.array(reviewRecordSchema)),
  'comment:add': channel(
    z.strictObject({
      draftId: idSchema,
      commentId: idSchema,
      quote: z.string().max(2000),
      text: z.string().trim().min(1).max(2000),
    }),
    commentSchema,
  ),
  'comment:resolve': channel(z.strictObject({ commentId: idSchema, resolved: z.boolean() }), commentSchema),
  /** A fresh id for a comment mark: randomness lives in the main process. */
  'comment:new-id': channel(z.strictObject({}), z.strictObject({ commentId: idSchema })),
  /** Writes the signed review file of a draft. */
  'review:write-file': channel(z.strictObject({ draftId: idSchema }), writtenFileSchema),
  /**
   * Takes in a review file. `created` here for the first time, `updated` as a new revision, `conflict` when both sides
   * changed (both are kept), `unchanged` when all of it was known. An unknown key is refused with
   * `review-key-unknown {fingerprint, name}` until the person trusts it; the inlet file stays for that second call.
   * `reviewsForked` when both sides acted in the review: ours stands, the other side's acts were left out.
   */
  'review:read-file': channel(
    z.strictObject({ fileId: idSchema, trustFingerprint: z.string().max(100).nullable() }),
    z.strictObject({
      draftId: idSchema,
      outcome: z.enum(['created', 'updated', 'conflict', 'unchanged']),
      reviewsForked: z.boolean(),
    }),
  ),
} as const;
