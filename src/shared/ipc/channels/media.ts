import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from '../../ids.ts';
import { assetSchema } from '../../model/asset.ts';
import { pictureEditSchema } from '../../model/picture-edit.ts';
import { pictureUsesSchema } from '../../model/picture-uses.ts';
import { channel } from '../channel.ts';

/** The beginning of a picture file, in which cameras say when it was taken. */
export const pictureHeadBytes = 256 * 1024;

const assetsSchema = z.array(sha256Schema).max(500);

/** Pictures: in, cut and turned, and where else they stand. */
export const mediaChannels = {
  /**
   * Takes a picture into the private store. The same picture twice is stored once. `acceptTruncated` after asking. Of a file
   * with several `frames` (an animation, the pages of a scan) the first is taken.
   */
  'media:import': channel(
    z.strictObject({ fileId: idSchema, acceptTruncated: z.boolean() }),
    z.strictObject({ asset: assetSchema, frames: z.int().min(1) }),
  ),
  'media:describe': channel(z.strictObject({ assets: assetsSchema }), z.array(assetSchema)),
  /** When a picture was taken, from the beginning of its file; null when that does not say. Nothing is kept. */
  'media:taken-at': channel(
    z.strictObject({ head: z.instanceof(Uint8Array).refine((head) => head.byteLength <= pictureHeadBytes) }),
    z.strictObject({ takenAt: momentSchema.nullable() }),
  ),
  /** Cuts and turns a picture into one of its own; the given one stays. */
  'media:edit': channel(z.strictObject({ asset: sha256Schema, edit: pictureEditSchema }), assetSchema),
  /** Where a draft's pictures, and those that look like them, stand elsewhere; in the order asked for. */
  'media:uses': channel(z.strictObject({ draftId: idSchema, assets: assetsSchema }), z.array(pictureUsesSchema)),
} as const;
