import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { hostOf, isAllowedHost } from '#shared/document/url.ts';
import { elementsOf } from './page-elements.ts';
import { escapeHtml } from './html.ts';

/** The two pieces of a package's page that the portal puts into its own frame. */
export interface ArticleParts {
  readonly lang: string;
  /** The page brings its own `<main>`, so the frame adds none. */
  readonly hasMain: boolean;
  /**
   * What is inside `<head>`, byte for byte, without the page's own style sheet: inspections read the government page
   * tags as they were signed.
   */
  readonly head: string;
  /** Everything inside `<body>`, with outside links led through the leave-site prompt and nothing else changed. */
  readonly body: string;
}

/** Takes a verified page apart. Positions come from the parser, so the bytes between them stay as they were signed. */
export function takeArticle(page: string, linkAllowList: readonly string[]): ArticleParts {
  const document = parse(page, { sourceCodeLocationInfo: true });
  const all = [...elementsOf(document)];
  const head = inside(page, find(all, 'head'));
  const body = inside(page, find(all, 'body'));
  const styles = all
    .filter((element) => element.tagName === 'style')
    .flatMap((element) => element.sourceCodeLocation ?? [])
    .map(({ startOffset, endOffset }) => ({ start: startOffset - head.start, end: endOffset - head.start, text: '' }));
  const edits = all
    .filter((element) => element.tagName === 'a')
    .flatMap((link) => leaveEdit(link, linkAllowList, body.start));
  return {
    lang: find(all, 'html')?.attrs.find((attribute) => attribute.name === 'lang')?.value ?? 'zh-Hans',
    hasMain: find(all, 'main') !== undefined,
    head: applyEdits(head.text, styles).trim(),
    body: applyEdits(body.text, edits),
  };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function leaveEdit(link: DefaultTreeAdapterTypes.Element, allowList: readonly string[], base: number): readonly Edit[] {
  const href = link.attrs.find((attribute) => attribute.name === 'href')?.value ?? '';
  const host = hostOf(href);
  const place = link.sourceCodeLocation?.attrs?.['href'];
  if (host === '' || isAllowedHost(host, allowList) || !place) return [];
  const text = `href="${leaveLink(href)}" data-leave="${escapeHtml(href)}"`;
  return [{ start: place.startOffset - base, end: place.endOffset - base, text }];
}

/** Where a link out leads when no script asks first. */
export function leaveLink(url: string): string {
  return `/leave?to=${encodeURIComponent(url)}`;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((made, edit) => made.slice(0, edit.start) + edit.text + made.slice(edit.end), text);
}

function find(
  all: readonly DefaultTreeAdapterTypes.Element[],
  tagName: string,
): DefaultTreeAdapterTypes.Element | undefined {
  return all.find((element) => element.tagName === tagName);
}

function inside(page: string, element: DefaultTreeAdapterTypes.Element | undefined): { text: string; start: number } {
  const place = element?.sourceCodeLocation;
  const start = place?.startTag?.endOffset;
  const end = place?.endTag?.startOffset;
  return start === undefined || end === undefined ? { text: '', start: 0 } : { text: page.slice(start, end), start };
}
