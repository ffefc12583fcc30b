import { cropWhole, type PictureEdit } from './picture-edit.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** The picture's size after its quarter turns. */
export function turnedSize({ width, height }: Size, rotate: PictureEdit['rotate']): Size {
  return rotate === 90 || rotate === 270 ? { width: height, height: width } : { width, height };
}

/**
 * How much of a picture's width and height is left when it is turned by `straighten` tenths of a degree and cut to the
 * largest part of the same shape without empty corners: 1 for none, less for more.
 */
export function straightenedPart({ width, height }: Size, straighten: number): number {
  const { sine, cosine } = turnOf(straighten);
  return Math.min(width / (width * cosine + height * sine), height / (width * sine + height * cosine));
}

/** Size of the edited picture in pixels of the original, at least one each way. */
export function editedSize(size: Size, edit: PictureEdit): Size {
  const { width, height } = cropInPixels(size, edit);
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/**
 * The upright box that holds all of an edited picture, within the upright original. Its middle is the middle of the
 * edited picture; without straightening it is the edited picture itself. Whole pixels, inside the original.
 */
export function boxToRead(size: Size, edit: PictureEdit): Box {
  const around = turnedSize(size, edit.rotate);
  const { sine, cosine, angle } = turnOf(edit.straighten ?? 0);
  const { width, height, fromMiddleX, fromMiddleY } = cropInPixels(size, edit);
  // The picture was turned clockwise, so its points lie counter-clockwise of where they are seen.
  const x = around.width / 2 + fromMiddleX * Math.cos(angle) + fromMiddleY * Math.sin(angle);
  const y = around.height / 2 - fromMiddleX * Math.sin(angle) + fromMiddleY * Math.cos(angle);
  const half = { x: (width * cosine + height * sine) / 2, y: (width * sine + height * cosine) / 2 };
  const seen = { left: x - half.x, top: y - half.y, width: half.x * 2, height: half.y * 2 };
  const unmirrored = edit.flip === true ? { ...seen, left: around.width - seen.left - seen.width } : seen;
  return wholePixels(turnedBack(unmirrored, size, edit.rotate), size);
}

function turnOf(straighten: number): { readonly sine: number; readonly cosine: number; readonly angle: number } {
  const angle = (straighten / 10) * (Math.PI / 180);
  return { sine: Math.abs(Math.sin(angle)), cosine: Math.cos(angle), angle };
}

/** The crop in pixels, and how far its middle lies from that of the picture. */
function cropInPixels(size: Size, edit: PictureEdit): Size & { fromMiddleX: number; fromMiddleY: number } {
  const around = turnedSize(size, edit.rotate);
  const part = straightenedPart(around, edit.straighten ?? 0) / cropWhole;
  const { left, top, width, height } = edit.crop ?? { left: 0, top: 0, width: cropWhole, height: cropWhole };
  return {
    width: width * part * around.width,
    height: height * part * around.height,
    fromMiddleX: (left + width / 2 - cropWhole / 2) * part * around.width,
    fromMiddleY: (top + height / 2 - cropWhole / 2) * part * around.height,
  };
}

/** A box of the turned picture, in the picture before it was turned. */
function turnedBack(box: Box, size: Size, rotate: PictureEdit['rotate']): Box {
  const { left, top, width, height } = box;
  switch (rotate) {
    case 0:
      return box;
    case 90:
      return { left: top, top: size.height - left - width, width: height, height: width };
    case 180:
      return { left: size.width - left - width, top: size.height - top - height, width, height };
    case 270:
      return { left: size.width - top - height, top: left, width: height, height: width };
  }
}

function wholePixels(box: Box, size: Size): Box {
  const left = clamp(Math.round(box.left), 0, size.width - 1);
  const top = clamp(Math.round(box.top), 0, size.height - 1);
  return {
    left,
    top,
    width: clamp(Math.round(box.width), 1, size.width - left),
    height: clamp(Math.round(box.height), 1, size.height - top),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
