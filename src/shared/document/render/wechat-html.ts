import { creditLine } from '../credit-text.ts';
import type { Document, FigureNode, InlineNode, TextFormat } from '../schema.ts';
import { inlineText, picturesOf, shownCaption, toConfirmText } from '../walk.ts';
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

/** WeChat's editor keeps `style` attributes and nothing else of a page's look. */
const styles = {
  article: 'font-size:16px;line-height:1.75;color:#333333;letter-spacing:0.5px;',
  paragraph: 'margin:0 0 16px;text-indent:2em;text-align:justify;',
  center: 'margin:0 0 16px;text-align:center;',
  right: 'margin:0 0 16px;text-align:right;',
  heading: 'margin:24px 0 12px;font-size:17px;font-weight:bold;color:#14488a;',
  quote: 'margin:0 0 16px;padding:8px 16px;border-left:3px solid #14488a;color:#595959;background-color:#f7f8fa;',
  list: 'margin:0 0 16px;padding-left:2em;',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px;',
  cell: 'padding:6px 8px;border:1px solid #c8ccd2;text-align:left;vertical-align:top;',
  headCell:
    'padding:6px 8px;border:1px solid #c8ccd2;text-align:left;vertical-align:top;font-weight:bold;background-color:#f2f4f7;',
  picture: 'margin:0;padding:24px 8px;border:1px dashed #b04508;color:#b04508;text-align:center;font-size:14px;',
  figure: 'margin:0 0 16px;',
  caption: 'margin:8px 0 0;font-size:14px;line-height:1.6;color:#595959;text-align:center;',
  boilerplate: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #dcdfe4;font-size:13px;color:#595959;',
  attachment: 'margin:0 0 4px;font-size:14px;color:#595959;',
  rule: 'margin:24px 0;border:0;border-top:1px solid #dcdfe4;',
} as const;

/** A picture stands as a note that names its file: WeChat takes pictures only through its own library. */
export const pictureNote = 'data-picture';

/**
 * HTML of each node type for WeChat's editor: inline styles only, no classes, no links (it drops those that lead out, so
 * the address is written out).
 */
export const wechatNodes: NodeRenderers<RenderContext> = {
  text: (node) =>
    (node.formats ?? []).reduce(
      (inner, format) => `<${formatTags[format]}>${inner}</${formatTags[format]}>`,
      escapeHtml(node.text),
    ),
  linebreak: () => '<br>',
  'to-confirm': (node) => escapeHtml(toConfirmText(node.text)),
  link: (node, context) => {
    const words = inlineText(node.children);
    // The address of a link that shows nothing is no word of the text.
    const shown = words === '' || words === node.url ? '' : `（${escapeHtml(node.url)}）`;
    return inline(node.children, context) + shown;
  },
  'comment-mark': (node, context) => inline(node.children, context),
  paragraph: (node, context) =>
    node.children.length === 0 ? '' : styled('p', styles[node.align ?? 'paragraph'], inline(node.children, context)),
  heading: (node, context) =>
    node.children.length === 0 ? '' : styled(`h${node.level}`, styles.heading, inline(node.children, context)),
  quote: (node, context) => styled('blockquote', styles.quote, inline(node.children, context)),
  list: (node, context) => {
    const start = node.ordered && node.start !== undefined ? ` start="${node.start}"` : '';
    const tag = node.ordered ? 'ol' : 'ul';
    return `<${tag}${start} style="${styles.list}">${renderNodes(wechatNodes, node.children, context)}</${tag}>`;
  },
  'list-item': (node, context) =>
    `<li>${inline(node.children, context)}${node.nested ? renderNode(wechatNodes, node.nested, context) : ''}</li>`,
  table: (node, context) => styled('table', styles.table, renderNodes(wechatNodes, node.children, context)),
  'table-row': (node, context) => `<tr>${renderNodes(wechatNodes, node.children, context)}</tr>`,
  'table-cell': (node, context) => {
    const [tag, style] = node.header ? (['th', styles.headCell] as const) : (['td', styles.cell] as const);
    const columns = node.columns === undefined ? '' : ` colspan="${node.columns}"`;
    const rows = node.rows === undefined ? '' : ` rowspan="${node.rows}"`;
    return `<${tag}${columns}${rows} style="${style}">${inline(node.children, context)}</${tag}>`;
  },
  figure: (node, context) => figure(node, context),
  boilerplate: (node) => styled('p', styles.boilerplate, escapeHtml(node.text).replaceAll('\n', '<br>')),
  'horizontal-rule': () => `<hr style="${styles.rule}">`,
};

/**
 * A page to open and copy into WeChat's editor. Its title goes into the field of its own there.
 * @param attachments a line each: WeChat takes no files, so they are named, and readers are sent to the site
 */
export function renderWechatPage(
  title: string,
  document: Document,
  context: RenderContext,
  attachments: readonly string[] = [],
): string {
  const blocks = document.children
    .map((block) => renderNode(wechatNodes, block, context))
    .filter((html) => html !== '')
    .map((html) => `${html}\n`);
  const listed = attachments.length === 0 ? [] : ['附件（请到门户网站下载）：', ...attachments];
  blocks.push(...listed.map((line) => `${styled('p', styles.attachment, escapeHtml(line))}\n`));
  return `${[
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(title) || '公众号'}</title>`,
    '</head>',
    '<body>',
    `<section style="${styles.article}">`,
  ].join('\n')}\n${blocks.join('')}</section>\n</body>\n</html>\n`;
}

function inline(children: readonly InlineNode[], context: RenderContext): string {
  return renderNodes(wechatNodes, children, context);
}

function figure(node: FigureNode, context: RenderContext): string {
  const pictures = picturesOf(node).map(({ asset }) => {
    const file = asset === null ? undefined : context.picture(asset)?.src;
    const words = file === undefined ? '请在此处插入图片' : `请在此处插入 ${file}`;
    return `<p ${pictureNote}="" style="${styles.picture}">${escapeHtml(words)}</p>`;
  });
  const words = shownCaption(node);
  const caption = inlineText(words) === '' ? '' : escapeHtml(context.captionMark) + inline(words, context);
  const credit = escapeHtml(creditLine(node.credit, context.creditMark));
  const line = [caption, credit].filter((part) => part !== '').join('　');
  return styled('section', styles.figure, pictures.join('') + (line === '' ? '' : styled('p', styles.caption, line)));
}

function styled(tag: string, style: string, inner: string): string {
  return `<${tag} style="${style}">${inner}</${tag}>`;
}
