import type { z } from 'zod';
import { canonicalJson } from '#shared/document/canonical.ts';
import { assetsOf, figuresOf, picturesOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { Asset } from '#shared/model/asset.ts';
import { draftContentSchema, hashableContent, type DraftContent } from '#shared/model/draft.ts';
import { ninjsSchema } from '#shared/model/ninjs.ts';
import {
  packageChecksSchema,
  packageImagesSchema,
  packageReviewSchema,
  pageMetaSchema,
  type PackageImages,
} from '#shared/model/package.ts';
import { packageNameSchema } from '#shared/model/package-name.ts';
import { reviewFileNameSchema, reviewFileSchema, signerSchema } from '#shared/model/review-file.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import { signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import type { ReadPackage, ReadReviewFile } from '#main/services/ports/package-reader.ts';
import { checksum } from '../files/checksum.ts';
import { jpegFacts } from '../files/jpeg-facts.ts';
import { judgeAttachments, judgePackageAttachments } from './attachment-reading.ts';
import { bagText, type OpenBag } from './bag-reader.ts';
import { parseMetadata } from './metadata-file.ts';

type PackageParts = Pick<ReadPackage, 'content' | 'contentHash' | 'pageMeta' | 'images' | 'review' | 'checks'>;
type ReviewFileParts = Pick<ReadReviewFile, 'content' | 'contentHash' | 'reviewFile' | 'signer'>;

function reviewRecordHash(record: Omit<ReviewRecord, 'hash'>): string {
  return checksum('sha256', sealedText(record));
}

/**
 * What a package says, checked against its schemas and against itself. Refuses `metadata-invalid {file, field}`,
 * `package-newer`, `picture-broken`, and what `signOffRefusal` refuses: a package that nobody signed off is none.
 */
export async function readPackageParts(bag: OpenBag): Promise<PackageParts> {
  if (!packageNameSchema.safeParse(bag.name).success) throw invalid('bag-info.txt', 'External-Identifier');
  const { content, contentHash, text } = await readContent(bag);
  if (text !== hashableContent(content)) throw invalid('data/document.json', '');
  const pageMeta = await readMetadata(bag, 'metadata/page-meta.json', pageMetaSchema);
  const images = await readMetadata(bag, 'metadata/images.json', packageImagesSchema);
  const review = await readMetadata(bag, 'metadata/review.json', packageReviewSchema);
  const checks = await readMetadata(bag, 'metadata/checks.json', packageChecksSchema);
  const ninjs = await readMetadata(bag, 'metadata/ninjs.json', ninjsSchema);
  for (const page of ['data/index.html', 'data/fragment.html', 'data/article.txt']) await bagText(bag, page);
  if (pageMeta.article.title !== content.metadata.headline) throw invalid('metadata/page-meta.json', 'article.title');
  if (canonicalJson(pageMeta.action) !== canonicalJson(content.metadata.amendment ?? { kind: 'publish' })) {
    throw invalid('metadata/page-meta.json', 'action');
  }
  if (review.draftId !== pageMeta.draftId || review.records.some((record) => record.draftId !== review.draftId)) {
    throw invalid('metadata/review.json', 'draftId');
  }
  if (review.contentHash !== contentHash) throw invalid('metadata/review.json', 'contentHash');
  await judgePackageAttachments(bag, content.metadata, pageMeta);
  if (ninjs.uri !== `urn:uuid:${pageMeta.draftId}`) throw invalid('metadata/ninjs.json', 'uri');
  judgeImages(bag, content, images);
  const refusal = signOffRefusal(review.records, review.authorId, contentHash, reviewRecordHash);
  if (refusal) throw new AppError(refusal, { file: 'metadata/review.json', field: 'records' });
  return { content, contentHash, pageMeta, images, review, checks };
}

/** What a review file says, checked in the same way; its chain of records must hang together. */
export async function readReviewFileParts(bag: OpenBag): Promise<ReviewFileParts> {
  if (!reviewFileNameSchema.safeParse(bag.name).success) throw invalid('bag-info.txt', 'External-Identifier');
  const { content, contentHash } = await readContent(bag);
  const file = 'metadata/review-file.json';
  const reviewFile = await readMetadata(bag, file, reviewFileSchema);
  const signer = await readMetadata(bag, 'metadata/signer.json', signerSchema);
  if (reviewFile.revisions.at(-1)?.contentHash !== contentHash) throw invalid(file, 'revisions');
  const { draftId } = reviewFile;
  judgeRecords(reviewFile.records, draftId, file);
  if (reviewFile.comments.some((comment) => comment.draftId !== draftId)) throw invalid(file, 'comments');
  if (reviewFile.waivers?.some((waiver) => waiver.draftId !== draftId)) throw invalid(file, 'waivers');
  const assets = new Set(reviewFile.assets.map((asset) => asset.sha256));
  if (assetsOf(content.document).some((asset) => !assets.has(asset))) {
    throw invalid(file, 'assets');
  }
  judgeRenditions(bag, reviewFile.assets);
  await judgeAttachments(bag, content.metadata.attachments ?? []);
  return { content, contentHash, reviewFile, signer };
}

/** The records must be of one draft and hang together. */
export function judgeRecords(records: readonly ReviewRecord[], draftId: string, file: string): void {
  let previous: string | null = null;
  for (const [index, record] of records.entries()) {
    const { hash, ...rest } = record;
    const chained =
      record.previousHash === previous && record.sequence === index + 1 && hash === reviewRecordHash(rest);
    if (!chained || record.draftId !== draftId) throw invalid(file, `records.${index}`);
    previous = hash;
  }
}

/** Each picture must be there as its row tells of it. */
export function judgeRenditions(bag: OpenBag, assets: readonly Asset[]): void {
  for (const rendition of assets.flatMap((asset) => [asset.display, asset.thumbnail])) {
    const path = renditionPath(bag, rendition.sha256);
    if (path === undefined) throw new AppError('bag-incomplete', { path: rendition.sha256 });
    judgePicture(bag, path, rendition);
  }
}

/** Where a review file keeps the picture with this hash, below its top folder. */
function renditionPath(bag: Pick<OpenBag, 'files'>, sha256: string): string | undefined {
  return [...bag.files].find(([path, file]) => path.startsWith('data/images/') && file.sha256 === sha256)?.[0];
}

async function readContent(bag: OpenBag) {
  const path = 'data/document.json';
  const text = await bagText(bag, path);
  const content = parseMetadata(path, draftContentSchema, text);
  return { content, contentHash: checksum('sha256', hashableContent(content)), text };
}

/** A tag or payload file that is JSON; refuses as `parseMetadata`. */
export async function readMetadata<Schema extends z.ZodType>(bag: OpenBag, path: string, schema: Schema) {
  return parseMetadata(path, schema, await bagText(bag, path));
}

function judgeImages(bag: OpenBag, content: DraftContent, images: PackageImages): void {
  const file = 'metadata/images.json';
  const pictures = figuresOf(content.document).flatMap(picturesOf);
  const told = images.images.map((image) => image.sourceSha256);
  if (pictures.length !== told.length || pictures.some((picture, index) => picture.asset !== told[index])) {
    throw invalid(file, 'images');
  }
  const files = images.images.flatMap((image) => [image, image.thumbnail]);
  const named = new Set(files.map((picture) => picture.file));
  const foreign = [...bag.files.keys()].find((path) => path.startsWith('data/images/') && !named.has(path));
  if (foreign !== undefined) throw new AppError('bag-foreign-file', { path: foreign });
  for (const picture of files) {
    const found = bag.files.get(picture.file);
    if (found?.sha256 !== picture.sha256 || found.bytes !== picture.bytes) throw invalid(file, picture.file);
    judgePicture(bag, picture.file, picture);
  }
}

function judgePicture(bag: OpenBag, path: string, size: { readonly width: number; readonly height: number }): void {
  const file = bag.files.get(path);
  const facts = file && jpegFacts(file.head, file.tail);
  if (!facts?.bare || facts.width !== size.width || facts.height !== size.height) {
    throw new AppError('picture-broken', { file: path });
  }
}

export function invalid(file: string, field: string): AppError {
  return new AppError('metadata-invalid', { file, field });
}
