import { z } from 'zod';
import { codedErrorSchema } from '../errors.ts';
import { idSchema } from '../ids.ts';

/** A long work in the background, with progress and cancel. */
export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['package']),
  draftId: idSchema,
  /** Key of the words under `jobs.step.<step>`. */
  step: z.enum(['checks', 'pictures', 'page', 'checksums', 'archive', 'verify']),
  done: z.int().min(0),
  total: z.int().min(1),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  error: codedErrorSchema.nullable(),
  /** The package, once it is done. */
  packageId: idSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;
