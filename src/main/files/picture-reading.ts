import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { AppError } from '#shared/errors.ts';
import type { Box, Size } from '#shared/model/picture-geometry.ts';
import { decodeHeic } from './heic-decoder.ts';
import { endsWithItsBoxes } from './iso-boxes.ts';
import { readPictureFacts, type PictureFacts } from './picture-exif.ts';
import type { PictureSource } from './picture-source.ts';
import { sharpFormats } from './picture-type.ts';

const pixelLimit = 100_000_000;
/**
 * Of one side; the most that a JPEG can say. Libvips looks at its clock too seldom while it reads lines of few pixels: one
 * by a hundred million would hold a thread for minutes.
 */
const sideLimit = 65_535;
const secondsLimit = 20;
/** Long edge of the display rendition. */
const displayEdge = 1600;

// Everything that libvips could read is switched off but the five kinds that are taken in: no SVG, PDF, RAW, ImageMagick.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadTiff',
  ],
});
sharp.concurrency(1);
sharp.cache(false);

/** A picture at display size: upright, sRGB, eight bits, on white where it was transparent. */
export interface PictureReading {
  readonly pixels: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
  /** Of the original, upright. */
  readonly width: number;
  readonly height: number;
  readonly facts: PictureFacts;
  /** Of an animation, or pages of a scan: the first one is read. */
  readonly frames: number;
}

/**
 * Decodes a picture. Refuses `picture-broken`, `picture-truncated` (unless accepted), `picture-type-refused`,
 * `picture-too-large`, `picture-timeout`.
 */
export async function readPicture(
  source: PictureSource,
  options: { readonly acceptTruncated: boolean; readonly heicWorker: URL },
): Promise<PictureReading> {
  if (source.type === 'image/heic') {
    if (!options.acceptTruncated && !endsWithItsBoxes(source.bytes)) throw new AppError('picture-truncated');
    return readHeic(source.bytes, options.heicWorker);
  }
  const metadata = await readMetadata(source.bytes);
  if (metadata.format !== sharpFormats[source.type]) throw new AppError('picture-type-refused');
  const { width, height } = metadata.autoOrient;
  if (width * height > pixelLimit || Math.max(width, height) > sideLimit) {
    throw new AppError('picture-too-large', { width, height });
  }
  const drawn = options.acceptTruncated
    ? await draw(source.bytes, 'none').catch(refuseBroken)
    : await drawWhole(source.bytes);
  return { ...drawn, width, height, facts: await factsOf(metadata), frames: metadata.pages ?? 1 };
}

/**
 * One box of a picture that is known to be readable (it was taken in before), at most at display size for an edited
 * picture of `size`. Refuses as `readPicture`, but a truncated one is drawn as far as it goes.
 */
export async function readPictureBox(
  source: PictureSource,
  choose: (upright: Size) => { readonly box: Box; readonly edited: Size },
  options: { readonly heicWorker: URL },
): Promise<{ readonly box: Box; readonly scale: number } & Drawn> {
  const { picture, upright } = await openUpright(source, options.heicWorker);
  const { box, edited } = choose(upright);
  const scale = Math.min(1, displayEdge / Math.max(edited.width, edited.height));
  const size = {
    width: Math.max(1, Math.round(box.width * scale)),
    height: Math.max(1, Math.round(box.height * scale)),
  };
  const cut = picture.extract(box).resize(size.width, size.height, { fit: 'fill' });
  return { box, scale, ...(await toPixels(cut).catch(refuseBroken)) };
}

async function openUpright(source: PictureSource, worker: URL): Promise<{ picture: Sharp; upright: Size }> {
  if (source.type === 'image/heic') {
    const { width, height, rgba } = await decodeWithin(source.bytes, worker);
    return { picture: sharp(rgba, { raw: { width, height, channels: 4 } }), upright: { width, height } };
  }
  const { autoOrient } = await readMetadata(source.bytes);
  return { picture: openBytes(source.bytes, 'none'), upright: autoOrient };
}

async function readHeic(bytes: Buffer, worker: URL): Promise<PictureReading> {
  const { width, height, rgba, facts } = await decodeWithin(bytes, worker);
  const drawn = await toDisplaySize(sharp(rgba, { raw: { width, height, channels: 4 } })).catch(refuseBroken);
  return { ...drawn, width, height, facts, frames: 1 };
}

async function decodeWithin(bytes: Buffer, worker: URL) {
  return decodeHeic(worker, { bytes, maxPixels: pixelLimit }, secondsLimit * 1000);
}

async function readMetadata(bytes: Buffer): Promise<Metadata> {
  // The limit is judged by us, so that the person learns the size.
  return sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata().catch(refuseBroken);
}

export type Drawn = Pick<PictureReading, 'pixels' | 'raw'>;
type FailOn = NonNullable<SharpOptions['failOn']>;

/** What libvips says of a picture whose data ends early or is damaged inside, as against a harmless oddity. */
const damage = /premature end|corrupt|truncat|unexpected end|end of file|not enough|bad huffman|read error/i;

/** Draws a picture that must be whole. One that can be drawn in part only is `picture-truncated`: the person decides. */
async function drawWhole(bytes: Buffer): Promise<Drawn> {
  try {
    return await draw(bytes, 'warning');
  } catch (thrown) {
    if (isTimeout(thrown)) refuseBroken(thrown);
    const inPart = await draw(bytes, 'none').catch(refuseBroken);
    if (damage.test(String(thrown))) throw new AppError('picture-truncated', {}, { cause: thrown });
    return inPart;
  }
}

async function draw(bytes: Buffer, failOn: FailOn): Promise<Drawn> {
  return toDisplaySize(openBytes(bytes, failOn));
}

function openBytes(bytes: Buffer, failOn: FailOn): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: pixelLimit, sequentialRead: true }).autoOrient();
}

async function toDisplaySize(picture: Sharp): Promise<Drawn> {
  return toPixels(picture.resize(displayEdge, displayEdge, { fit: 'inside', withoutEnlargement: true }));
}

async function toPixels(picture: Sharp): Promise<Drawn> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: secondsLimit })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

function isTimeout(thrown: unknown): boolean {
  return /timeout/i.test(String(thrown));
}

function refuseBroken(thrown: unknown): never {
  throw new AppError(isTimeout(thrown) ? 'picture-timeout' : 'picture-broken', {}, { cause: thrown });
}

async function factsOf(metadata: Metadata): Promise<PictureFacts> {
  const facts = metadata.exif ? await readPictureFacts(metadata.exif) : { takenAt: null, hadLocation: false };
  const xmpSaysWhere = metadata.xmp?.includes('GPSLatitude') ?? false;
  return { takenAt: facts.takenAt, hadLocation: facts.hadLocation || xmpSaysWhere };
}
