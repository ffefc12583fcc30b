import { z } from 'zod';
import { idSchema, momentSchema } from '../ids.ts';
import { signatorySchema } from './person.ts';

/** The longest name of a revision, in characters. */
export const revisionNameLimit = 40;

/** What a person calls a revision. The revision stays as it is; a later name takes the place of an earlier one. */
export const revisionNameSchema = z.strictObject({
  revisionId: idSchema,
  draftId: idSchema,
  name: z.string().min(1).max(revisionNameLimit),
  by: signatorySchema,
  at: momentSchema,
});
export type RevisionName = z.infer<typeof revisionNameSchema>;
