import type { PortalSite } from '../portal-options.ts';
import { takeArticle } from './frame-article.ts';
import { html, trusted, type Markup } from './html.ts';
import { frameBody, frameHead } from './layout.ts';

/** A published package's page inside the portal's frame: its head and text as signed, the portal's header and footer around. */
export function articlePage(site: PortalSite, page: string): Markup {
  const article = takeArticle(page, site.linkAllowList);
  const body = trusted(article.body);
  const content = article.hasMain
    ? html`<div id="content" class="page article">${body}</div>`
    : html`<main id="content" class="page article">${body}</main>`;
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
