import type { PageMeta } from '../../model/package.ts';
import { shanghaiMinute } from '../../shanghai-time.ts';
import type { Document } from '../schema.ts';
import { attachmentsHtml } from './attachments.ts';
import { escapeHtml } from './escape.ts';
import { renderHtml } from './html.ts';
import { pageStyle } from './page-style.ts';
import type { RenderContext } from './render-context.ts';

/**
 * The fifteen tags of 《政府网站发展指引》 (国办发〔2017〕47号, annex) that an article page carries: ten required, five
 * advised. Tags without a value are left out: inspections count an empty tag as a fault.
 */
export function pageTags(pageMeta: PageMeta): readonly (readonly [name: string, value: string])[] {
  const { site, column, article } = pageMeta;
  const tags: readonly (readonly [string, string])[] = [
    ['SiteName', site.siteName],
    ['SiteDomain', site.siteDomain],
    ['SiteIDCode', site.siteIdCode],
    ['ColumnName', column.name],
    ['ColumnDescription', column.description],
    ['ColumnKeywords', column.keywords.join(',')],
    ['ColumnType', column.type],
    ['ArticleTitle', article.title],
    ['PubDate', article.pubDate],
    ['ContentSource', article.contentSource],
    ['Keywords', article.keywords.join(',')],
    ['Author', article.author],
    ['Description', article.description],
    ['Image', article.image],
    ['Url', article.url],
  ];
  return tags.filter(([, value]) => value.trim() !== '');
}

/** The line under the headline, as parts: when, from where, by whom. */
function pageFacts(pageMeta: PageMeta): readonly string[] {
  const { article, origin } = pageMeta;
  const source =
    origin.kind === 'reprint' ? `来源：${article.contentSource}（转载）` : `来源：${article.contentSource}`;
  const author = article.author === '' ? [] : [`作者：${article.author}`];
  return [`发布时间：${article.pubDate}`, ...(article.contentSource === '' ? [] : [source]), ...author];
}

/** What a correction says of itself below the headline. */
function correctionNote({ action }: PageMeta): readonly string[] {
  if (action.kind !== 'correct') return [];
  const words = `更正说明：${action.reason}（${shanghaiMinute(action.at)} 更正）`;
  return [`<p class="correction">${escapeHtml(words)}</p>`];
}

/** A whole page that stands by itself: readable on a phone, on paper and in the dark, without scripts. */
export function renderPage(pageMeta: PageMeta, document: Document, context: RenderContext): string {
  const { article, site } = pageMeta;
  const tags = pageTags(pageMeta).map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`);
  const facts = pageFacts(pageMeta).map((fact) => `<span>${escapeHtml(fact)}</span>`);
  const subheadline =
    article.subheadline === '' ? [] : [`<p class="subheadline">${escapeHtml(article.subheadline)}</p>`];
  const title = [article.title, site.siteName].filter((part) => part !== '').join(' - ');
  return `${[
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    ...tags,
    `<style>\n${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<article>',
    '<header>',
    `<h1>${escapeHtml(article.title)}</h1>`,
    ...subheadline,
    `<p class="facts">${facts.join(' ')}</p>`,
    ...correctionNote(pageMeta),
    '</header>',
  ].join('\n')}\n${renderHtml(document, context)}${attachmentsHtml(pageMeta)}</article>\n</body>\n</html>\n`;
}
