import type { TextFormat } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { attribute, textOf, type HtmlElement } from '../html-tree.ts';
import { signFontOf } from '../sign-fonts.ts';
import type { ConversionNotes } from './notes.ts';
import type { Declarations } from './style.ts';

/** What holds inside an element, inherited from all around it. */
export interface Inside {
  /** Sorted, without repeats. */
  readonly formats: readonly TextFormat[];
  /** The link it stands in, by the one URL rule. */
  readonly url: string | undefined;
  readonly align: 'center' | 'right' | undefined;
  readonly isPreformatted: boolean;
  /** Set in letters of no size, which nobody sees; an element inside may set them larger again. */
  readonly isSizeless: boolean;
  /** Its letters are signs of this font. */
  readonly signFont: string | undefined;
  readonly depth: number;
}

export const outermost: Inside = {
  formats: [],
  url: undefined,
  align: undefined,
  isPreformatted: false,
  isSizeless: false,
  signFont: undefined,
  depth: 0,
};

const formatOfTag: Readonly<Record<string, TextFormat>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  sub: 'subscript',
  sup: 'superscript',
};
/** Class of words in a link that are underlined on purpose, as the reader of Word documents writes it. */
export const underlinedClass = 'gaoqian-underlined';

const strikeTags = new Set(['s', 'strike', 'del']);

/** What holds inside `element` when `inside` holds around it. */
export function enter(inside: Inside, element: HtmlElement, style: Declarations, notes: ConversionNotes): Inside {
  const isAnchor = element.tagName === 'a' && attribute(element, 'href') !== '';
  const url = isAnchor ? linkOf(element, notes) : inside.url;
  const formats = formatsOf(isAnchor ? withoutUnderline(inside) : inside, element, style, url !== undefined, notes);
  const size = style.get('font-size');
  return {
    formats,
    url,
    align: alignOf(element, style, inside.align),
    isPreformatted:
      inside.isPreformatted || element.tagName === 'pre' || /^(pre|break)/u.test(style.get('white-space') ?? ''),
    isSizeless: size === undefined ? inside.isSizeless : /^0+(\.0+)?(px|pt|em|rem|%)?$/u.test(size),
    signFont: signFontIn(element, style, inside.signFont),
    depth: inside.depth + 1,
  };
}

/** The first font that is named is the one that draws. */
function signFontIn(element: HtmlElement, style: Declarations, around: string | undefined): string | undefined {
  const named = style.get('font-family') ?? (element.tagName === 'font' ? attribute(element, 'face') : '');
  return named === '' ? around : signFontOf((named.split(',')[0] ?? '').replace(/["']/gu, ''));
}

function linkOf(element: HtmlElement, notes: ConversionNotes): string | undefined {
  const href = attribute(element, 'href');
  const url = sanitizeUrl(href);
  // Footnotes, bookmarks and places of the same page are no addresses that were lost.
  if (url === undefined && !href.trim().startsWith('#')) notes.add('link', `${textOf(element)} ${href}`);
  return url;
}

function formatsOf(
  inside: Inside,
  element: HtmlElement,
  style: Declarations,
  isLink: boolean,
  notes: ConversionNotes,
): readonly TextFormat[] {
  const byTag = formatOfTag[element.tagName];
  if (byTag === undefined && style.size === 0 && !strikeTags.has(element.tagName)) return inside.formats;
  const formats = new Set(inside.formats);
  // How links look is the page's business.
  const isLook = isLink && attribute(element, 'class') !== underlinedClass;
  if (byTag && !(isLook && byTag === 'underline')) formats.add(byTag);
  const set = (format: TextFormat, isSet: boolean | undefined): void => {
    if (isSet === true) formats.add(format);
    else if (isSet === false) formats.delete(format);
  };
  set('bold', isBold(style.get('font-weight')));
  const slope = style.get('font-style');
  set('italic', slope === undefined ? undefined : /^(italic|oblique)/u.test(slope));
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  set('underline', line === undefined || isLook ? undefined : line.includes('underline'));
  const lift = isCell(element) ? undefined : style.get('vertical-align');
  if (lift === 'super' || lift === 'sub' || lift === 'baseline') {
    set('superscript', lift === 'super');
    set('subscript', lift === 'sub');
  } else if (byTag === 'superscript' || byTag === 'subscript') {
    formats.delete(byTag === 'superscript' ? 'subscript' : 'superscript');
  }
  if ((line?.includes('line-through') ?? false) || strikeTags.has(element.tagName))
    notes.add('strike', textOf(element));
  return [...formats].sort();
}

function withoutUnderline(inside: Inside): Inside {
  return { ...inside, formats: inside.formats.filter((format) => format !== 'underline') };
}

function isBold(weight: string | undefined): boolean | undefined {
  if (weight === undefined) return undefined;
  if (weight.startsWith('bold')) return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  const number = Number(weight);
  return Number.isFinite(number) ? number >= 600 : undefined;
}

function isCell({ tagName }: HtmlElement): boolean {
  return tagName === 'td' || tagName === 'th' || tagName === 'tr';
}

/** Left and justified are the house's own look. */
function alignOf(element: HtmlElement, style: Declarations, around: Inside['align']): Inside['align'] {
  if (element.tagName === 'center') return 'center';
  if (element.tagName === 'table' || element.tagName === 'img') return around;
  const align = style.get('text-align') ?? attribute(element, 'align').toLowerCase();
  if (align.endsWith('center')) return 'center';
  if (align === 'right' || align === 'end') return 'right';
  return align === '' || align === 'inherit' ? around : undefined;
}
