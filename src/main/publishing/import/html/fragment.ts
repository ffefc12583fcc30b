import type { DefaultTreeAdapterTypes } from 'parse5';
import { isElement, type HtmlElement, type HtmlNode } from '../html-tree.ts';
import type { HtmlComment } from './pictures.ts';

const startMark = '<!--StartFragment-->';
const endMark = '<!--EndFragment-->';

/**
 * The markup of Windows' clipboard format, which some hosts hand out with its header ("HTML Clipboard Format"). The header
 * says in bytes where the copied part is; comments say it too, and are put in where a program left them out.
 */
export function markupOfClipboard(html: string): string {
  if (!/^Version:\d/u.test(html)) return html;
  const from = Math.max(0, html.indexOf('<'));
  const start = Number(/^StartFragment:(\d{1,10})/mu.exec(html.slice(0, from))?.[1]);
  const end = Number(/^EndFragment:(\d{1,10})/mu.exec(html.slice(0, from))?.[1]);
  if (html.includes(startMark) || !(start > 0 && end > start)) return html.slice(from);
  const bytes = Buffer.from(html);
  const part = (begin: number, stop?: number): string => bytes.subarray(begin, stop).toString();
  return `${part(from, start)}${startMark}${part(start, end)}${endMark}${part(end)}`;
}

/** What says how the rest is to be read, though it stands before the copied part. */
const kept: ReadonlySet<string> = new Set(['style', 'colgroup', 'col', 'meta', 'link']);

/** Whether a clipboard's markup is a page around the copied part, and says so; a bare part may hold such marks of its own. */
export function isPageAroundFragment(html: string): boolean {
  const start = html.indexOf(startMark);
  return start >= 0 && html.includes(endMark, start) && /<(?:html|body)\b/iu.test(html.slice(0, start));
}

/**
 * The body without what lies around the copied part: some programs put their whole page there. What the part stands in
 * (a list, a table) stays around it.
 */
export function copiedPart(elements: readonly HtmlElement[]): HtmlElement | undefined {
  const body = elements.find(({ tagName }) => tagName === 'body');
  const marks = body ? marksIn(body) : [];
  const start = marks.find(({ data }) => data === 'StartFragment');
  const end = marks.findLast(({ data }) => data === 'EndFragment');
  if (!body || !start || !end) return body;
  dropBeside(start, body, 'before');
  dropBeside(end, body, 'after');
  return body;
}

/** In their order. */
function marksIn(body: HtmlElement): readonly HtmlComment[] {
  const marks: HtmlComment[] = [];
  const waiting: HtmlNode[] = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('data' in node && /^(?:Start|End)Fragment$/u.test(node.data)) marks.push(node);
    if (isElement(node)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return marks;
}

/** Goes from a mark up to the body, and drops what stands on one side of each step. */
function dropBeside(mark: HtmlNode, body: HtmlElement, side: 'before' | 'after'): void {
  let inner: HtmlNode = mark;
  while (inner !== body) {
    const parent: DefaultTreeAdapterTypes.ParentNode | null = inner.parentNode;
    if (!parent || !('tagName' in parent)) return;
    const at = parent.childNodes.indexOf(inner);
    parent.childNodes = parent.childNodes.filter(
      (node, index) => (side === 'before' ? index >= at : index <= at) || (isElement(node) && kept.has(node.tagName)),
    );
    inner = parent;
  }
}
