import type { ArticleLine } from '../ports/publication-store.ts';
import { html, type Markup } from '#main/publishing/page-template/html.ts';
import { layout } from '#main/publishing/page-template/layout.ts';
import { listAddress } from '#main/publishing/page-template/list-address.ts';
import type { PortalSite } from '#main/publishing/page-template/portal-site.ts';

export interface ListView {
  /** Names of those that have articles. */
  readonly columns: readonly string[];
  /** Null shows all columns. */
  readonly column: string | null;
  readonly articles: readonly ArticleLine[];
  /** Counts from 1. */
  readonly page: number;
  readonly hasMore: boolean;
}

/** The portal's front page: newest articles, all or of one column. */
export function listPage(site: PortalSite, view: ListView): Markup {
  const heading = view.column ?? '最新信息';
  return layout(site, {
    title: view.column ?? '',
    content: html`<h1>${heading}</h1>
      ${view.columns.length === 0 ? '' : columnList(view)}
      ${
        view.articles.length === 0
          ? html`<p class="empty">${view.page > 1 ? '没有更多信息了。' : '暂无信息。'}</p>`
          : html`<ol class="articles">
              ${view.articles.map(articleLine)}
            </ol>`
      }
      ${pageLinks(view)}`,
  });
}

function columnList(view: ListView): Markup {
  const entries = [
    { name: '全部', address: '/', current: view.column === null },
    ...view.columns.map((name) => ({ name, address: listAddress(name, 1), current: view.column === name })),
  ];
  return html`<nav aria-label="栏目">
    <ul class="columns">
      ${entries.map(
        (entry) =>
          html`<li>
            ${
              entry.current
                ? html`<a href="${entry.address}" aria-current="page">${entry.name}</a>`
                : html`<a href="${entry.address}">${entry.name}</a>`
            }
          </li>`,
      )}
    </ul>
  </nav>`;
}

function articleLine(article: ArticleLine): Markup {
  const address = `/articles/${article.slug}/`;
  const picture = article.thumbnail?.replace(/^data\//, '');
  return html`<li>
    <div class="words">
      <h2><a href="${address}">${article.headline}</a></h2>
      ${article.abstract === '' ? '' : html`<p class="abstract">${article.abstract}</p>`}
      <p class="facts">
        <span>${article.columnName}</span>
        <time datetime="${article.pubDate}">${article.pubDate.slice(0, 10)}</time>
      </p>
    </div>
    ${
      picture === undefined
        ? ''
        : html`<img src="${address}${picture}" alt="${article.thumbnailAlt}" width="168" height="112" loading="lazy" />`
    }
  </li>`;
}

function pageLinks(view: ListView): Markup | string {
  if (view.page === 1 && !view.hasMore) return '';
  return html`<nav class="pages" aria-label="翻页">
    ${view.page > 1 ? html`<a rel="prev" href="${listAddress(view.column, view.page - 1)}">上一页</a>` : ''}
    <span>第 ${view.page} 页</span>
    ${view.hasMore ? html`<a rel="next" href="${listAddress(view.column, view.page + 1)}">下一页</a>` : ''}
  </nav>`;
}
