import { z } from 'zod';
import { momentSchema, sha256Schema } from '../ids.ts';
import { pictureEditSchema } from './picture-edit.ts';

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/heic'] as const;

/** A picture made from the original: JPEG, sRGB, upright, without any metadata. */
export const renditionSchema = z.strictObject({
  sha256: sha256Schema,
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
});
export type Rendition = z.infer<typeof renditionSchema>;

/**
 * A picture in the private store. Known by the SHA-256 of its original, which never leaves the machine;
 * pages and packages use `display` (long edge at most 1600 px) and `thumbnail` (at most 480 px).
 * An edited picture (`derivedFrom`) is a picture of its own, known by the SHA-256 of its display rendition: nothing larger
 * is kept of it, for it can be made again from the one that it was made of.
 */
export const assetSchema = z.strictObject({
  sha256: sha256Schema,
  /** The file's name as it came, for people. */
  name: z.string(),
  type: z.enum(pictureTypes),
  bytes: z.int().min(1),
  /** Pixels of the original, upright; of an edited picture before it was made smaller. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** From EXIF, taken as local time of the bureau; null when the picture does not say. */
  takenAt: momentSchema.nullable(),
  /** The original carried a place; the renditions never do. */
  hadLocation: z.boolean(),
  /** False for a picture that came with a review file: its original stays on the writer's machine. */
  hasOriginal: z.boolean(),
  /** The picture that this one was cut and turned from, which may not be known on this machine. */
  derivedFrom: z.strictObject({ asset: sha256Schema, edit: pictureEditSchema }).optional(),
  display: renditionSchema,
  thumbnail: renditionSchema,
});
export type Asset = z.infer<typeof assetSchema>;
