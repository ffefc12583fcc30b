import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileChecksum } from '#main/files/checksum.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import type { Clock } from '#main/services/ports/clock.ts';
import type { PackageReader, ReadPackage } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import { assertSafePage } from '../pages/safe-page.ts';
import type { PackageFiles } from '../ports/package-files.ts';
import type { PortalIndex } from '../ports/portal-stores.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { Site } from '../ports/site-store.ts';
import type { Sites } from '../sites/sites.ts';
import type { Arrival } from '../ports/reception-store.ts';
import type { ReceiptSigner } from './receipt-signer.ts';

export interface PublishingParts {
  readonly index: PortalIndex;
  readonly files: PackageFiles;
  readonly signer: ReceiptSigner;
  readonly reader: PackageReader;
  readonly clock: Clock;
  readonly sites: Sites;
  /** Address of the portal's root, without a slash at the end. */
  readonly baseUrl: () => string;
}

interface ArrivedZip extends Omit<Arrival, 'tusId'> {
  readonly zipPath: string;
  readonly publicKeys: readonly string[];
}

/**
 * Verifies a package and publishes it. The page is public from the moment its row is in the index, and that is the last
 * thing done, in one act with its receipt: a portal killed on the way has published nothing and begins again. Nothing but
 * the index decides between processes that publish at once: what it does not take was overtaken, and is judged anew.
 * A package that is published already is `repeated`: its receipt stays. Refuses with the reader's codes, `portal-conflict` (the name or address
 * belongs to other bytes) and `package-replayed` (this or a later revision of the draft is published).
 */
export async function publishPackage(parts: PublishingParts, arrived: ArrivedZip): Promise<'published' | 'repeated'> {
  const { zipSha256, zipPath, packageName, publicKeys } = arrived;
  const { publications } = parts.index;
  if ((await fileChecksum(zipPath)).sha256 !== zipSha256) {
    throw new AppError('bag-hash-mismatch', { path: `${packageName}.zip` });
  }
  const known = await publications.findByZip(zipSha256);
  if (known) return 'repeated';

  const temporaryFolder = parts.files.workFolder;
  await mkdir(temporaryFolder, { recursive: true });
  const read = await parts.reader.readPackage(zipPath, { keyRing: keyRingOf(publicKeys), temporaryFolder });
  try {
    if (read.name !== packageName) {
      throw new AppError('metadata-invalid', { file: 'bag-info.txt', field: 'External-Identifier' });
    }
    const site = await parts.sites.receiving(read.pageMeta.site.siteDomain);
    if (!site) throw new AppError('site-unknown', { domain: read.pageMeta.site.siteDomain });
    let place = await choosePlace(publications, read);
    assertSafePage(await readFile(join(read.folder, 'data', 'index.html'), 'utf8'));
    await parts.files.keep(zipSha256, read.folder, read.files);
    for (;;) {
      const publication = describe(parts, arrived, read, { ...place, site });
      if (await publications.insert(publication)) return 'published';
      if (await publications.findByZip(zipSha256)) return 'repeated';
      place = await choosePlace(publications, read);
    }
  } finally {
    await read.dispose();
  }
}

/** Where in the line of publications a package stands. */
type Place = Pick<Publication, 'slug' | 'revision' | 'follows'>;

/** The address under which the package may stand, and the one that it comes after; or a refusal. */
async function choosePlace(publications: PublicationStore, read: ReadPackage): Promise<Place> {
  if (await publications.findByName(read.name)) throw new AppError('portal-conflict', { name: read.name });
  const revision = Number(/-r(\d+)$/.exec(read.name)?.[1]);
  const { action, draftId } = read.pageMeta;
  const newest = await publications.newestOfDraft(draftId);
  if (newest && newest.revision >= revision) {
    throw new AppError('package-replayed', { revision, published: newest.revision });
  }
  // A correction or withdrawal was signed for one page: it must not hit what was published since.
  if (action.kind !== 'publish' && newest?.packageName !== action.replaces) {
    throw new AppError('portal-conflict', { name: action.replaces });
  }
  if (newest) return { slug: newest.slug, revision, follows: newest.packageName };
  const slug = read.name.replace(/-r\d+$/, '');
  if (await publications.newestAt(slug)) throw new AppError('portal-conflict', { name: read.name });
  return { slug, revision, follows: '' };
}

function describe(
  parts: PublishingParts,
  arrived: ArrivedZip,
  read: ReadPackage,
  { site, ...place }: Place & { readonly site: Site },
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
    zipSha256: arrived.zipSha256,
    files: read.files.map(({ path, sha256 }) => ({ path, sha256 })),
    pageUrl: `${parts.baseUrl()}/articles/${place.slug}/`,
    publishedAt,
    ...(visibleFrom === '' ? {} : { visibleFrom }),
    portal: site.siteName,
  });
  return {
    packageName: read.name,
    zipSha256: arrived.zipSha256,
    exporterId: arrived.exporterId,
    draftId,
    siteDomain: site.domain,
    ...place,
    action: action.kind,
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
