import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import type { Clock } from '#main/services/ports/clock.ts';
import type { PackageReader, ReadPackage } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { assertSafePage } from '../pages/safe-page.ts';
import { moveFolderIntoPlace } from '../store/durable-files.ts';
import type { Publication, Publications } from '../store/publications.ts';
import type { PortalFolder } from '../store/portal-folder.ts';
import type { ReceiptSigner } from './receipt-signer.ts';

export interface PublishingParts {
  readonly folder: PortalFolder;
  readonly publications: Publications;
  readonly signer: ReceiptSigner;
  readonly reader: PackageReader;
  readonly clock: Clock;
  readonly siteName: string;
  /** Address of the portal's root, without a slash at the end. */
  readonly baseUrl: () => string;
}

interface Arrival {
  readonly zipPath: string;
  readonly zipSha256: string;
  readonly packageName: string;
  readonly exporterId: string;
  readonly publicKeys: readonly string[];
}

/**
 * Verifies a package and publishes it. The page is public from the moment its row is in the index, and that is the last
 * thing done, in one transaction with its receipt: a portal killed on the way has published nothing and begins again.
 * The same package twice gets the same receipt. Refuses with the reader's codes, `portal-conflict` (the name or address
 * belongs to other bytes) and `package-replayed` (this or a later revision of the draft is published).
 */
export async function publishPackage(parts: PublishingParts, arrival: Arrival): Promise<Receipt> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(arrival.zipPath), hash);
  if (hash.digest('hex') !== arrival.zipSha256) {
    throw new AppError('bag-hash-mismatch', { path: `${arrival.packageName}.zip` });
  }
  const known = parts.publications.findByZip(arrival.zipSha256);
  if (known) return known.receipt;

  const read = await parts.reader.readPackage(arrival.zipPath, {
    keyRing: keyRingOf(arrival.publicKeys),
    temporaryFolder: parts.folder.temporary,
  });
  try {
    const revision = Number(/-r(\d+)$/.exec(read.name)?.[1]);
    const slug = chooseSlug(parts.publications, read, revision, arrival);
    const page = await readFile(join(read.folder, 'data', 'index.html'), 'utf8');
    assertSafePage(page);
    await moveFolderIntoPlace(read.folder, join(parts.folder.packages, arrival.zipSha256));
    const publication = describe(parts, arrival, read, revision, slug);
    parts.publications.insert(publication);
    return publication.receipt;
  } finally {
    await read.dispose();
  }
}

/** The address under which the package may stand, or a refusal. */
function chooseSlug(publications: Publications, read: ReadPackage, revision: number, arrival: Arrival): string {
  if (read.name !== arrival.packageName)
    throw new AppError('metadata-invalid', { file: 'bag-info.txt', field: 'External-Identifier' });
  if (publications.findByName(read.name)) throw new AppError('portal-conflict', { name: read.name });
  const { action, draftId } = read.pageMeta;
  const newest = publications.newestOfDraft(draftId);
  if (newest && newest.revision >= revision) {
    throw new AppError('package-replayed', { revision, published: newest.revision });
  }
  // A correction or withdrawal was signed for one page: it must not hit what was published since.
  if (action.kind !== 'publish' && newest?.packageName !== action.replaces) {
    throw new AppError('portal-conflict', { name: action.replaces });
  }
  if (newest) return newest.slug;
  const slug = read.name.replace(/-r\d+$/, '');
  if (publications.newestAt(slug)) throw new AppError('portal-conflict', { name: read.name });
  return slug;
}

function describe(
  parts: PublishingParts,
  arrival: Arrival,
  read: ReadPackage,
  revision: number,
  slug: string,
): Publication {
  const publishedAt = parts.clock.now();
  const { draftId, action, article, column } = read.pageMeta;
  const picture = read.images.images[0];
  const { plannedAt } = read.content.metadata;
  const visibleFrom = plannedAt !== null && plannedAt > publishedAt ? plannedAt : '';
  const receipt = parts.signer.sign({
    format: 'gaoqian-receipt',
    version: 1,
    packageName: read.name,
    draftId,
    zipSha256: arrival.zipSha256,
    files: read.files.map(({ path, sha256 }) => ({ path, sha256 })),
    pageUrl: `${parts.baseUrl()}/articles/${slug}/`,
    publishedAt,
    ...(visibleFrom === '' ? {} : { visibleFrom }),
    portal: parts.siteName,
  });
  return {
    packageName: read.name,
    zipSha256: arrival.zipSha256,
    exporterId: arrival.exporterId,
    draftId,
    revision,
    action: action.kind,
    slug,
    // As lists show it.
    headline: article.listTitle ?? article.title,
    abstract: article.description,
    columnName: column.name,
    pubDate: article.pubDate,
    thumbnail: picture?.thumbnail.file ?? null,
    thumbnailAlt: picture?.alt ?? '',
    receipt,
    publishedAt,
    visibleFrom,
  };
}
