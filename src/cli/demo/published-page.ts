import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import sharp from 'sharp';

/** The ten tags that 《政府网站发展指引》 (国办发〔2017〕47号, annex) requires on an article page. */
export const requiredTags = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
] as const;

export interface PublishedPicture {
  /** Address relative to the page, as the page names it. */
  readonly source: string;
  readonly alt: string;
  /** What the page says, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture's bytes say. */
  readonly actualWidth: number;
  readonly actualHeight: number;
  /** EXIF, GPS, XMP or IPTC is left in it; never so in a good page. */
  readonly hasMetadata: boolean;
  readonly sha256: string;
}

/** One picture, or two or three side by side, with what stands below them. */
export interface PublishedFigure {
  readonly caption: string;
  readonly pictures: readonly PublishedPicture[];
}

/** A published page as a visitor gets it. */
export interface PublishedPage {
  readonly tags: Readonly<Record<string, string>>;
  readonly text: string;
  readonly figures: readonly PublishedFigure[];
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Fetches a page and its article's pictures over HTTP. Throws when the portal answers anything but 200. */
export async function fetchPublishedPage(url: string): Promise<PublishedPage> {
  const document = parse((await fetchBytes(url)).toString('utf8'));
  const elements = [...elementsOf(document)];
  const tags = Object.fromEntries(
    elements
      .filter((element) => element.tagName === 'meta')
      .flatMap((element) => {
        const name = attribute(element, 'name');
        return name === '' ? [] : [[name, attribute(element, 'content')]];
      }),
  );
  const article = elements.find((element) => element.tagName === 'article');
  const figures = article ? [...elementsOf(article)].filter((element) => element.tagName === 'figure') : [];
  return {
    tags,
    text: article ? textOf(article) : '',
    figures: await Promise.all(figures.map((figure) => readFigure(figure, url))),
  };
}

async function readFigure(figure: Element, pageUrl: string): Promise<PublishedFigure> {
  const inside = [...elementsOf(figure)];
  const images = inside.filter((element) => element.tagName === 'img');
  const caption = inside.find((element) => element.tagName === 'figcaption');
  return {
    caption: caption ? textOf(caption) : '',
    pictures: await Promise.all(images.map((image) => readPicture(image, pageUrl))),
  };
}

async function readPicture(image: Element, pageUrl: string): Promise<PublishedPicture> {
  const source = attribute(image, 'src');
  const bytes = await fetchBytes(new URL(source, pageUrl).href);
  const facts = await sharp(bytes).metadata();
  return {
    source,
    alt: attribute(image, 'alt'),
    width: Number(attribute(image, 'width')),
    height: Number(attribute(image, 'height')),
    actualWidth: facts.width,
    actualHeight: facts.height,
    hasMetadata: [facts.exif, facts.xmp, facts.iptc, facts.orientation].some((part) => part !== undefined),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function fetchBytes(url: string): Promise<Buffer> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
  if (response.status !== 200) throw new Error(`${response.status} from ${url}`);
  return Buffer.from(await response.arrayBuffer());
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

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
