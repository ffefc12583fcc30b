import { creditLine } from '../credit-text.ts';
import type { BlockNode, Document, FigureNode, InlineNode, LinkNode, TextFormat } from '../schema.ts';
import { sanitizeUrl } from '../url.ts';
import { inlineText, picturesOf, shownCaption, toConfirmText } from '../walk.ts';
import { escapeHtml } from './escape.ts';
import { renderNode, renderNodes, type NodeRenderers } from './node-renderers.ts';
import type { PagePicture, RenderContext } from './render-context.ts';

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
  const shown = picturesOf(node).flatMap(({ asset, alt, decorative }): readonly ShownPicture[] => {
    const picture = asset === null ? undefined : context.picture(asset);
    return picture ? [{ ...picture, alt: decorative ? '' : alt }] : [];
  });
  const images = (node.beside ? sameHeight(shown) : shown).map(image).join('');
  const words = shownCaption(node);
  const caption = inlineText(words) === '' ? '' : escapeHtml(context.captionMark) + inline(words, context);
  const name = creditLine(node.credit, context.creditMark);
  const credit = name === '' ? '' : `<span class="credit">${escapeHtml(name)}</span>`;
  const line = [caption, credit].filter((part) => part !== '').join(' ');
  const figcaption = line === '' ? '' : `<figcaption>${line}</figcaption>`;
  const kind = images === '' ? ' class="waiting"' : node.beside ? ' class="group"' : '';
  // The caption goes below the row, so the row is an element of its own.
  const row = node.beside && images !== '' ? `<div class="pictures">${images}</div>` : images;
  return `<figure${kind}>${row}${figcaption}</figure>`;
}

interface ShownPicture extends PagePicture {
  readonly alt: string;
}

/**
 * The sizes of pictures side by side, all as high as the highest, each in its own proportions: a row that shrinks them
 * by their widths keeps them equally high without a style of its own.
 */
function sameHeight(pictures: readonly ShownPicture[]): readonly ShownPicture[] {
  const height = Math.max(...pictures.map((picture) => picture.height));
  return pictures.map((picture) => ({
    ...picture,
    height,
    width: Math.round((picture.width * height) / picture.height),
  }));
}

function image({ src, alt, width, height }: ShownPicture): string {
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
}
