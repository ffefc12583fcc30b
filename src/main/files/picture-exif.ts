import exifr from 'exifr';

export interface PictureFacts {
  /** ISO 8601 UTC, milliseconds; null when the picture does not say. */
  readonly takenAt: string | null;
  readonly hadLocation: boolean;
}

// oxlint-disable-next-line import/no-named-as-default-member -- Node finds only the default export of this CommonJS package
const { parse } = exifr;

/** China has one zone without summer time. Cameras write local time; their offset field is rare and often wrong. */
const bureauOffsetHours = 8;

/**
 * When and whether where a picture was taken, from EXIF: `bytes` is a whole file or a bare EXIF block (with or without
 * its `Exif\0\0`). Metadata that cannot be read says nothing; it never refuses the picture.
 */
export async function readPictureFacts(bytes: Uint8Array): Promise<PictureFacts> {
  const header = String.fromCharCode(...bytes.subarray(0, 6));
  const block = header === 'Exif\0\0' ? bytes.subarray(6) : bytes;
  const tags: unknown = await parse(block, {
    reviveValues: false,
    translateValues: false,
    pick: ['DateTimeOriginal', 'CreateDate', 'GPSLatitude', 'GPSLongitude'],
  }).catch(() => undefined);
  if (typeof tags !== 'object' || tags === null) return { takenAt: null, hadLocation: false };
  const found = new Map<string, unknown>(Object.entries(tags));
  return {
    takenAt: momentOf(found.get('DateTimeOriginal')) ?? momentOf(found.get('CreateDate')) ?? null,
    hadLocation: found.has('GPSLatitude') || found.has('GPSLongitude'),
  };
}

/** `2022:08:14 14:12:31` at the bureau, as a moment; undefined for `0000:00:00 00:00:00` and other nonsense. */
function momentOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/.exec(text)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  return new Date(Date.UTC(year, month - 1, day, hour - bureauOffsetHours, minute, second)).toISOString();
}

/** Name of the colour profile in a file, e.g. `Display P3`; empty when there is none. */
export async function readProfileName(bytes: Uint8Array): Promise<string> {
  const tags: unknown = await parse(bytes, {
    icc: true,
    tiff: false,
    translateValues: false,
    reviveValues: false,
  }).catch(() => undefined);
  const name = typeof tags === 'object' && tags !== null && 'ProfileDescription' in tags ? tags.ProfileDescription : '';
  return typeof name === 'string' ? name : '';
}
