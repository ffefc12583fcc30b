import { z } from 'zod';
import { codedErrorSchema } from '../errors.ts';
import { idSchema } from '../ids.ts';

const jobKindSchema = z.enum(['package', 'backup', 'prove', 'check', 'repair', 'restore']);

/** Key of the words under `jobs.step.<step>`. */
export const jobStepSchema = z.enum([
  'checks',
  'pictures',
  'page',
  'checksums',
  'archive',
  'verify',
  'database',
  'words',
  'media',
]);
export type JobStep = z.infer<typeof jobStepSchema>;

/** A long work in the background, with progress and cancel. */
export const jobSchema = z.strictObject({
  id: idSchema,
  kind: jobKindSchema,
  /** The draft that it is about; null for one about the whole store. */
  draftId: idSchema.nullable(),
  step: jobStepSchema,
  done: z.int().min(0),
  total: z.int().min(1),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  error: codedErrorSchema.nullable(),
  /** The package, once it is done. */
  packageId: idSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;
