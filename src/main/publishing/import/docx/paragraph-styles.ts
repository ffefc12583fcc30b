import { textOfPart, type DocxParts } from './docx-archive.ts';

/** Where lines stand; `left` also for those that fill the column. */
export type Side = 'left' | 'center' | 'right';

/** A style of paragraphs (ECMA-376 part 1, 17.7.4.17). */
export interface ParagraphStyle {
  /** `w:name`, which stays the same in every language of the program that wrote it. */
  readonly name: string;
  readonly side: Side;
}

/** The markup of each style of a document by its id, of whatever kind. */
export type WrittenStyles = ReadonlyMap<string, string>;

/** The styles of a document by their ids, with what each takes over from the one it is based on. */
export function paragraphStyles(written: WrittenStyles): ReadonlyMap<string, ParagraphStyle> {
  return new Map(
    [...written].map(([id, inside]) => [
      id,
      {
        name: styleName(inside),
        side: inherited(written, id, (style) => writtenSide(style) ?? undefined) ?? 'left',
      },
    ]),
  );
}

/** Reads them out of the document's part for styles. */
export function writtenStyles(parts: DocxParts): WrittenStyles {
  const found = textOfPart(parts, 'word/styles.xml').matchAll(
    /<w:style [^<>]*w:styleId="([^"]+)"[^<>]*>((?:(?!<\/w:style>)[^])*)<\/w:style>/gu,
  );
  return new Map([...found].map(([, id = '', inside = '']) => [id, inside]));
}

/** The name that people see, from the markup of a style. */
export function styleName(inside: string): string {
  return /<w:name w:val="([^"]*)"/u.exec(inside)?.[1] ?? '';
}

/** What `read` finds in a style, or else in those that it is based on (17.7.4.3). */
export function inherited<Found>(
  written: WrittenStyles,
  id: string,
  read: (inside: string) => Found | undefined,
): Found | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const inside: string = written.get(at) ?? '';
    const found = read(inside);
    if (found !== undefined) return found;
    at = /<w:basedOn w:val="([^"]*)"/u.exec(inside)?.[1];
  }
  return undefined;
}

/** What properties of a paragraph say of its lines (`w:jc`, 17.3.1.13); null where they say nothing. */
export function writtenSide(properties: string): Side | null {
  const value = /<w:jc w:val="(\w+)"\/>/u.exec(properties)?.[1];
  if (value === undefined) return null;
  return value === 'center' ? 'center' : value === 'right' || value === 'end' ? 'right' : 'left';
}

/** The style that properties of a paragraph name. */
export function styleIdOf(properties: string): string | undefined {
  return /<w:pStyle w:val="([^"]*)"\/>/u.exec(properties)?.[1];
}

/** The level of the headings that a style is of, from 1 on: by its name, or that of one that it is based on. */
export function headingLevel(written: WrittenStyles, id: string): number | undefined {
  return inherited(written, id, (inside) => {
    const level = /^(?:heading|标题) (\d)$/iu.exec(styleName(inside))?.[1];
    return level === undefined ? undefined : Number(level);
  });
}
