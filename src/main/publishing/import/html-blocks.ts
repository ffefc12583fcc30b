import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { mergeTexts } from '#shared/document/canonical.ts';
import type { BlockNode, InlineNode, LinkNode, ListItemNode, ListNode, TextFormat } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { runsOf } from '#shared/document/runs.ts';
import { blockText, inlineText } from '#shared/document/walk.ts';
import type { ChangeLog } from './change-log.ts';
import { readHtmlFacts } from './html-facts.ts';
import {
  attribute,
  collapse,
  deepest,
  elementsOf,
  findMain,
  isElement,
  textOf,
  unread,
  type HtmlElement,
} from './html-tree.ts';
import type { PageBlock } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';

export function looksLikeHtml(text: string, fileName: string): boolean {
  return /\.x?html?$/iu.test(fileName) || /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/iu.test(text);
}

const formatOf: Readonly<Record<string, TextFormat>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  sub: 'subscript',
  sup: 'superscript',
};
const headingLevel: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
const inlineTags = new Set(
  (
    'a span font b strong i em u sub sup small big label mark code abbr time cite q s del ins ruby rb bdi bdo wbr ' +
    'o:p st1:date'
  ).split(' '),
);

/** What holds inside an element: formats, the link it stands in, how deep it lies. */
interface Inside {
  readonly formats: readonly TextFormat[];
  readonly url: string | undefined;
  readonly depth: number;
}

type Shape = (children: InlineNode[]) => BlockNode;
const asParagraph: Shape = (children) => ({ type: 'paragraph', children });

/**
 * The blocks of an HTML page: text, headings, links (through `sanitizeUrl`), lists, and pictures as figures that wait
 * for theirs. Everything else is dropped: nothing of the page's markup can reach the draft.
 */
export function htmlBlocks(html: string, log: ChangeLog): { blocks: readonly PageBlock[]; facts: PageFacts } {
  const page: DefaultTreeAdapterTypes.Document = parse(html);
  const elements = [...elementsOf(page)];
  const main = findMain(elements);
  const builder = new BlockBuilder(log);
  if (main) builder.read(main, { formats: [], url: undefined, depth: 0 });
  builder.flush();
  return { blocks: builder.blocks, facts: readHtmlFacts(elements) };
}

class BlockBuilder {
  readonly blocks: PageBlock[] = [];
  private readonly log: ChangeLog;
  private readonly pictures: { count: number };
  private shape: Shape = asParagraph;
  private run: InlineNode[] = [];

  constructor(log: ChangeLog, pictures = { count: 0 }) {
    this.log = log;
    this.pictures = pictures;
  }

  /** Ends the block that is being gathered. */
  flush(): void {
    const children = trimRun(this.run);
    this.run = [];
    if (children.length === 0) return;
    this.push(this.shape(children));
  }

  read(parent: HtmlElement, inside: Inside): void {
    if (inside.depth > deepest) return;
    for (const child of parent.childNodes) {
      if (isElement(child)) this.readElement(child, { ...inside, depth: inside.depth + 1 });
      else if (child.nodeName === '#text' && 'value' in child) this.addText(child.value, inside);
    }
  }

  private readElement(element: HtmlElement, inside: Inside): void {
    const tag = element.tagName;
    if (unread.has(tag) || isHidden(element)) {
      this.log.add('dropped-markup', `<${tag}>`, '');
      return;
    }
    if (tag === 'br') return this.flush();
    if (tag === 'img') return this.addPicture(element);
    if (tag === 'hr') return this.addBlock({ type: 'horizontal-rule' });
    if (tag === 'ul' || tag === 'ol') return this.addBlock(this.readList(element, inside));
    if (tag === 'td' || tag === 'th') return this.readCell(element, inside);
    if (inlineTags.has(tag)) return this.read(element, this.insideOf(element, inside));
    const level = headingLevel[tag];
    if (level) return this.readShaped(element, inside, (children) => ({ type: 'heading', level, children }));
    if (tag === 'blockquote') return this.readShaped(element, inside, (children) => ({ type: 'quote', children }));
    if (tag === 'table') this.log.add('dropped-markup', '<table>', '');
    this.flush();
    this.read(element, inside);
    this.flush();
  }

  private readShaped(element: HtmlElement, inside: Inside, shape: Shape): void {
    this.flush();
    this.shape = shape;
    this.read(element, inside);
    this.flush();
    this.shape = asParagraph;
  }

