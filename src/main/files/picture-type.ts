import type { Asset } from '#shared/model/asset.ts';

export type PictureType = Asset['type'];

/** How many bytes of a file its type is read from. */
export const magicBytes = 64;

/** Brands of an ISO media file (ISO/IEC 23008-12, annex B) whose pictures are coded with HEVC. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** The type that the first bytes promise, whatever the file's name says; undefined for everything that is not taken in. */
export function pictureTypeOf(head: Uint8Array): PictureType | undefined {
  const latin = String.fromCharCode(...head.subarray(0, magicBytes));
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (latin.startsWith('GIF87a') || latin.startsWith('GIF89a')) return 'image/gif';
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'image/webp';
  if (latin.startsWith('II*\0') || latin.startsWith('MM\0*')) return 'image/tiff';
  if (latin.startsWith('ftyp', 4) && heicBrands.has(latin.slice(8, 12)) && !latin.includes('avif')) return 'image/heic';
  return undefined;
}

/** What sharp calls the format of each type that it reads itself. */
export const sharpFormats: Readonly<Record<Exclude<PictureType, 'image/heic'>, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
};
