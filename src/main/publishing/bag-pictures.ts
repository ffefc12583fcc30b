import type { Asset, Rendition } from '#shared/model/asset.ts';
import type { Document } from '#shared/document/schema.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import { checksum, digestsOf } from '../files/checksum.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { jpegFacts } from '../files/jpeg-facts.ts';
import { readBeginning, withPiece } from '../files/pieces.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import type { StoredFile } from './bag.ts';

/** So many files at once: while one waits for the disk, another is hashed. */
const filesAtOnce = 4;

/** A picture of the document with the two files that a bag holds of it. */
export interface BagPicture {
  readonly asset: Asset;
  /** Below `data/`: `images/01.jpg`, `images/thumb-01.jpg`. */
  readonly display: string;
  readonly thumbnail: string;
}

/** The pictures of a document, each once, numbered in the order in which they first stand. Refuses `asset-missing`. */
export function bagPictures(document: Document, assets: readonly Asset[]): readonly BagPicture[] {
  const pictures = knownPictures(document, assets);
  const known = new Set(pictures.map(({ asset }) => asset.sha256));
  const missing = assetsOf(document).find((sha256) => !known.has(sha256));
  if (missing !== undefined) throw new AppError('asset-missing', { sha256: missing });
  return pictures;
}

/** The same of a draft that is not finished: what is not there yet is left out. */
export function knownPictures(document: Document, assets: readonly Asset[]): readonly BagPicture[] {
  const rows = new Map(assets.map((asset) => [asset.sha256, asset]));
  return numberedPictures(assetsOf(document).flatMap((sha256) => rows.get(sha256) ?? []));
}

/** The pictures with the names of their files, in the order given. */
export function numberedPictures(assets: readonly Asset[]): readonly BagPicture[] {
  return assets.map((asset, index) => {
    const number = String(index + 1).padStart(2, '0');
    return { asset, display: `images/${number}.jpg`, thumbnail: `images/thumb-${number}.jpg` };
  });
}

/** The bytes of a rendition. Refuses `picture-broken` as `assertRendition`. */
export async function readRenditionFile(
  asset: Asset,
  rendition: Rendition,
  read: (sha256: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const bytes = await read(rendition.sha256);
  assertRendition(asset, rendition, bytes, checksum('sha256', bytes));
  return bytes;
}

/**
 * The last guard before a picture leaves the machine: whatever is not the JPEG that the row tells of, or carries metadata,
 * is refused with `picture-broken`.
 */
function assertRendition(asset: Asset, rendition: Rendition, bytes: Uint8Array, sha256: string): void {
  const facts = jpegFacts(bytes);
  const same = facts?.width === rendition.width && facts.height === rendition.height;
  if (!same || !facts.bare || sha256 !== rendition.sha256) throw new AppError('picture-broken', { file: asset.name });
}

/**
 * The renditions, looked at one by one, by path below the bag (`data/images/01.jpg`); refuses as `readRenditionFile`.
 * `giveWay` is waited for before each.
 */
export async function bagPictureFiles(
  pictures: readonly BagPicture[],
  media: Pick<MediaFiles, 'path'>,
  onPicture: (done: number) => void,
  giveWay?: () => Promise<void>,
): Promise<Map<string, StoredFile>> {
  const places = pictures.flatMap(({ asset, display, thumbnail }) => [
    { asset, path: display, rendition: asset.display },
    { asset, path: thumbnail, rendition: asset.thumbnail },
  ]);
  let done = 0;
  const files = await inParallel(places, filesAtOnce, async ({ asset, path, rendition }) => {
    await giveWay?.();
    const file = await withPiece(async (piece) => storedRendition(asset, rendition, media, piece));
    done += 1;
    if (done % 2 === 0) onPicture(done / 2);
    return [`data/${path}`, file] as const;
  });
  return new Map(files);
}

async function storedRendition(
  asset: Asset,
  rendition: Rendition,
  media: Pick<MediaFiles, 'path'>,
  piece: Buffer,
): Promise<StoredFile> {
  const path = await media.path(rendition.sha256);
  if (path === null) throw new AppError('asset-missing', { sha256: rendition.sha256 });
  const bytes = await readBeginning(path, rendition.bytes, piece);
  const digests = digestsOf(bytes);
  assertRendition(asset, rendition, bytes, digests.sha256);
  return { path, ...digests };
}
