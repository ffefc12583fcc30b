import type { PortalSite } from './portal-site.ts';
import { takeArticle } from './frame-article.ts';
import { html, trusted, type Markup } from './html.ts';
import { listAddress } from './list-address.ts';
import { frameBody, frameHead } from './layout.ts';

/** `large` is 大字版, for those who see or point less well: the same page in larger, stronger type. */
export type ArticleView = 'standard' | 'large';

/** What an address asks for (`?view=large`). */
export function viewOf(value: unknown): ArticleView {
  return value === 'large' ? 'large' : 'standard';
}

/**
 * A published package's page inside the portal's frame: its head and text as signed, the portal's header and footer around. A
 * draft that is looked at before it has a column stands in none.
 */
export function articlePage(
  site: PortalSite,
  columnName: string,
  page: string,
  view: ArticleView = 'standard',
): Markup {
  const article = takeArticle(page, site.linkAllowList);
  const place = html`<nav class="place" aria-label="当前位置">
    <ol>
      <li><a href="/">首页</a></li>
      ${columnName === '' ? [] : html`<li><a href="${listAddress(columnName, 1)}">${columnName}</a></li>`}
      <li aria-current="page">正文</li>
    </ol>
  </nav>`;
  const body = trusted(article.body);
  const content = article.hasMain
    ? html`<div id="content" class="page article">${place}${body}</div>`
    : html`<main id="content" class="page article">${place}${body}</main>`;
  return html`<!doctype html>
    <html lang="${article.lang}" class="${view}">
      <head>
        ${trusted(article.head)} ${frameHead()}
      </head>
      <body>
        ${frameBody(site, content, viewLink(view))}
      </body>
    </html> `;
}

/** To the other view: a plain link, so that it works without scripts. */
function viewLink(view: ArticleView): Markup {
  return view === 'large'
    ? html`<a class="view" href="./">标准版</a>`
    : html`<a class="view" href="?view=large">大字版</a>`;
}
