import sharp, { type OutputInfo } from 'sharp';
import type { EditedPictures, MadePictures, PictureMaker } from '#main/services/ports/picture-maker.ts';
import type { PictureEdit } from '#shared/model/picture-edit.ts';
import { giveBack } from '#shared/give-back.ts';
import { bothDone, limiter } from '#shared/in-parallel.ts';
import { drawEdited } from './picture-editing.ts';
import { perceptualHash } from './perceptual-hash.ts';
import { readPictureFacts } from './picture-exif.ts';
import { readPicture, type Drawn } from './picture-reading.ts';
import { readPictureSource } from './picture-source.ts';

const thumbnailEdge = 480;
/** A goal for the display rendition: its quality goes down to the last step for it and no further. */
const displayBytesGoal = 300 * 1024;
const lowerQualities = [76, 70, 64] as const;
const displayQualities = [82, ...lowerQualities] as const;
/** Rows that JPEG encodes together when colours have half the resolution, as they have at these qualities. */
const bandRows = 16;
const sampledEvery = 4;
const thumbnailQuality = 78;
const atATime = 2;
/** Two are worked on, two more are read from the disk or wait for their last rendition. */
const atHand = 4;

/**
 * Makes renditions with sharp; see the port. Sharp works on two things at once at most, each on one thread; turns are taken for
 * each step of a picture and not for all of it, so that none of the two stands still while there is work for it.
 * @param options.heicWorker script of the thread that decodes HEIC: `heic-worker` of this folder, as source or built
 */
export function pictureMaker(options: { readonly heicWorker: URL }): PictureMaker {
  const takeTurn = limiter(atATime);
  const comeIn = limiter(atHand);

  async function make(path: string, acceptTruncated: boolean): Promise<MadePictures> {
    const source = await readPictureSource(path);
    const { bytes, type } = source;
    const sourceBytes = bytes.byteLength;
    const reading = await takeTurn(async () =>
      readPicture(source, { acceptTruncated, heicWorker: options.heicWorker }),
    );
    giveBack(bytes);
    const { width, height, facts, frames } = reading;
    const encoded = await encode(reading);
    giveBack(reading.pixels);
    return { asset: { type, width, height, ...facts }, frames, sourceBytes, ...encoded };
  }

  async function edit(path: string, how: PictureEdit): Promise<EditedPictures> {
    const { size, ...drawn } = await takeTurn(async () => drawEdited(await readPictureSource(path), how, options));
    return { size, ...(await encode(drawn)) };
  }

  async function encode(drawn: Drawn): Promise<Pick<MadePictures, 'display' | 'thumbnail' | 'hash'>> {
    const [display, small] = await bothDone(
      takeTurn(async () => encodeDisplay(drawn)),
      takeTurn(async () => encodeThumbnail(drawn)),
    );
    return { display, ...small };
  }

  return {
    make: async (path, { acceptTruncated }) => comeIn(async () => make(path, acceptTruncated)),
    edit: async (path, how) => comeIn(async () => edit(path, how)),
    takenAt: async (head) => (await readPictureFacts(head)).takenAt,
    hash: async (thumbnail) => takeTurn(async () => perceptualHash(thumbnail)),
  };
}

async function encodeDisplay(drawn: Drawn): Promise<MadePictures['display']> {
  const [first, ...lower] = (await expectedBytes(drawn)) > displayBytesGoal ? lowerQualities : displayQualities;
  let display = await encodeAt(drawn, first);
  for (const quality of lower) {
    if (display.bytes.byteLength <= displayBytesGoal) break;
    giveBack(display.bytes);
    display = await encodeAt(drawn, quality);
  }
  return display;
}

/**
 * What the picture will take at the best quality, by every fourth band of it and without the second look for the shortest
 * codes: right within two percent, in a sixth of the time that it takes to encode what is then thrown away.
 */
async function expectedBytes({ pixels, raw }: Drawn): Promise<number> {
  const bandBytes = bandRows * raw.width * raw.channels;
  const bands: Buffer[] = [];
  for (let at = 0; at < pixels.byteLength; at += sampledEvery * bandBytes)
    bands.push(pixels.subarray(at, at + bandBytes));
  const sample = Buffer.concat(bands);
  const height = sample.byteLength / (raw.width * raw.channels);
  const encoded = await fromPixels({ pixels: sample, raw: { ...raw, height } })
    .jpeg({ quality: displayQualities[0], optimiseCoding: false })
    .toBuffer();
  const { byteLength } = encoded;
  giveBack(sample);
  giveBack(encoded);
  return (byteLength * raw.height) / height;
}

async function encodeAt(drawn: Drawn, quality: number): Promise<MadePictures['display']> {
  return rendition(await fromPixels(drawn).jpeg({ quality }).toBuffer({ resolveWithObject: true }));
}

async function encodeThumbnail(drawn: Drawn): Promise<Pick<MadePictures, 'thumbnail' | 'hash'>> {
  const small = fromPixels(drawn).resize(thumbnailEdge, thumbnailEdge, { fit: 'inside', withoutEnlargement: true });
  const thumbnail = rendition(await small.jpeg({ quality: thumbnailQuality }).toBuffer({ resolveWithObject: true }));
  return { thumbnail, hash: await perceptualHash(thumbnail.bytes) };
}

/** Bare pixels carry no EXIF, GPS, XMP or profile, so no rendition can. */
function fromPixels({ pixels, raw }: Drawn) {
  return sharp(pixels, { raw });
}

function rendition({ data, info }: { data: Buffer; info: OutputInfo }): MadePictures['display'] {
  return { bytes: data, size: { width: info.width, height: info.height } };
}
