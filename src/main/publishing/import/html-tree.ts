import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value ?? '';
}

/** All elements below, in document order. */
export function* elementsOf(parent: HtmlParent): Generator<HtmlElement> {
  const waiting = parent.childNodes.filter(isElement).toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (const child of element.childNodes.toReversed()) if (isElement(child)) waiting.push(child);
  }
}

/** The words below, with white space as HTML shows it. */
export function textOf(parent: HtmlParent): string {
  return collapse(rawTextOf(parent)).trim();
}

/** The words below with the white space of the source, whatever the depth. */
export function rawTextOf(parent: HtmlParent): string {
  let text = '';
  const waiting = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) text += node.nodeName === '#text' && 'value' in node ? node.value : '';
    else if (!unread.has(node.tagName)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return text;
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
    'input button select textarea video audio map head title nav rt rp'
  ).split(' '),
);

const mainIds = /^(zoom|content|article|maincontent|ucap-?content|articlecontent|newscontent|con_con|js_content)$/iu;
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
