import { z } from 'zod';

/** Parts of a crop's unit: the whole width or height of the straightened picture. */
export const cropWhole = 10_000;
/** The least width and height of a crop: one part in fifty. */
export const leastCrop = 200;
/** Tenths of a degree, clockwise and counter-clockwise. */
export const straightenLimit = 150;

const offsetSchema = z
  .int()
  .min(0)
  .max(cropWhole - leastCrop);
const lengthSchema = z.int().min(leastCrop).max(cropWhole);

/** A part of the picture, in 1/10000 of its width and height. */
export const cropSchema = z
  .strictObject({ left: offsetSchema, top: offsetSchema, width: lengthSchema, height: lengthSchema })
  .refine((crop) => crop.left + crop.width <= cropWhole && crop.top + crop.height <= cropWhole, {
    error: 'outside the picture',
  });
export type Crop = z.infer<typeof cropSchema>;

/**
 * What is done to an upright picture, in this order: turned clockwise by quarters, mirrored left to right, straightened
 * (turned clockwise by a few degrees, then cut to the largest part of the same shape without empty corners), cropped.
 */
export const pictureEditSchema = z.strictObject({
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  flip: z.literal(true).optional(),
  /** Tenths of a degree. */
  straighten: z.int().min(-straightenLimit).max(straightenLimit).optional(),
  crop: cropSchema.optional(),
});
export type PictureEdit = z.infer<typeof pictureEditSchema>;

export const noEdit: PictureEdit = { rotate: 0 };

/** The one form of an edit: what changes nothing is left out, so that equal edits have equal bytes. */
export function tidyEdit({ rotate, flip, straighten, crop }: PictureEdit): PictureEdit {
  const isCropped = crop !== undefined && (crop.width < cropWhole || crop.height < cropWhole);
  return {
    rotate,
    ...(flip === true ? { flip } : {}),
    ...(straighten === undefined || straighten === 0 ? {} : { straighten }),
    ...(isCropped ? { crop } : {}),
  };
}

export function changesNothing(edit: PictureEdit): boolean {
  const { rotate, ...rest } = tidyEdit(edit);
  return rotate === 0 && Object.keys(rest).length === 0;
}

const quarters = [0, 90, 180, 270] as const;

/** The edit with the picture as it is now seen turned by a quarter. The same part of it stays in view. */
export function turned(edit: PictureEdit, way: 'left' | 'right'): PictureEdit {
  // A mirrored picture was turned before it was mirrored: there, right is left.
  const clockwise = (way === 'right') !== (edit.flip === true);
  const rotate = quarters[(edit.rotate / 90 + (clockwise ? 1 : 3)) % 4] ?? 0;
  const { crop } = edit;
  if (!crop) return tidyEdit({ ...edit, rotate });
  const { left, top, width, height } = crop;
  const turnedCrop =
    way === 'right'
      ? { left: cropWhole - top - height, top: left, width: height, height: width }
      : { left: top, top: cropWhole - left - width, width: height, height: width };
  return tidyEdit({ ...edit, rotate, crop: turnedCrop });
}

/** The edit with the picture as it is now seen mirrored: left to right, or upside down. */
export function flipped(edit: PictureEdit, way: 'sideways' | 'upside-down'): PictureEdit {
  const { crop, straighten = 0 } = edit;
  const mirrored: PictureEdit = {
    rotate: edit.rotate,
    straighten: straighten === 0 ? 0 : -straighten,
    ...(edit.flip === true ? {} : { flip: true }),
    ...(crop ? { crop: { ...crop, left: cropWhole - crop.left - crop.width } } : {}),
  };
  // Upside down is mirrored and turned by two quarters.
  return way === 'sideways' ? tidyEdit(mirrored) : turned(turned(mirrored, 'right'), 'right');
}
