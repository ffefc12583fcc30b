import type { PageMeta } from '../../model/package.ts';
import { hostOf } from '../url.ts';

/** Where a page finds a picture, and its size in pixels. */
export interface PagePicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** What the renderers are told by whoever uses them: preview, package and portal differ only here. */
export interface RenderContext {
  /** By the SHA-256 of the original; undefined while there is none. */
  picture(asset: string): PagePicture | undefined;
  readonly captionMark: string;
  readonly creditMark: string;
  /** Whether following this address needs the portal's leave-site prompt. */
  leavesSite(url: string): boolean;
}

/** The context that a page's own metadata gives; what is not listed there as allowed leaves the site. */
export function renderContext(pageMeta: PageMeta, picture: RenderContext['picture']): RenderContext {
  const allowed = new Set(pageMeta.externalLinks.filter((link) => link.government).map((link) => link.host));
  return {
    picture,
    captionMark: pageMeta.captionMark,
    creditMark: pageMeta.creditMark,
    leavesSite: (url) => {
      const host = hostOf(url);
      return host !== '' && host !== pageMeta.site.siteDomain && !allowed.has(host);
    },
  };
}
