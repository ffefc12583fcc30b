import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Deeper nesting than any page has: what lies below is not read. */
export const deepest = 200;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value ?? '';
}

/** All elements below, in document order. */
export function* elementsOf(parent: HtmlParent, depth = 0): Generator<HtmlElement> {
  if (depth > deepest) return;
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsOf(child, depth + 1);
  }
}

/** The words below, with white space as HTML shows it. */
export function textOf(parent: HtmlParent): string {
  return collapse(rawTextOf(parent, 0)).trim();
}

function rawTextOf(parent: HtmlParent, depth: number): string {
  if (depth > deepest) return '';
  return parent.childNodes
    .map((child) => {
      if (!isElement(child)) return child.nodeName === '#text' && 'value' in child ? child.value : '';
      return unread.has(child.tagName) ? '' : rawTextOf(child, depth + 1);
    })
    .join('');
}

/** A line end between two Han comes from the way the source was written; other white space shows as one blank. */
export function collapse(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}，。：；！？、）”》])[ \t]*\n[ \t\n]*(?=[\p{Script=Han}（“《])/gu, '')
    .replace(/[ \t\n\f\u00a0]+/g, ' ');
}

/** Elements whose inside is no text of the page. */
export const unread: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe frame object embed applet svg math canvas ' +
    'form input button select textarea video audio map head title nav rt rp'
  ).split(' '),
);

const mainIds = /^(zoom|content|article|maincontent|ucap-?content|articlecontent|newscontent|con_con)$/iu;
const mainClasses =
  /(^|\s)(TRS_Editor|TRS_UEDITOR|article|article-?(content|body|con)|news_?content|content|view)(\s|$)/iu;

/** The element that holds the article: the one so marked that has most words, else the body. */
export function findMain(elements: readonly HtmlElement[]): HtmlElement | undefined {
  const body = elements.find((element) => element.tagName === 'body');
  const marked = elements.filter(
    (element) =>
      element.tagName === 'article' ||
      element.tagName === 'main' ||
      mainIds.test(attribute(element, 'id')) ||
      mainClasses.test(attribute(element, 'class')),
  );
  const longest = Math.max(0, ...marked.map((element) => textOf(element).length));
  // The innermost of those that hold (almost) all of it: an outer one brings the page's frame along.
  const candidate = marked.findLast((element) => textOf(element).length >= longest * 0.9);
  const enough = body && candidate && textOf(candidate).length >= textOf(body).length * 0.2;
  return enough ? candidate : body;
}