  /** The schema has no tables yet: a row becomes a paragraph, its cells parted by a wide blank. */
  private readCell(element: HtmlElement, inside: Inside): void {
    const words = textOf(element);
    const hasBlocks = [...elementsOf(element)].some(({ tagName }) => /^(p|div|img|ul|ol|h\d)$/u.test(tagName));
    if (hasBlocks) {
      this.flush();
      this.read(element, inside);
      this.flush();
    } else if (words !== '') {
      if (this.run.length > 0) this.run.push({ type: 'text', text: '\u3000' });
      this.read(element, inside);
    }
  }

  private insideOf(element: HtmlElement, inside: Inside): Inside {
    const format = formatOf[element.tagName];
    const formats = format ? [...new Set([...inside.formats, format])].sort() : inside.formats;
    if (element.tagName !== 'a') return { ...inside, formats };
    const href = attribute(element, 'href');
    const url = sanitizeUrl(href);
    if (url === undefined && href !== '') this.log.add('dropped-markup', '<a>', '');
    return { ...inside, formats, url };
  }

  private addText(value: string, inside: Inside): void {
    const before = inlineText(this.run.slice(-1)).slice(-1);
    // A line end right behind Chinese is no blank, also when a link or a format ends there.
    const text = collapse(before + value).slice(before.length);
    if (text === '') return;
    const node = {
      type: 'text' as const,
      text,
      ...(inside.formats.length > 0 ? { formats: [...inside.formats] } : {}),
    };
    const last = this.run.at(-1);
    if (inside.url === undefined) this.run.push(node);
    else if (last?.type === 'link' && last.url === inside.url) last.children.push(node);
    else this.run.push({ type: 'link', url: inside.url, children: [node] } satisfies LinkNode);
  }

  private addPicture(element: HtmlElement): void {
    const alt = collapse(attribute(element, 'alt')).trim();
    this.flush();
    const picture = { address: attribute(element, 'src').trim(), order: this.pictures.count };
    this.pictures.count += 1;
    this.blocks.push({ node: { type: 'figure', asset: null, alt, credit: '', children: [] }, source: alt, picture });
  }

  private addBlock(node: BlockNode | undefined): void {
    this.flush();
    if (node) this.push(node);
  }

  private push(node: BlockNode): void {
    this.blocks.push({ node, source: node.type === 'figure' ? node.alt : blockText(node) });
  }

  private readList(element: HtmlElement, inside: Inside): ListNode | undefined {
    const children = element.childNodes.flatMap((child): ListItemNode[] => {
      if (!isElement(child) || unread.has(child.tagName) || inside.depth > deepest) return [];
      const gather = new BlockBuilder(this.log, this.pictures);
      gather.read(child, { ...inside, depth: inside.depth + 1 });
      gather.flush();
      const nodes = gather.blocks.map((block) => block.node);
      const nested = nodes.find((node) => node.type === 'list');
      const words = nodes.flatMap((node) => (node.type === 'list' ? [] : runsOf(node).flat()));
      return words.length === 0 && !nested
        ? []
        : [{ type: 'list-item', children: words, ...(nested ? { nested } : {}) }];
    });
    if (children.length === 0) return undefined;
    const start = Number.parseInt(attribute(element, 'start'), 10);
    const ordered = element.tagName === 'ol';
    return { type: 'list', ordered, ...(ordered && start > 1 ? { start } : {}), children };
  }
}

/** Without the blanks at either end, the full-width ones of an indent too. */
function trimRun(run: readonly InlineNode[]): InlineNode[] {
  const merged = mergeTexts(
    run.map((node) => (node.type === 'link' ? { ...node, children: mergeTexts(node.children) } : node)),
  );
  if (inlineText(merged).trim() === '') return [];
  return mergeTexts(
    merged.map((node, index): InlineNode => {
      if (node.type !== 'text') return node;
      const start = index === 0 ? node.text.trimStart() : node.text;
      return { ...node, text: index === merged.length - 1 ? start.trimEnd() : start };
    }),
  );
}

function isHidden(element: HtmlElement): boolean {
  const style = attribute(element, 'style').replace(/\s/g, '').toLowerCase();
  const hidden = element.attrs.some((entry) => entry.name === 'hidden');
  return hidden || style.includes('display:none') || style.includes('visibility:hidden');
}
