import type { ImportNote } from '#shared/model/import-report.ts';
import { note } from '../incoming-page.ts';
import { textOfPart, type DocxParts } from './docx-archive.ts';
import { unescapeXml } from './docx-notes.ts';
import { numberWord } from './number-words.ts';
import { headingLevel, inherited, type WrittenStyles } from './paragraph-styles.ts';

/** One level of a numbering: `text` is its pattern, `%1、` for 一、 of the first level. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** All its numbers are plain figures, whatever the levels above say (17.9.4). */
  readonly isLegal: boolean;
}
/** Levels of a definition, by `w:ilvl`. */
type Levels = ReadonlyMap<number, Level>;

interface Numbering {
  /** By `w:numId`: the definition's id, which counts, and its levels. */
  readonly definitions: ReadonlyMap<string, { readonly id: string; readonly levels: Levels }>;
  /** What paragraph styles number by themselves. */
  readonly byStyle: ReadonlyMap<string, { readonly numId: string; readonly level: number }>;
  readonly headings: ReadonlySet<string>;
}

/** Id of a style that no document has: it marks the number of a list's line, which the reader behind does not count. */
export const numberStyle = 'GaoqianNumber';

// In these patterns nothing reaches over the next element of its kind: markup that never ends is left at once.
const goneEnd = /<w:(?:del|moveFrom)[ >/]/u;
const asList = /^%\d[.．、)）]?$/u;

/**
 * Writes the numbers that Word counts by itself (一、（一）第一条) into the paragraphs as words, wherever they would be
 * lost: before headings, and where a list of ours, which counts 1. 2. 3., would say something else. Before the lines of
 * such lists the number goes as a mark of its own. Answers a note.
 */
