import { creditLine } from '../credit-text.ts';
import type { BlockNode, Document, FigureNode, FigurePicture, InlineNode, LinkNode, TextFormat } from '../schema.ts';
import { sanitizeUrl } from '../url.ts';
import { blockText, picturesOf, toConfirmText } from '../walk.ts';
import { escapeHtml } from './escape.ts';
import { renderNode, renderNodes, type NodeRenderers } from './node-renderers.ts';
import type { RenderContext } from './render-context.ts';

const formatTags: Readonly<Record<TextFormat, string>> = {
  bold: 'strong',
  italic: 'em',
  subscript: 'sub',
  superscript: 'sup',
  underline: 'u',
};

/** HTML of each node type. No raw HTML node exists and every text is escaped, so nothing but these tags can come out. */
export const htmlNodes: NodeRenderers<RenderContext> = {
  text: (node) =>
    (node.formats ?? []).reduce(
      (inner, format) => `<${formatTags[format]}>${inner}</${formatTags[format]}>`,
      escapeHtml(node.text),
    ),
  linebreak: () => '<br>',
  'to-confirm': (node) => `<mark class="to-confirm">${escapeHtml(toConfirmText(node.text))}</mark>`,
  link: (node, context) => link(node, context),
  'comment-mark': (node, context) => inline(node.children, context),
  paragraph: (node, context) => {
    if (node.children.length === 0) return '';
    const align = node.align ? ` class="align-${node.align}"` : '';
    return `<p${align}>${inline(node.children, context)}</p>`;
  },
  heading: (node, context) =>
    node.children.length === 0 ? '' : `<h${node.level}>${inline(node.children, context)}</h${node.level}>`,
  quote: (node, context) => `<blockquote><p>${inline(node.children, context)}</p></blockquote>`,
  list: (node, context) => {
    const tag = node.ordered ? 'ol' : 'ul';
    const start = node.ordered && node.start !== undefined ? ` start="${node.start}"` : '';
    return `<${tag}${start}>${renderNodes(htmlNodes, node.children, context)}</${tag}>`;
  },
  'list-item': (node, context) =>
    `<li>${inline(node.children, context)}${node.nested ? renderNode(htmlNodes, node.nested, context) : ''}</li>`,
  table: (node, context) => `<table>${renderNodes(htmlNodes, node.children, context)}</table>`,
  'table-row': (node, context) => `<tr>${renderNodes(htmlNodes, node.children, context)}</tr>`,
  'table-cell': (node, context) => {
    const tag = node.header ? 'th' : 'td';
    const columns = node.columns === undefined ? '' : ` colspan="${node.columns}"`;
    const rows = node.rows === undefined ? '' : ` rowspan="${node.rows}"`;
    return `<${tag}${columns}${rows}>${inline(node.children, context)}</${tag}>`;
  },
  figure: (node, context) => figure(node, context),
  boilerplate: (node) => `<p class="boilerplate">${escapeHtml(node.text).replaceAll('\n', '<br>')}</p>`,
  'horizontal-rule': () => '<hr>',
};

/** The body alone, one block a line: for a page template, or a content system that is pasted into. */
export function renderHtml(document: Document, context: RenderContext): string {
  return document.children
    .map((block: BlockNode) => renderNode(htmlNodes, block, context))
    .filter((html) => html !== '')
    .map((html) => `${html}\n`)
    .join('');
}

function inline(children: readonly InlineNode[], context: RenderContext): string {
  return renderNodes(htmlNodes, children, context);
}

/** The leave-site prompt belongs to the portal: links that need it carry a class, so that its template can find them. */
function link(node: LinkNode, context: RenderContext): string {
  const url = sanitizeUrl(node.url);
  const words = inline(node.children, context);
  if (url === undefined) return words;
  if (!/^https?:/.test(url)) return `<a href="${escapeHtml(url)}">${words}</a>`;
  const mark = context.leavesSite(url) ? ' class="leaves-site" rel="noopener nofollow"' : ' rel="noopener"';
  return `<a href="${escapeHtml(url)}"${mark}>${words}</a>`;
}

function figure(node: FigureNode, context: RenderContext): string {
  const images = picturesOf(node)
    .map((picture) => image(picture, context))
    .join('');
  const caption = blockText(node) === '' ? '' : escapeHtml(context.captionMark) + inline(node.children, context);
  const name = creditLine(node.credit, context.creditMark);
  const credit = name === '' ? '' : `<span class="credit">${escapeHtml(name)}</span>`;
  const words = [caption, credit].filter((part) => part !== '').join(' ');
  const figcaption = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  const kind = images === '' ? ' class="waiting"' : node.beside ? ' class="group"' : '';
  return `<figure${kind}>${images}${figcaption}</figure>`;
}

function image({ asset, alt, decorative }: FigurePicture, context: RenderContext): string {
  const picture = asset === null ? undefined : context.picture(asset);
  if (!picture) return '';
  const words = decorative ? '' : escapeHtml(alt);
  return `<img src="${escapeHtml(picture.src)}" alt="${words}" width="${picture.width}" height="${picture.height}">`;
}
