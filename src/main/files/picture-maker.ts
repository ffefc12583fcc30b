import sharp, { type OutputInfo } from 'sharp';
import type { MadePictures, PictureMaker } from '#main/services/ports/picture-maker.ts';
import { limiter } from './limiter.ts';
import { readPicture, type PictureReading } from './picture-reading.ts';
import { readPictureSource } from './picture-source.ts';

const thumbnailEdge = 480;
/** A goal for the display rendition: its quality goes down to the last step for it and no further. */
const displayBytesGoal = 300 * 1024;
const displayQuality = 82;
const lowerQualities = [76, 70, 64] as const;
const thumbnailQuality = 78;
const atATime = 2;

/**
 * Makes renditions with sharp; see the port. At most two pictures are worked on at once, each on one thread.
 * @param options.heicWorker script of the thread that decodes HEIC: `heic-worker` of this folder, as source or built
 */
export function pictureMaker(options: { readonly heicWorker: URL }): PictureMaker {
  const takeTurn = limiter(atATime);

  async function make(path: string, acceptTruncated: boolean): Promise<MadePictures> {
    const source = await readPictureSource(path);
    const reading = await readPicture(source, { acceptTruncated, heicWorker: options.heicWorker });
    const { width, height, facts } = reading;
    return {
      asset: { type: source.type, width, height, ...facts },
      sourceBytes: source.bytes.byteLength,
      display: await encodeDisplay(reading),
      thumbnail: await encodeThumbnail(reading),
    };
  }

  return { make: async (path, { acceptTruncated }) => takeTurn(() => make(path, acceptTruncated)) };
}

async function encodeDisplay(reading: PictureReading): Promise<MadePictures['display']> {
  let display = await encodeAt(reading, displayQuality);
  for (const quality of lowerQualities) {
    if (display.bytes.byteLength <= displayBytesGoal) break;
    display = await encodeAt(reading, quality);
  }
  return display;
}

async function encodeAt(reading: PictureReading, quality: number): Promise<MadePictures['display']> {
  return rendition(await fromPixels(reading).jpeg({ quality }).toBuffer({ resolveWithObject: true }));
}

async function encodeThumbnail(reading: PictureReading): Promise<MadePictures['thumbnail']> {
  const small = fromPixels(reading).resize(thumbnailEdge, thumbnailEdge, { fit: 'inside', withoutEnlargement: true });
  return rendition(await small.jpeg({ quality: thumbnailQuality }).toBuffer({ resolveWithObject: true }));
}

/** Bare pixels carry no EXIF, GPS, XMP or profile, so no rendition can. */
function fromPixels({ pixels, raw }: PictureReading) {
  return sharp(pixels, { raw });
}

function rendition({ data, info }: { data: Buffer; info: OutputInfo }): MadePictures['display'] {
  return { bytes: data, size: { width: info.width, height: info.height } };
}
