import { figuresOf, inlineText, picturesOf, shownCaption } from '#shared/document/walk.ts';
import { stripComments } from '#shared/document/canonical.ts';
import { renderHtml } from '#shared/document/render/html.ts';
import { renderNinjs } from '#shared/document/render/ninjs.ts';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { renderPage } from '#shared/document/render/page.ts';
import { renderPlainArticle } from '#shared/document/render/plain-text.ts';
import { renderContext } from '#shared/document/render/render-context.ts';
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
import { bagProfiles, utf8, type BagParts } from './bag.ts';
import type { BagPicture } from './bag-pictures.ts';
import { metadataFile } from './metadata-file.ts';

/** `TSZJ-20220316-0007-r3`: bureau code, day of publication, draft number, revision. */
function packageName(inputs: Pick<PackageInputs, 'profile' | 'content' | 'at' | 'number' | 'revision'>): string {
  const day = shanghaiDate(inputs.content.metadata.plannedAt ?? inputs.at).replaceAll('-', '');
  return `${inputs.profile.bureau.code}-${day}-${String(inputs.number).padStart(4, '0')}-r${inputs.revision}`;
}

/**
 * Everything that the package of `docs/package-format.md` holds but its manifests and signature.
 * @param pictureFiles bytes by path, from `bagPictureFiles`
 */
export function packageContents(
  inputs: PackageInputs,
  pictures: readonly BagPicture[],
  pictureFiles: ReadonlyMap<string, Uint8Array>,
): BagParts {
  const name = packageName(inputs);
  // Comments are talk among colleagues: they never leave with a package.
  const content: DraftContent = { ...inputs.content, document: stripComments(inputs.content.document) };
  const pageMeta = makePageMeta(inputs.draftId, content, inputs.profile, inputs.at, name);
  const byAsset = new Map(pictures.map((picture) => [picture.asset.sha256, picture]));
  const context = renderContext(pageMeta, (asset) => {
    const picture = byAsset.get(asset);
    return (
      picture && { src: picture.display, width: picture.asset.display.width, height: picture.asset.display.height }
    );
  });
  const images = packageImages(content, pageMeta, byAsset);
  const html = renderHtml(content.document, context);
  const text = renderPlainArticle(pageMeta, content.document);
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
  const ninjs = renderNinjs({ content, pageMeta, images, name, revision: inputs.revision, at: inputs.at, html, text });
  return {
    name,
    info: bagInfo(inputs, name),
    payload: new Map([
      ['data/index.html', utf8(renderPage(pageMeta, content.document, context))],
      ['data/fragment.html', utf8(html)],
      ['data/article.txt', utf8(text)],
      ['data/document.json', utf8(documentText)],
      ...pictureFiles,
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
