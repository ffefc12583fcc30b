import { readInfoLine, type PageFacts } from './page-facts.ts';
import { attribute, elementsOf, textOf, type HtmlElement } from './html-tree.ts';

const mostInside = 12;

/** Values that templates leave behind when nobody filled them in. */
const nothing = /^(null|undefined|无|\s*)$/iu;

/**
 * What the head says by the government page tags (国办发〔2017〕47号, annex), then by common ones; the headline also by
 * `h1` and, last, by the page's title without the site's name.
 */
export function readHtmlFacts(elements: readonly HtmlElement[]): PageFacts {
  const tags = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const value = attribute(element, 'content').trim();
    if (!nothing.test(value)) tags.set(attribute(element, 'name').toLowerCase(), value);
  }
  const headings = elements.filter((element) => element.tagName === 'h1').map(textOf);
  // Word writes there what somebody once gave as the document's property, or the first line of a template.
  const isByOffice = elements.some(
    (element) => element.tagName === 'meta' && /Microsoft Word|Word\.Document/u.test(attribute(element, 'content')),
  );
  const title = isByOffice ? undefined : elements.find((element) => element.tagName === 'title');
  const siteName = tags.get('sitename') ?? '';
  const headline =
    tags.get('articletitle') ??
    (headings.length === 1 ? headings[0] : undefined) ??
    withoutSiteName(title ? textOf(title) : '', siteName);
  // WeChat names the account that published an article in a place of its own.
  const account = elements.find((element) => attribute(element, 'id') === 'js_name');
  const source = tags.get('contentsource') ?? (account && textOf(account));
  const author = tags.get('author');
  const keywords = tags.get('keywords');
  const description = tags.get('description');
  const infoLine = elements.filter(isSmall).flatMap((element) => readInfoLine(textOf(element)) ?? [])[0];
  return {
    ...(headline ? { headline } : {}),
    ...(source ? { contentSource: source } : {}),
    ...(author ? { authors: split(author) } : {}),
    ...(keywords ? { keywords: split(keywords) } : {}),
    ...(description ? { abstract: description } : {}),
    // What the page shows was written by people; tags are often a template's.
    ...infoLine,
  };
}

/** Holds few other elements: a line, not a frame. */
function isSmall(element: HtmlElement): boolean {
  return (
    element.childNodes.length > 0 &&
    elementsOf(element)
      .take(mostInside + 1)
      .toArray().length <= mostInside
  );
}

function withoutSiteName(title: string, siteName: string): string {
  const [first = '', ...rest] = title.split(/\s*[-_|–—]+\s*/u);
  const last = rest.at(-1) ?? '';
  const endsWithSite = rest.length > 0 && (last === siteName || /(网|网站|局|政府|门户)$/u.test(last));
  return endsWithSite ? first.trim() : title.trim();
}

function split(list: string): string[] {
  return list.split(/[,，;；、\s]+/u).filter((entry) => entry !== '');
}
