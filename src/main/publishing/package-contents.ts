import { figuresOf, inlineText, picturesOf, shownCaption } from '#shared/document/walk.ts';
import { renderNinjs } from '#shared/document/render/ninjs.ts';
import { AppError } from '#shared/errors.ts';
import { hashableContent } from '#shared/model/draft.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { ninjsSchema } from '#shared/model/ninjs.ts';
import {
  packageChecksSchema,
  packageImagesSchema,
  packageReviewSchema,
  packageVersion,
  pageMetaSchema,
  type PackageImages,
  type PageMeta,
} from '#shared/model/package.ts';
import { shanghaiDate } from '#shared/shanghai-time.ts';
import type { PackageInputs } from '#main/services/ports/package-writer.ts';
import { checksum } from '../files/checksum.ts';
import { bagProfiles, utf8, type BagParts, type Files } from './bag.ts';
import type { BagPicture } from './bag-pictures.ts';
import { metadataFile } from './metadata-file.ts';
import { packagePages } from './package-pages.ts';

/**
 * Everything that the package of `docs/package-format.md` holds but its manifests and signature.
 * @param mediaFiles pictures and attachments by path, from `bagPictureFiles` and `bagAttachmentFiles`
 */
export function packageContents(inputs: PackageInputs, pictures: readonly BagPicture[], mediaFiles: Files): BagParts {
  const { name, content, pageMeta, page, fragment, wechat, text } = packagePages(inputs, pictures);
  const byAsset = new Map(pictures.map((picture) => [picture.asset.sha256, picture]));
  const images = packageImages(content, pageMeta, byAsset);
  const documentText = hashableContent(content);
  const review = {
    format: 'gaoqian-review',
    version: packageVersion,
    draftId: inputs.draftId,
    authorId: inputs.authorId,
    contentHash: checksum('sha256', documentText),
    records: inputs.records,
  };
  const checks = { format: 'gaoqian-checks', version: packageVersion, ...inputs.checks };
  const ninjs = renderNinjs({
    content,
    pageMeta,
    images,
    name,
    revision: inputs.revision,
    at: inputs.at,
    html: fragment,
    text,
  });
  return {
    name,
    info: bagInfo(inputs, name),
    payload: new Map([
      ['data/index.html', utf8(page)],
      ['data/fragment.html', utf8(fragment)],
      ['data/wechat.html', utf8(wechat)],
      ['data/article.txt', utf8(text)],
      ['data/document.json', utf8(documentText)],
      ...mediaFiles,
    ]),
    metadata: new Map([
      metadataFile('metadata/page-meta.json', pageMetaSchema, pageMeta),
      metadataFile('metadata/images.json', packageImagesSchema, images),
      metadataFile('metadata/review.json', packageReviewSchema, review),
      metadataFile('metadata/checks.json', packageChecksSchema, checks),
      metadataFile('metadata/ninjs.json', ninjsSchema, ninjs),
    ]),
    key: inputs.key,
    at: inputs.at,
  };
}

function packageImages(
  content: DraftContent,
  pageMeta: PageMeta,
  byAsset: ReadonlyMap<string, BagPicture>,
): PackageImages {
  const images = figuresOf(content.document).flatMap((figure, index) =>
    picturesOf(figure).map((part) => {
      const picture = part.asset === null ? undefined : byAsset.get(part.asset);
      if (!picture) throw new AppError('asset-missing', { figure: index + 1 });
      const { asset } = picture;
      return {
        file: `data/${picture.display}`,
        ...asset.display,
        type: 'image/jpeg' as const,
        thumbnail: { file: `data/${picture.thumbnail}`, ...asset.thumbnail, type: 'image/jpeg' as const },
        caption: inlineText(shownCaption(figure)),
        alt: part.alt,
        decorative: part.decorative ?? false,
        credit: figure.credit,
        sourceSha256: asset.sha256,
        rights: pageMeta.article.contentSource,
      };
    }),
  );
  return { format: 'gaoqian-images', version: packageVersion, images };
}

function bagInfo(inputs: PackageInputs, name: string): BagParts['info'] {
  const { bureau } = inputs.profile;
  return [
    ['Source-Organization', bureau.name],
    ['Contact-Name', bureau.contactName],
    ['Contact-Phone', bureau.contactPhone],
    ['Contact-Email', bureau.contactEmail],
    ['External-Description', inputs.content.metadata.headline],
    ['External-Identifier', name],
    ['Bagging-Date', shanghaiDate(inputs.at)],
    ['Bag-Group-Identifier', inputs.draftId],
    ['Bag-Software-Agent', inputs.agent],
    ['BagIt-Profile-Identifier', `${bagProfiles.package}${packageVersion}`],
  ];
}
