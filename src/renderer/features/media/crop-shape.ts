import { cropWhole, leastCrop, type Crop } from '#shared/model/picture-edit.ts';
import type { Size } from '#shared/model/picture-geometry.ts';

/** Shapes that a crop can be held to; `original` is that of the whole picture, `free` none. */
export const cropShapes = ['free', 'original', '4:3', '3:2', '16:9'] as const;
export type CropShape = (typeof cropShapes)[number];

const ratios = { '4:3': 4 / 3, '3:2': 3 / 2, '16:9': 16 / 9 } as const;

/** Width by height; undefined when the crop may have any. `frame` is the turned and straightened picture. */
export function ratioOf(shape: CropShape, frame: Size): number | undefined {
  if (shape === 'free') return undefined;
  return shape === 'original' ? frame.width / frame.height : ratios[shape];
}

export const wholeCrop: Crop = { left: 0, top: 0, width: cropWhole, height: cropWhole };

/** The largest crop of this shape in the middle of the frame. */
export function middleCrop(ratio: number | undefined, frame: Size): Crop {
  if (ratio === undefined) return wholeCrop;
  const part = (ratio * frame.height) / frame.width;
  const width = Math.round(Math.min(1, part) * cropWhole);
  const height = Math.round(Math.min(1, 1 / part) * cropWhole);
  return cropWithin({ left: (cropWhole - width) / 2, top: (cropWhole - height) / 2, width, height });
}

/** Whole numbers, inside the picture, and not smaller than a crop can be. */
export function cropWithin(crop: Crop): Crop {
  const [left, width] = fitSpan(crop.left, crop.width);
  const [top, height] = fitSpan(crop.top, crop.height);
  return { left, top, width, height };
}

function fitSpan(start: number, length: number): readonly [number, number] {
  const fitted = Math.max(leastCrop, Math.min(cropWhole, Math.round(length)));
  return [Math.max(0, Math.min(cropWhole - fitted, Math.round(start))), fitted];
}

/** The largest size of this shape that fits a place, in its pixels. */
export function fitInto(shape: Size, place: Size): Size {
  const scale = Math.min(place.width / shape.width, place.height / shape.height);
  return { width: Math.max(1, Math.floor(shape.width * scale)), height: Math.max(1, Math.floor(shape.height * scale)) };
}
