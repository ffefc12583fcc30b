import { join } from 'node:path';
import { canonicalJson } from '#shared/document/canonical.ts';
import { packageAttachments } from '#shared/document/render/attachments.ts';
import { AppError } from '#shared/errors.ts';
import { attachmentName, type Attachment } from '#shared/model/attachment.ts';
import type { DraftMetadata } from '#shared/model/draft.ts';
import type { PageMeta } from '#shared/model/package.ts';
import { isOfType } from '../files/attachment-type.ts';
import type { OpenBag } from './bag-reader.ts';

const folder = 'data/attachments/';

/**
 * The attachments of a package: exactly those that the reviewers signed, under the names that we give, each what its ending
 * says. Refuses `metadata-invalid`, `bag-incomplete`, `bag-foreign-file` and `attachment-type-differs {name}`.
 */
export async function judgePackageAttachments(
  bag: OpenBag,
  { attachments = [] }: DraftMetadata,
  pageMeta: PageMeta,
): Promise<void> {
  const places = packageAttachments(attachments);
  if (canonicalJson(pageMeta.attachments ?? []) !== canonicalJson(places)) {
    throw new AppError('metadata-invalid', { file: 'metadata/page-meta.json', field: 'attachments' });
  }
  const named = new Set(places.map(({ file }) => file));
  const foreign = [...bag.files.keys()].find((path) => path.startsWith(folder) && !named.has(path));
  if (foreign !== undefined) throw new AppError('bag-foreign-file', { path: foreign });
  const wrong = places.find(({ file, sha256 }) => bag.files.get(file)?.sha256 !== sha256);
  if (wrong) throw new AppError('bag-incomplete', { path: wrong.file });
  await judgeAttachments(bag, attachments);
}

/** Each attachment must be there with the bytes that the words name. Refuses `bag-incomplete`, `attachment-type-differs`. */
export async function judgeAttachments(bag: OpenBag, attachments: readonly Attachment[]): Promise<void> {
  for (const attachment of attachments) {
    const found = [...bag.files].find(([path, file]) => path.startsWith(folder) && file.sha256 === attachment.sha256);
    if (found?.[1].bytes !== attachment.bytes) throw new AppError('bag-incomplete', { path: attachment.sha256 });
    if (!(await isOfType(join(bag.folder, found[0]), attachment.type))) {
      throw new AppError('attachment-type-differs', { name: attachmentName(attachment) });
    }
  }
}
