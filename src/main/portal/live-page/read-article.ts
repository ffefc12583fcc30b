import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface PageArticle {
  /** Whether the page says which part of it is the article; otherwise its whole body is taken. */
  readonly isMarked: boolean;
  /** Headline, paragraphs, captions and cells in reading order, white space folded, empty ones left out. */
  readonly words: readonly string[];
  /** Addresses of pictures as the page names them. */
  readonly pictures: readonly string[];
  /** Addresses of what is offered for download. */
  readonly attachments: readonly string[];
  /** `<meta name content>` of the head. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Elements that begin words of their own. */
const blocks = new Set(
  `article aside blockquote body br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main
   nav ol p section table tbody td tfoot th thead tr ul`
    .trim()
    .split(/\s+/),
);
const unseen = new Set(['script', 'style', 'template', 'noscript']);

/** What a page says, as a reader gets it, however its tags are arranged. */
export function readArticle(html: string): PageArticle {
  const elements = [...elementsOf(parse(html))];
  const article = elements.find((element) => element.tagName === 'article');
  const root = article ?? elements.find((element) => element.tagName === 'body');
  const words: string[] = [];
  let open = '';
  const close = (): void => {
    const folded = open.replaceAll(/\s+/g, ' ').trim();
    if (folded !== '') words.push(folded);
    open = '';
  };
  const walk = (node: Node): void => {
    if ('value' in node) open += node.value;
    if (!('childNodes' in node)) return;
    const name = 'tagName' in node ? node.tagName : '';
    if (unseen.has(name)) return;
    if (blocks.has(name)) close();
    for (const child of node.childNodes) walk(child);
    if (blocks.has(name)) close();
  };
  if (root) walk(root);
  close();
  const inside = root ? [...elementsOf(root)] : [];
  return {
    isMarked: article !== undefined,
    words,
    pictures: inside.filter(({ tagName }) => tagName === 'img').map((image) => attribute(image, 'src')),
    attachments: inside
      .filter(({ tagName, attrs }) => tagName === 'a' && attrs.some(({ name }) => name === 'download'))
      .map((link) => attribute(link, 'href')),
    tags: new Map(
      elements
        .filter(({ tagName }) => tagName === 'meta')
        .map((meta) => [attribute(meta, 'name'), attribute(meta, 'content')] as const)
        .filter(([name]) => name !== ''),
    ),
  };
}

function* elementsOf(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    yield* elementsOf(child);
  }
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value ?? '';
}
