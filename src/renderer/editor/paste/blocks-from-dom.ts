import { mergeTexts } from '#shared/document/canonical.ts';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { figureOfLine } from '#shared/document/caption-text.ts';
import type { BlockNode, InlineNode, ListItemNode, ListNode, TextFormat, TextNode } from '#shared/document/schema.ts';
import { runsOf } from '#shared/document/runs.ts';
import { trimInline } from '#shared/document/text-edit.ts';
import { sanitizeUrl } from '#shared/document/url.ts';

const formatOf: Readonly<Partial<Record<string, TextFormat>>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  U: 'underline',
  SUB: 'subscript',
  SUP: 'superscript',
};
const headingLevel: Readonly<Partial<Record<string, 2 | 3 | 4>>> = { H1: 2, H2: 2, H3: 3, H4: 4, H5: 4, H6: 4 };
const inlineTags = new Set(['A', 'SPAN', 'BR', ...Object.keys(formatOf)]);

/**
 * Reads a sanitised tree as blocks of the house, and nothing else can come of it: unknown elements give their words,
 * addresses pass the one URL rule or are dropped, a paragraph that is a caption becomes a figure that
 * waits for its picture. White space is collapsed as a browser would.
 */
export function blocksFromDom(root: Node, marks: CaptionMarks): BlockNode[] {
  const blocks: BlockNode[] = [];
  let run: InlineNode[] = [];
  const close = (): void => {
    const children = trimInline(run);
    run = [];
    if (children.length > 0) blocks.push(paragraphOrFigure(children, marks));
  };
  for (const node of root.childNodes) {
    if (!(node instanceof HTMLElement) || inlineTags.has(node.tagName)) {
      // Some pages wrap blocks in inline elements: what is inside decides.
      if (node instanceof HTMLElement && holdsBlocks(node)) {
        close();
        blocks.push(...blocksFromDom(node, marks));
      } else {
        run.push(...inlinesOf(node, []));
      }
      continue;
    }
    close();
    blocks.push(...blocksOfElement(node, marks));
  }
  close();
  return blocks;
}

function holdsBlocks(element: Element): boolean {
  return [...element.querySelectorAll('*')].some((inner) => !inlineTags.has(inner.tagName));
}

function blocksOfElement(element: HTMLElement, marks: CaptionMarks): readonly BlockNode[] {
  const level = headingLevel[element.tagName];
  if (level !== undefined) {
    const children = trimInline(inlinesOf(element, []));
    return children.length > 0 ? [{ type: 'heading', level, children }] : [];
  }
  switch (element.tagName) {
    case 'HR':
      return [{ type: 'horizontal-rule' }];
    case 'UL':
    case 'OL': {
      const list = listOf(element);
      return list ? [list] : [];
    }
    case 'BLOCKQUOTE': {
      const children = trimInline(
        blocksFromDom(element, marks).flatMap((block, index): InlineNode[] =>
          runsOf(block).flatMap((run) => [...(index > 0 ? [{ type: 'linebreak' } as const] : []), ...run]),
        ),
      );
      return children.length > 0 ? [{ type: 'quote', children }] : [];
    }
    default:
      return blocksFromDom(element, marks);
  }
}

function paragraphOrFigure(children: InlineNode[], marks: CaptionMarks): BlockNode {
  return figureOfLine(children, marks) ?? { type: 'paragraph', children };
}

function listOf(element: Element): ListNode | undefined {
  const items: ListItemNode[] = [];
  for (const child of element.children) {
    const nested = [...child.querySelectorAll('ul, ol')].filter((list) => closestList(list.parentElement) === element);
    const children = child.tagName === 'LI' ? trimInline(inlinesOf(child, [], nested)) : [];
    const lists = (child.tagName === 'UL' || child.tagName === 'OL' ? [child] : nested).flatMap(
      (list) => listOf(list) ?? [],
    );
    if (children.length > 0) items.push({ type: 'list-item', children });
    for (const list of lists) {
      const last = items.at(-1);
      if (last === undefined) items.push(...list.children);
      else if (last.nested) last.nested.children.push(...list.children);
      else last.nested = list;
    }
  }
  return items.length > 0 ? { type: 'list', ordered: element.tagName === 'OL', children: items } : undefined;
}

function closestList(element: Element | null): Element | null {
  return element?.closest('ul, ol') ?? null;
}

/** The words of a tree with their formats and links; blocks inside are taken apart with a line break between them. */
function inlinesOf(node: Node, formats: readonly TextFormat[], skip: readonly Element[] = []): InlineNode[] {
  if (node.nodeType === Node.TEXT_NODE) return textOf(node.nodeValue ?? '', formats);
  if (!(node instanceof HTMLElement) && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return [];
  if (node instanceof Element && skip.includes(node)) return [];
  if (node instanceof HTMLElement && node.tagName === 'BR') return [{ type: 'linebreak' }];
  const format = node instanceof HTMLElement ? formatOf[node.tagName] : undefined;
  const inside = format && !formats.includes(format) ? [...formats, format].sort() : formats;
  const children: InlineNode[] = [];
  for (const child of node.childNodes) {
    const isBlock = child instanceof HTMLElement && !inlineTags.has(child.tagName);
    if (isBlock && children.length > 0) children.push({ type: 'linebreak' });
    children.push(...inlinesOf(child, inside, skip));
  }
  const href = node instanceof HTMLElement && node.tagName === 'A' ? node.getAttribute('href') : null;
  const url = href === null ? undefined : sanitizeUrl(href);
  const words = children.flatMap((child) => (child.type === 'text' || child.type === 'linebreak' ? [child] : []));
  if (url === undefined || words.length === 0 || words.length !== children.length) return children;
  return [{ type: 'link', url, children: mergeTexts(words) }];
}

function textOf(raw: string, formats: readonly TextFormat[]): TextNode[] {
  const text = raw.replace(/[\t\n\r\f\u00a0 ]+/g, ' ').replaceAll('\u200b', '');
  if (text === '') return [];
  return [formats.length > 0 ? { type: 'text', text, formats: [...formats] } : { type: 'text', text }];
}
