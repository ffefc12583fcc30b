import { z } from 'zod';
import { codedErrorSchema } from '../errors.ts';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';
import { receiptSchema } from './receipt.ts';

/**
 * `waiting` will try again at `nextTryAt`; `failed` and `paused` wait for a person. `published`: the portal gave its receipt;
 * `delivered`: the package lies in the folder, read back and equal.
 */
export const uploadStateSchema = z.enum([
  'queued',
  'sending',
  'verifying',
  'published',
  'delivered',
  'waiting',
  'paused',
  'failed',
  'cancelled',
]);
export type UploadState = z.infer<typeof uploadStateSchema>;

/** One row of the upload queue; there is one for each package id, hash and target. */
export const uploadSchema = z.strictObject({
  id: idSchema,
  packageId: idSchema,
  draftId: idSchema,
  packageName: z.string(),
  targetId: z.string(),
  /** As the target was called when the package was queued. */
  targetName: z.string(),
  zipSha256: sha256Schema,
  bytes: z.int().min(1),
  /** Bytes sent so far; steps back after a break, to what the portal has. */
  offset: z.int().min(0),
  state: uploadStateSchema,
  attempts: z.int().min(0),
  nextTryAt: momentSchema.nullable(),
  lastError: codedErrorSchema.nullable(),
  /** Address of the tus upload to resume, empty before the first answer. */
  tusUrl: z.string(),
  receipt: receiptSchema.nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type Upload = z.infer<typeof uploadSchema>;
