import type { PasteNoteKind } from '#shared/model/paste-report.ts';
import { attribute, textOf, type HtmlElement } from '../html-tree.ts';
import type { Declarations } from './style.ts';

const inlineTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label link mark meta nobr output param picture ' +
    'q rb ruby s samp small source span strike strong sub sup time track tt u var wbr'
  ).split(' '),
);

/**
 * Whether an element stands in a line of words and leaves the block around it whole. Those of other name spaces (`o:p`,
 * `st1:date`, `w:sdt`) and of scripts (`mp-profile`) hold words or blocks: what is inside decides.
 */
export function isInlineTag(tag: string): boolean {
  return inlineTags.has(tag) || /[:-]/u.test(tag);
}

const titleLevels: readonly (readonly [pattern: RegExp, level: number])[] = [
  [/(^|\s)MsoTitle(\s|$)/u, 1],
  [/(^|\s)MsoSubtitle(\s|$)/u, 2],
];

/** The level from 1 to 6 that a heading has at its source, by its tag, or as Word's outline says; undefined for text. */
export function outlineLevel(element: HtmlElement, style: Declarations): number | undefined {
  const byTag = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (byTag !== undefined) return Number(byTag);
  if (attribute(element, 'role') === 'heading')
    return Math.min(Math.max(Number(attribute(element, 'aria-level')) || 2, 1), 6);
  if (element.tagName !== 'p') return undefined;
  const byClass = titleLevels.find(([pattern]) => pattern.test(attribute(element, 'class')))?.[1];
  const outline = Number(style.get('mso-outline-level'));
  return byClass ?? (outline >= 1 && outline <= 6 ? outline : undefined);
}

const droppedKinds: Readonly<Record<string, PasteNoteKind>> = {
  script: 'script',
  object: 'embedded',
  embed: 'embedded',
  applet: 'embedded',
  iframe: 'embedded',
  frame: 'embedded',
  svg: 'embedded',
  canvas: 'embedded',
  video: 'media',
  audio: 'media',
  map: 'embedded',
  math: 'embedded',
  input: 'form-field',
  select: 'form-field',
  textarea: 'form-field',
  button: 'form-field',
  nav: 'navigation',
  rt: 'reading',
};

/** Films, sounds, programs and accounts that WeChat's scripts draw from an element without words. */
const card = /^(?:mp-?(?:common-)?(?:mp)?(?:video\w*|voice|audio|profile|miniprogram|weapp)|qqmusic)$/u;

/** What such an element shows, by what it calls itself; undefined for every other element. */
export function cardWords(element: HtmlElement): string | undefined {
  if (!card.test(element.tagName) || textOf(element) !== '') return undefined;
  const names = ['data-title', 'data-desc', 'data-nickname', 'name', 'data-weapp-title'];
  return names.map((name) => attribute(element, name)).find((words) => words !== '') ?? '';
}

/** What WeChat sets around an article: who published it where and when, tools below it. */
const frame = /(^|\s)(rich_media_meta_list|rich_media_tool(_area)?|rich_media_area_extra)(\s|$)/u;

/** Whether an element is no part of the article that it stands beside. */
export function isFrame(element: HtmlElement): boolean {
  return frame.test(attribute(element, 'class'));
}

/** What somebody wrote into a field of a form, of which the search of a site is none; empty for everything else. */
export function writtenInto(element: HtmlElement): string {
  if (element.tagName === 'textarea')
    return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const isText = element.tagName === 'input' && /^(text|number|date|)$/iu.test(attribute(element, 'type'));
  return isText ? attribute(element, 'value') : '';
}

const playerAddress = /video|player|\bv\.qq\.com|bilibili|youku/iu;

/** How an element that is never read is told of; undefined for what no reader of the page ever saw. */
export function droppedAs(element: HtmlElement): PasteNoteKind | undefined {
  const { tagName } = element;
  const isPlayer =
    tagName === 'iframe' && ['class', 'src', 'data-src'].some((name) => playerAddress.test(attribute(element, name)));
  return isPlayer ? 'media' : droppedKinds[tagName];
}
