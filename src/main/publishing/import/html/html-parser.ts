import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** Deeper than this the parser's own search for open elements grows with the square of the depth. */
const deepestOpen = 2000;
/** Elements of one page; ten times what a long article of any word processor has. */
const mostElements = 300_000;
/** Characters of markup, pictures inside it (`data:`) not counted. */
const longestMarkup = 8_000_000;

class TooMuch extends Error {}

export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/**
 * Parses HTML as a browser does, within a budget of size, elements and depth. What goes beyond it is read as its bare
 * words, a paragraph for each block: total, and no page can hold the process up.
 */
export function parseHtml(html: string): HtmlDocument {
  const { markup, restore } = setDataAside(html);
  if (markup.length > longestMarkup) return parse(asParagraphs(markup.slice(0, longestMarkup)));
  let elements = 0;
  let open = 0;
  try {
    return parse(markup, {
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(tagName, namespace, attributes) {
          elements += 1;
          if (elements > mostElements) throw new TooMuch();
          for (const attribute of attributes) attribute.value = restore(attribute.value);
          return defaultTreeAdapter.createElement(tagName, namespace, attributes);
        },
        onItemPush() {
          open += 1;
          if (open > deepestOpen) throw new TooMuch();
        },
        onItemPop() {
          open -= 1;
        },
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof TooMuch)) throw thrown;
    return parse(asParagraphs(markup));
  }
}

const dataStart = /data:image\/[a-z0-9.+-]{1,40};base64,/giu;
const base64Run = /[A-Za-z0-9+/=%\s]*/uy;
const standIn = /^gaoqian-data:(\d+)$/u;

/** Pictures inside the markup are megabytes that the parser need not walk through. */
function setDataAside(html: string): { readonly markup: string; readonly restore: (value: string) => string } {
  const kept: string[] = [];
  let markup = '';
  let at = 0;
  for (const match of html.matchAll(dataStart)) {
    if (match.index < at) continue;
    base64Run.lastIndex = match.index + match[0].length;
    const body = base64Run.exec(html)?.[0].trimEnd() ?? '';
    const end = match.index + match[0].length + body.length;
    markup += `${html.slice(at, match.index)}gaoqian-data:${kept.length}`;
    kept.push(html.slice(match.index, end));
    at = end;
  }
  markup += html.slice(at);
  return { markup, restore: (value) => kept[Number(standIn.exec(value.trim())?.[1] ?? -1)] ?? value };
}

const inlineTag = /^\/?(?:a|abbr|b|em|font|i|small|span|strong|sub|sup|u)(?![\w-])/iu;
const silentTag = /^(script|style|title|template|textarea|noscript|iframe)(?![\w-])/iu;

/** The words of markup, each block a paragraph: one pass, whatever the nesting. */
function asParagraphs(markup: string): string {
  let words = '';
  let at = 0;
  while (at < markup.length) {
    const tag = markup.indexOf('<', at);
    if (tag < 0) break;
    words += markup.slice(at, tag);
    const silent = silentTag.exec(markup.slice(tag + 1, tag + 12))?.[1];
    const isComment = markup.startsWith('<!--', tag);
    const closing = silent ? `</${silent}` : isComment ? '-->' : '>';
    const end = silent ? indexOfTag(markup, closing, tag) : markup.indexOf(closing, tag);
    if (!isComment && !inlineTag.test(markup.slice(tag + 1, tag + 12))) words += '<p>';
    if (end < 0) return words;
    at = silent ? end : end + closing.length;
  }
  return words + markup.slice(at);
}

function indexOfTag(markup: string, closing: string, from: number): number {
  const exact = markup.indexOf(closing, from);
  return exact >= 0 ? exact : markup.indexOf(closing.toUpperCase(), from);
}
