import type { PageMeta } from '../../model/package.ts';
import { creditLine } from '../credit-text.ts';
import type { Document, InlineNode, ListNode, TableRowNode } from '../schema.ts';
import { picturesOf, shownCaption, toConfirmText } from '../walk.ts';
import { attachmentLines } from './attachments.ts';
import { legibleText } from './escape.ts';
import { renderNode, renderNodes, type NodeRenderers } from './node-renderers.ts';
import type { RenderContext } from './render-context.ts';

type TextContext = Pick<RenderContext, 'captionMark' | 'creditMark'>;

export const plainTextNodes: NodeRenderers<TextContext> = {
  text: (node) => node.text,
  linebreak: () => '\n',
  'to-confirm': (node) => toConfirmText(node.text),
  link: (node, context) => {
    const words = inline(node.children, context);
    // The address of a link that shows nothing is no word of the text.
    return words === '' || words === node.url ? words : `${words}（${node.url}）`;
  },
  'comment-mark': (node, context) => inline(node.children, context),
  paragraph: (node, context) => inline(node.children, context),
  heading: (node, context) => inline(node.children, context),
  quote: (node, context) => inline(node.children, context),
  list: (node, context) => list(node, context, ''),
  'list-item': (node, context) => inline(node.children, context),
  table: (node, context) => renderRows(node.children, context),
  'table-row': (node, context) => node.children.map((cell) => renderNode(plainTextNodes, cell, context)).join('\t'),
  'table-cell': (node, context) => inline(node.children, context).replaceAll('\n', ' '),
  figure: (node, context) => {
    const caption = inline(shownCaption(node), context);
    const credit = creditLine(node.credit, context.creditMark);
    const alt = picturesOf(node)
      .map((picture) => picture.alt)
      .filter((words) => words !== '')
      .join('；');
    const words = [caption === '' ? alt : context.captionMark + caption, credit];
    return words.filter((part) => part !== '').join('　');
  },
  boilerplate: (node) => node.text,
  'horizontal-rule': () => '————————',
};

/** The words alone, blocks apart by an empty line, LF at every line's end. */
export function renderPlainText(document: Document, context: TextContext): string {
  return paragraphs(document.children.map((block) => renderNode(plainTextNodes, block, context)));
}

/** The whole article as text: headline, where it comes from, the words. */
export function renderPlainArticle(pageMeta: PageMeta, document: Document): string {
  const { article } = pageMeta;
  const facts = [article.pubDate, article.contentSource, article.author].filter((fact) => fact !== '').join('　');
  const attachments = attachmentLines(pageMeta);
  const listed = attachments.length === 0 ? '' : `\n${paragraphs([['附件：', ...attachments].join('\n')])}`;
  return `${paragraphs([article.title, article.subheadline, facts])}\n${renderPlainText(document, pageMeta)}${listed}`;
}

function paragraphs(texts: readonly string[]): string {
  return texts
    .map((text) => legibleText(text).trimEnd())
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('\n');
}

function inline(children: readonly InlineNode[], context: TextContext): string {
  return renderNodes(plainTextNodes, children, context);
}

/** A line for each row, cells apart by tabs, as a table sheet takes it. */
function renderRows(rows: readonly TableRowNode[], context: TextContext): string {
  return rows.map((row) => renderNode(plainTextNodes, row, context)).join('\n');
}

function list(node: ListNode, context: TextContext, indent: string): string {
  return node.children
    .flatMap((item, index) => {
      const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '· ';
      const line = indent + mark + renderNode(plainTextNodes, item, context);
      return item.nested ? [line, list(item.nested, context, `${indent}　　`)] : [line];
    })
    .join('\n');
}
