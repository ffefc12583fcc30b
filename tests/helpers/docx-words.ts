import { createHash } from 'node:crypto';
import mammoth from 'mammoth';
import { parseFragment } from 'parse5';
import { attribute, isElement, type HtmlElement, type HtmlNode } from '#main/publishing/import/html-tree.ts';

/** Words with one look, as mammoth reads them; a line break is `\n` without a look. */
export interface SeenWords {
  readonly text: string;
  /** `bold`, `italic`, `subscript`, `superscript`, `underline`, sorted. */
  readonly formats: readonly string[];
  readonly url: string;
}

export interface SeenItem {
  readonly words: readonly SeenWords[];
  readonly nested: SeenList | null;
}
export interface SeenList {
  readonly kind: 'ol' | 'ul';
  readonly items: readonly SeenItem[];
}
export interface SeenCell {
  readonly words: readonly SeenWords[];
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
}
/** A block of a Word document, with nothing that a reader of ours would guess. */
export type SeenBlock =
  | { readonly kind: string; readonly words: readonly SeenWords[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly { readonly sha256: string; readonly alt: string }[] }
  | SeenList
  | { readonly kind: 'table'; readonly rows: readonly (readonly SeenCell[])[] };

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='heading 2'] => h3:fresh",
  "p[style-name='heading 3'] => h4:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='待补图片'] => p.caption:fresh",
  "p[style-name='分隔线'] => hr:fresh",
  'u => u',
];

/** What mammoth sees in a Word document, empty paragraphs included. */
export async function readDocxWords(bytes: Buffer): Promise<{
  readonly blocks: readonly SeenBlock[];
  /** What mammoth did not understand. */
  readonly messages: readonly string[];
}> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap,
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const picture = await image.readAsBuffer();
        return { src: createHash('sha256').update(picture).digest('hex') };
      }),
    },
  );
  const blocks = parseFragment(value).childNodes.filter(isElement).map(blockOf);
  return { blocks, messages: messages.map(({ message }) => message) };
}

function blockOf(element: HtmlElement): SeenBlock {
  if (element.tagName === 'ol' || element.tagName === 'ul') return listOf(element);
  if (element.tagName === 'table') return { kind: 'table', rows: below(element, 'tr').map(rowOf) };
  const pictures = below(element, 'img');
  if (pictures.length > 0) {
    return {
      kind: 'pictures',
      pictures: pictures.map((image) => ({ sha256: attribute(image, 'src'), alt: attribute(image, 'alt') })),
    };
  }
  const name = attribute(element, 'class');
  return { kind: name === '' ? element.tagName : name, words: wordsOf(element.childNodes) };
}

function listOf(element: HtmlElement): SeenList {
  return {
    kind: element.tagName === 'ol' ? 'ol' : 'ul',
    items: element.childNodes.filter(isElement).map((item): SeenItem => {
      const lists = item.childNodes.filter(isElement).filter(({ tagName }) => /^[ou]l$/.test(tagName));
      const words = item.childNodes.filter((node) => !lists.some((list) => list === node));
      return { words: wordsOf(words), nested: lists[0] ? listOf(lists[0]) : null };
    }),
  };
}

function rowOf(row: HtmlElement): readonly SeenCell[] {
  return row.childNodes.filter(isElement).map((cell) => ({
    words: wordsOf(cell.childNodes),
    columns: Number(attribute(cell, 'colspan') || 1),
    rows: Number(attribute(cell, 'rowspan') || 1),
    header: cell.tagName === 'th',
  }));
}

function below(element: HtmlElement, tag: string): HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => (child.tagName === tag ? [child] : below(child, tag)));
}

const formats: Readonly<Record<string, string>> = {
  strong: 'bold',
  em: 'italic',
  sub: 'subscript',
  sup: 'superscript',
  u: 'underline',
};

function wordsOf(nodes: readonly HtmlNode[]): readonly SeenWords[] {
  return joinWords(nodes.flatMap((node) => wordsIn(node, { text: '', formats: [], url: '' })));
}

function wordsIn(node: HtmlNode, look: SeenWords): readonly SeenWords[] {
  if (!isElement(node)) return 'value' in node ? [{ ...look, text: node.value }] : [];
  if (node.tagName === 'br') return [{ text: '\n', formats: [], url: '' }];
  const format = formats[node.tagName];
  const inside: SeenWords = {
    ...look,
    formats: format === undefined ? look.formats : [...look.formats, format].sort(),
    url: node.tagName === 'a' ? attribute(node, 'href') : look.url,
  };
  return node.childNodes.flatMap((child) => wordsIn(child, inside));
}

/** Joins neighbours of one look and drops what has no words. */
export function joinWords(words: readonly SeenWords[]): readonly SeenWords[] {
  const joined: SeenWords[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (word.text === '') continue;
    const same = last?.url === word.url && last.formats.join() === word.formats.join();
    if (last && same) joined[joined.length - 1] = { ...last, text: last.text + word.text };
    else joined.push(word);
  }
  return joined;
}
