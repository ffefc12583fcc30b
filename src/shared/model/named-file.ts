import { z } from 'zod';
import { idSchema, sha256Schema } from '../ids.ts';

/** A picture or attachment that the words of a draft name, and where. Told of when its bytes are not to be had. */
export const namedFileSchema = z.strictObject({
  draftId: idSchema,
  /** As the draft is called now. */
  headline: z.string(),
  kind: z.enum(['picture', 'attachment']),
  sha256: sha256Schema,
  /** Which figure of the newest words shows it, from 1; null for an attachment, and where only earlier versions have it. */
  figure: z.int().min(1).nullable(),
  /** The name of the file; empty where nobody knows it. */
  name: z.string(),
});
export type NamedFile = z.infer<typeof namedFileSchema>;
