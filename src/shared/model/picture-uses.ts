import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../ids.ts';

/** Another draft that shows a picture, or one that looks like it. */
export const pictureUseSchema = z.strictObject({
  draftId: idSchema,
  headline: z.string(),
  /** Published, packed for the portal, or only written so far. */
  as: z.enum(['published', 'package', 'draft']),
  /** When it was published, packed or last changed. */
  at: momentSchema,
  /** The picture itself or one that was cut from the same original; otherwise one that looks alike. */
  same: z.boolean(),
});
export type PictureUse = z.infer<typeof pictureUseSchema>;

export const pictureUsesSchema = z.strictObject({
  asset: sha256Schema,
  /** One for each other draft, the newest first. */
  uses: z.array(pictureUseSchema),
  /** Those of the pictures that were asked about together that look like this one. */
  alike: z.array(sha256Schema),
});
export type PictureUses = z.infer<typeof pictureUsesSchema>;
