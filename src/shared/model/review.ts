import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { signatorySchema } from './person.ts';
import type { Permission } from './bureau-profile.ts';

/** 初审, 复审, 终审: always in this order. */
export const reviewSteps = ['first', 'second', 'final'] as const;
export const reviewStepSchema = z.enum(reviewSteps);
export type ReviewStep = z.infer<typeof reviewStepSchema>;

export const permissionForStep: Readonly<Record<ReviewStep, Permission>> = {
  first: 'review-first',
  second: 'review-second',
  final: 'review-final',
};

/** 通过, 退稿 (a note is required), 修改后再审 (a note is required). */
export const reviewDecisionSchema = z.enum(['pass', 'return', 'revise']);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;

/**
 * One line of the sign-off chain. `contentHash` binds it to the exact content (SHA-256 of the canonical JSON of the
 * content without comment marks); `hash` is the SHA-256 of the canonical JSON of all other fields, and
 * `previousHash` the hash of the line before, so no line can be changed, dropped or moved unseen.
 */
export const reviewRecordSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  sequence: z.int().min(1),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('submit') }),
    z.strictObject({ kind: z.literal('withdraw') }),
    z.strictObject({ kind: z.literal('decide'), step: reviewStepSchema, decision: reviewDecisionSchema }),
  ]),
  by: signatorySchema,
  note: z.string().max(2000),
  at: momentSchema,
  contentHash: sha256Schema,
  previousHash: sha256Schema.nullable(),
  hash: sha256Schema,
});
export type ReviewRecord = z.infer<typeof reviewRecordSchema>;