export function writeOutNumbers(parts: DocxParts, styles: WrittenStyles): readonly ImportNote[] {
  const numbering = readNumbering(parts, styles);
  if (numbering.definitions.size === 0) return [];
  const counters = new Map<string, number[]>();
  let count = 0;
  const body = textOfPart(parts, 'word/document.xml');
  const written = body
    .replace(/<w:pPrChange[ >](?:(?!<\/?w:pPrChange[ >])[^])*<\/w:pPrChange>/gu, '')
    .replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
      // A paragraph whose end somebody took out goes on in the next one.
      if (goneEnd.test(inside)) return whole;
      const style = valueOf(inside, 'w:pStyle') ?? '';
      const fromStyle = numbering.byStyle.get(style);
      const numId = valueOf(inside, 'w:numId') ?? fromStyle?.numId;
      const definition = numId === undefined ? undefined : numbering.definitions.get(numId);
      if (!definition) return whole;
      const at = Number(valueOf(inside, 'w:ilvl') ?? fromStyle?.level ?? 0);
      const values = countOn(counters, definition, at);
      const level = definition.levels.get(at);
      if (!level || level.format === 'bullet') return whole;
      if (!numbering.headings.has(style) && level.format === 'decimal' && asList.test(level.text)) {
        return `${whole}<w:r><w:rPr><w:rStyle w:val="${numberStyle}"/></w:rPr><w:t>${values[at] ?? 1}</w:t></w:r>`;
      }
      const words = wordsOf(level, definition.levels, values);
      if (words === '') return whole;
      count += 1;
      const plain = inside.replace(/<w:numPr>(?:(?!<\/?w:numPr>)[^])*<\/w:numPr>/u, '');
      const none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
      return `<w:pPr>${plain}${none}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
    });
  if (written !== body) parts.set('word/document.xml', Buffer.from(written, 'utf8'));
  return note('numbering', count);
}

/** Counts the level on and lets the deeper ones begin anew; answers the values of all levels. */
function countOn(
  counters: Map<string, number[]>,
  { id, levels }: { readonly id: string; readonly levels: Levels },
  at: number,
): readonly number[] {
  const before = counters.get(id) ?? [];
  const startOf = (level: number): number => levels.get(level)?.start ?? 1;
  const values = Array.from({ length: at + 1 }, (_unused, level) =>
    level < at ? (before[level] ?? startOf(level)) : before[level] === undefined ? startOf(level) : before[level] + 1,
  );
  counters.set(id, values);
  return values;
}

function wordsOf({ text, isLegal }: Level, levels: Levels, values: readonly number[]): string {
  return text.replace(/%(\d)/gu, (_all, digit: string) => {
    const level = Number(digit) - 1;
    return numberWord(values[level] ?? 1, (isLegal ? undefined : levels.get(level)?.format) ?? 'decimal');
  });
}

function readNumbering(parts: DocxParts, written: WrittenStyles): Numbering {
  const xml = textOfPart(parts, 'word/numbering.xml');
  const abstracts = new Map<string, Levels>();
  for (const [, id = '', inside = ''] of xml.matchAll(
    /<w:abstractNum [^<>]*w:abstractNumId="(\d+)"[^<>]*>((?:(?!<\/?w:abstractNum[ >])[^])*)<\/w:abstractNum>/gu,
  )) {
    abstracts.set(id, readLevels(inside));
  }
  const definitions = new Map<string, { id: string; levels: Levels }>();
  for (const [, numId = '', inside = ''] of xml.matchAll(
    /<w:num [^<>]*w:numId="(\d+)"[^<>]*>((?:(?!<\/?w:num[ >])[^])*)<\/w:num>/gu,
  )) {
    const abstract = valueOf(inside, 'w:abstractNumId') ?? '';
    const levels = abstracts.get(abstract);
    // A number that begins anew counts for itself.
    const starts = readStarts(inside);
    const id = starts.size > 0 ? `${abstract}/${numId}` : abstract;
    if (levels) definitions.set(numId, { id, levels: withStarts(levels, starts) });
  }
  return { definitions, ...readStyles(written) };
}

/** Where levels of a numbering begin in another way than their definition says. */
function readStarts(xml: string): ReadonlyMap<number, number> {
  const overrides = xml.matchAll(
    /<w:lvlOverride [^<>]*w:ilvl="(\d)"[^<>]*>\s*<w:startOverride [^<>]*w:val="(\d{1,4})"/gu,
  );
  return new Map([...overrides].map(([, level, start]) => [Number(level), Number(start)]));
}

function withStarts(levels: Levels, starts: ReadonlyMap<number, number>): Levels {
  return new Map([...levels].map(([at, level]) => [at, { ...level, start: starts.get(at) ?? level.start }]));
}

function readLevels(xml: string): Levels {
  const levels = new Map<number, Level>();
  for (const [, at = '0', inside = ''] of xml.matchAll(
    /<w:lvl [^<>]*w:ilvl="(\d)"[^<>]*>((?:(?!<\/?w:lvl[ >])[^])*)<\/w:lvl>/gu,
  )) {
    levels.set(Number(at), {
      format: valueOf(inside, 'w:numFmt') ?? 'decimal',
      text: unescapeXml(valueOf(inside, 'w:lvlText') ?? ''),
      start: Number(valueOf(inside, 'w:start') ?? 1),
      isLegal: /<w:isLgl(?: w:val="(?:1|true|on)")?\/>/u.test(inside),
    });
  }
  return levels;
}

function readStyles(written: WrittenStyles): Pick<Numbering, 'byStyle' | 'headings'> {
  const byStyle = new Map<string, { numId: string; level: number }>();
  const headings = new Set<string>();
  for (const id of written.keys()) {
    if (headingLevel(written, id) !== undefined) headings.add(id);
    const numId = inherited(written, id, (inside) => valueOf(inside, 'w:numId'));
    const level = inherited(written, id, (inside) => valueOf(inside, 'w:ilvl'));
    if (numId !== undefined) byStyle.set(id, { numId, level: Number(level ?? 0) });
  }
  return { byStyle, headings };
}

function valueOf(xml: string, element: string): string | undefined {
  return new RegExp(`<${element} [^<>]*w:val="([^"]*)"`, 'u').exec(xml)?.[1];
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
