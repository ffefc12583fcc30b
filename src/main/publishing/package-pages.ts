import { stripComments } from '#shared/document/canonical.ts';
import { attachmentLines, attachmentsHtml } from '#shared/document/render/attachments.ts';
import { renderHtml } from '#shared/document/render/html.ts';
import { makePageMeta } from '#shared/document/render/page-meta.ts';
import { renderPage } from '#shared/document/render/page.ts';
import { renderPlainArticle } from '#shared/document/render/plain-text.ts';
import { renderWechatPage } from '#shared/document/render/wechat-html.ts';
import { renderContext } from '#shared/document/render/render-context.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { packageName } from '#shared/model/package-name.ts';
import { timeOfPage } from '#shared/model/time-of-page.ts';
import type { PageMeta } from '#shared/model/package.ts';
import type { PackageInputs } from '#main/services/ports/package-writer.ts';
import type { BagPicture } from './bag-pictures.ts';

/** What the pages of a package are made of: preview and package are given the same. */
export type PageInputs = Pick<PackageInputs, 'draftId' | 'number' | 'revision' | 'content' | 'profile' | 'at'>;

export interface PackagePages {
  readonly name: string;
  /** Without comments: they are talk among colleagues and never leave with a package. */
  readonly content: DraftContent;
  readonly pageMeta: PageMeta;
  /** `data/index.html` */
  readonly page: string;
  /** `data/fragment.html` */
  readonly fragment: string;
  /** `data/wechat.html` */
  readonly wechat: string;
  /** `data/article.txt` */
  readonly text: string;
}

/** The draft in the forms in which it is published, from one source. */
export function packagePages(inputs: PageInputs, pictures: readonly BagPicture[]): PackagePages {
  const { profile, number, revision, at } = inputs;
  const pageTime = timeOfPage(inputs.content.metadata, at);
  const name = packageName({ code: profile.bureau.code, number, revision, pageTime });
  const content: DraftContent = { ...inputs.content, document: stripComments(inputs.content.document) };
  const pageMeta = makePageMeta(inputs.draftId, content, inputs.profile, inputs.at, name);
  const byAsset = new Map(pictures.map((picture) => [picture.asset.sha256, picture]));
  const context = renderContext(pageMeta, (asset) => {
    const picture = byAsset.get(asset);
    return (
      picture && { src: picture.display, width: picture.asset.display.width, height: picture.asset.display.height }
    );
  });
  return {
    name,
    content,
    pageMeta,
    page: renderPage(pageMeta, content.document, context),
    fragment: renderHtml(content.document, context) + attachmentsHtml(pageMeta),
    wechat: renderWechatPage(pageMeta.article.title, content.document, context, attachmentLines(pageMeta)),
    text: renderPlainArticle(pageMeta, content.document),
  };
}
