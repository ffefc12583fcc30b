import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Pictures that the tests make themselves. Each shows, when upright, a red band along its top, a blue one at its
 * bottom, and grey between, so that a reader of pixels can tell which side is up.
 */
export interface OwnPicture {
  readonly path: string;
  /** Upright. */
  readonly width: number;
  readonly height: number;
}

/** 39° 54′ 22″ N, 116° 23′ 29″ E. */
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '39/1 54/1 22/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '116/1 23/1 29/1',
};

/** A photo that names the place where it was taken. */
export async function pictureWithPlace(folder: string): Promise<OwnPicture> {
  const size = { width: 1800, height: 1200 };
  const path = join(folder, 'with-place.jpg');
  await sharp(await upright(size))
    .jpeg()
    .withExif({ IFD0: { Make: 'Gaoqian' }, IFD2: { DateTimeOriginal: '2026:03:16 09:30:00' }, IFD3: place })
    .toFile(path);
  return { path, ...size };
}

/** A photo stored lying on its side, with EXIF orientation 6: a reader must turn it a quarter clockwise. */
export async function pictureOnItsSide(folder: string): Promise<OwnPicture> {
  const size = { width: 1200, height: 1600 };
  const path = join(folder, 'on-its-side.jpg');
  const lying = await sharp(await upright(size))
    .rotate(-90)
    .png()
    .toBuffer();
  await sharp(lying).jpeg().withMetadata({ orientation: 6 }).toFile(path);
  return { path, ...size };
}

/** A plain PNG. */
export async function plainPicture(folder: string): Promise<OwnPicture> {
  const size = { width: 1280, height: 960 };
  const path = join(folder, 'plain.png');
  await sharp(await upright(size))
    .png()
    .toFile(path);
  return { path, ...size };
}

async function upright(size: { readonly width: number; readonly height: number }): Promise<Buffer> {
  const band = { width: size.width, height: Math.round(size.height / 5), channels: 3 as const };
  return sharp({ create: { ...size, channels: 3, background: '#808080' } })
    .composite([
      { input: { create: { ...band, background: '#d02020' } }, gravity: 'north' },
      { input: { create: { ...band, background: '#2020d0' } }, gravity: 'south' },
    ])
    .png()
    .toBuffer();
}

/** Whether the picture of these bytes shows its red band on top and its blue one at the bottom. */
export async function isUpright(bytes: Uint8Array): Promise<boolean> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (part: number): readonly number[] => {
    const start = (Math.floor(info.height * part) * info.width + Math.floor(info.width / 2)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  const [topRed = 0, , topBlue = 255] = at(0.08);
  const [bottomRed = 255, , bottomBlue = 0] = at(0.92);
  return topRed > topBlue + 80 && bottomBlue > bottomRed + 80;
}
