import { z } from 'zod';
import { idSchema, momentSchema } from '../ids.ts';
import { signatorySchema } from './person.ts';

/** A remark on a selection. The document's comment mark holds the same id; `quote` is what was selected then. */
export const commentSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  quote: z.string(),
  text: z.string().trim().min(1).max(2000),
  by: signatorySchema,
  at: momentSchema,
  resolvedAt: momentSchema.nullable(),
  resolvedBy: signatorySchema.nullable(),
});
export type Comment = z.infer<typeof commentSchema>;
