import { attribute, isElement, rawTextOf, type HtmlElement } from '../html-tree.ts';
import type { ConversionNotes } from './notes.ts';
import { points, type Declarations, type StyleSheet } from './style.ts';

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** The same for all lines of one list of the source. */
  readonly list: string;
  /** From 1. */
  readonly level: number;
  readonly ordered: boolean;
  /** Of an ordered line, when it says so. */
  readonly number?: number;
  /** A list begins here, whatever stands before it. */
  readonly isFirst?: true;
}

/** What the sign in front of a list line makes of the line. */
export type Marker =
  | { readonly kind: 'list'; readonly place: ListPlace }
  /** The house has no such numbering: the sign stays as words. */
  | { readonly kind: 'words'; readonly words: string };

const deepestLevel = 8;
const decimal = /^(\d{1,4})\s*[.．、)）]?$/u;
const letter = /^([a-z])\s*[.．、)）]$/iu;
const roman = /^([ivx]{1,6})\s*[.．、)）]$/iu;
/** Word's own bullets in Symbol and Wingdings come as these letters. */
const bullet = /^([·•●○■□◆◇▪▫►➢➤✓✔※*–—‣⁃\-o]|[\uf000-\uf0ff]|[§Øüvlnupqw])$/u;
const bulletFont = /symbol|wingdings|webdings/u;

/** `mso-list: l0 level2 lfo3` of a paragraph; undefined when it is in no list of Word's. */
export function wordListOf(
  style: Declarations,
): { readonly list: string; readonly level: number; readonly name: string } | undefined {
  const match = /\b(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/u.exec(style.get('mso-list') ?? '');
  if (!match) return undefined;
  const level = Math.min(Math.max(Number(match[2]), 1), deepestLevel);
  return { list: `${match[1] ?? ''} ${match[3] ?? ''}`, level, name: `${match[1] ?? ''}:level${level}` };
}

/** Judges the sign that Word, WPS or Outlook has written in front of a line. */
export function judgeMarker(
  sign: string,
  place: { readonly list: string; readonly level: number },
  isBullet: boolean,
  notes: ConversionNotes,
): Marker {
  const mark = sign.trim();
  if (isBullet || mark === '' || bullet.test(mark)) return { kind: 'list', place: { ...place, ordered: false } };
  const number = decimal.exec(mark)?.[1];
  if (number !== undefined) return { kind: 'list', place: { ...place, ordered: true, number: Number(number) } };
  const counted = letterNumber(mark);
  if (counted !== undefined) {
    notes.add('list-numbering', mark);
    return { kind: 'list', place: { ...place, ordered: true, number: counted } };
  }
  notes.add('number-as-words', mark);
  return { kind: 'words', words: mark };
}

function letterNumber(mark: string): number | undefined {
  const numeral = roman.exec(mark)?.[1]?.toLowerCase();
  if (numeral !== undefined && !/^[vx]$/u.test(numeral)) {
    const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
    const digits = Array.from(numeral).map((sign) => values[sign] ?? 0);
    return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
  }
  const single = letter.exec(mark)?.[1]?.toLowerCase();
  return single === undefined ? undefined : single.charCodeAt(0) - 96;
}

/** Whether Word's declaration of a level, or the font of a sign, says that it is no number. */
export function isBulletLevel(sheet: StyleSheet, name: string, sign: HtmlElement | undefined): boolean {
  const format = sheet.listLevel(name)?.format;
  if (format !== undefined) return format === 'bullet' || format === 'image';
  return sign !== undefined && hasBulletFont(sign, sheet);
}

function hasBulletFont(sign: HtmlElement, sheet: StyleSheet): boolean {
  const fonts = [sign, sign.parentNode && 'tagName' in sign.parentNode ? sign.parentNode : sign];
  return fonts.some((element) => bulletFont.test(sheet.of(element).get('font-family') ?? ''));
}

/** Outlook on the web writes `x_` before the names of classes, once for each time that the letter was sent on. */
const listClass = /(^|\s)(x_)*(Mso)?List(Paragraph|Bullet|Number)?/u;
/** A sign, then the blanks up to the hanging indent. */
const plainSign = /^[\s\u00a0]*([·•●○■□◆◇▪►➢✓§Øü\uf000-\uf0ff]|o(?=[\s\u00a0]{2})|\d{1,3}[.．、)）])([\s\u00a0]{2,})/u;

/** A sign of a font of signs may be any letter. */
const drawnSign = /^[\s\u00a0]*(\S)([\s\u00a0]{2,})/u;

/**
 * Lists of programs that leave Word's marks out (Outlook, filtered HTML): a paragraph of a list style or with a hanging
 * indent that begins with a sign and a row of blanks. Answers the sign's length in the paragraph's raw text.
 */
export function plainListOf(
  paragraph: HtmlElement,
  style: Declarations,
  sheet: StyleSheet,
): { readonly sign: string; readonly isBullet: boolean; readonly length: number; readonly level: number } | undefined {
  const isHanging = (points(style.get('text-indent')) ?? 0) < 0;
  if (!isHanging && !listClass.test(attribute(paragraph, 'class'))) return undefined;
  const words = rawTextOf(paragraph).slice(0, 80);
  const isBullet = beginsWithBullet(paragraph, sheet);
  const match = (isBullet ? drawnSign : plainSign).exec(words);
  if (!match) return undefined;
  const margin = points(style.get('margin-left') ?? marginOf(style.get('margin'))) ?? 0;
  const level = Math.min(Math.max(Math.round(margin / 21), 1), deepestLevel);
  return { sign: match[1] ?? '', isBullet, length: match[0].length, level };
}

/** Whether the first words of a paragraph are drawn with a font of signs. */
function beginsWithBullet(paragraph: HtmlElement, sheet: StyleSheet): boolean {
  let first = paragraph;
  for (;;) {
    const child = first.childNodes.find((node) => !('value' in node) || node.value.trim() !== '');
    if (!child || !isElement(child)) return first !== paragraph && hasBulletFont(first, sheet);
    first = child;
  }
}

/** The left one of `margin: top right bottom left`. */
function marginOf(margin: string | undefined): string | undefined {
  const sides = margin?.split(/\s+/u) ?? [];
  return sides[3] ?? sides[1] ?? sides[0];
}
