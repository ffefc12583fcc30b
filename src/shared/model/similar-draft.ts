import { z } from 'zod';
import { idSchema, momentSchema } from '../ids.ts';

/** A draft, or a package of one, that seems to tell of the same event. */
export const similarDraftSchema = z.strictObject({
  draftId: idSchema,
  headline: z.string(),
  as: z.enum(['draft', 'package', 'published']),
  /** When it was published or packaged, else when it was changed last. */
  at: momentSchema,
  /** Holds these words, or those kept last of a draft that is being written. */
  revisionId: idSchema,
  /** 0 to 1. */
  likeness: z.number().min(0).max(1),
});
export type SimilarDraft = z.infer<typeof similarDraftSchema>;

/** How settings remember that a person does not want to be asked for a draft whether its event was told before. */
export function similarHint(draftId: string): string {
  return `similar ${draftId}`;
}
