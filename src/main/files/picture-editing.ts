import sharp, { type Sharp } from 'sharp';
import type { PictureEdit } from '#shared/model/picture-edit.ts';
import { boxToRead, editedSize, type Size } from '#shared/model/picture-geometry.ts';
import { readPictureBox, type Drawn } from './picture-reading.ts';
import type { PictureSource } from './picture-source.ts';

/**
 * Draws an edited picture at display size. Only the box that holds it is read at full size; what is turned and cut after
 * that is small. Refuses as `readPictureBox`.
 */
export async function drawEdited(
  source: PictureSource,
  edit: PictureEdit,
  options: { readonly heicWorker: URL },
): Promise<{ readonly size: Size } & Drawn> {
  let size: Size = { width: 1, height: 1 };
  const choose = (upright: Size) => {
    size = editedSize(upright, edit);
    return { box: boxToRead(upright, edit), edited: size };
  };
  const { scale, ...box } = await readPictureBox(source, choose, options);
  const turnedQuarters = await drawn(open(box).rotate(edit.rotate));
  // A pipeline of its own: sharp turns and mirrors in an order of its own, whatever the order of the calls.
  const mirrored = edit.flip === true ? await drawn(open(turnedQuarters).flop()) : turnedQuarters;
  if (edit.straighten === undefined || edit.straighten === 0) return { size, ...mirrored };
  return { size, ...(await straighten(mirrored, edit.straighten, size, scale)) };
}

/** Turns by a few degrees and keeps the middle: there lies the edited picture, see `boxToRead`. */
async function straighten(box: Drawn, tenths: number, size: Size, scale: number): Promise<Drawn> {
  const whole = await drawn(open(box).rotate(tenths / 10, { background: '#ffffff' }));
  const width = within(size.width * scale, whole.raw.width);
  const height = within(size.height * scale, whole.raw.height);
  const left = Math.floor((whole.raw.width - width) / 2);
  const top = Math.floor((whole.raw.height - height) / 2);
  return drawn(open(whole).extract({ left, top, width, height }));
}

/** A pixel less on each side, where the empty corners begin. */
function within(wanted: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(wanted) - 2));
}

function open({ pixels, raw }: Drawn): Sharp {
  return sharp(pixels, { raw });
}

async function drawn(picture: Sharp): Promise<Drawn> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, raw: { width: info.width, height: info.height, channels: info.channels } };
}
