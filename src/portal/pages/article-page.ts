import type { PortalSite } from '../portal-options.ts';
import { takeArticle } from './frame-article.ts';
import { html, trusted, type Markup } from './html.ts';
import { listAddress } from './list-page.ts';
import { frameBody, frameHead } from './layout.ts';

/** A published package's page inside the portal's frame: its head and text as signed, the portal's header and footer around. */
export function articlePage(site: PortalSite, columnName: string, page: string): Markup {
  const article = takeArticle(page, site.linkAllowList);
  const place = html`<nav class="place" aria-label="当前位置">
    <ol>
      <li><a href="/">首页</a></li>
      <li><a href="${listAddress(columnName, 1)}">${columnName}</a></li>
      <li aria-current="page">正文</li>
    </ol>
  </nav>`;
  const body = trusted(article.body);
  const content = article.hasMain
    ? html`<div id="content" class="page article">${place}${body}</div>`
    : html`<main id="content" class="page article">${place}${body}</main>`;
  return html`<!doctype html>
    <html lang="${article.lang}">
      <head>
        ${trusted(article.head)} ${frameHead()}
      </head>
      <body>
        ${frameBody(site, content)}
      </body>
    </html> `;
}
