/** What a paragraph style says of the paragraphs that have it. */
export interface RtfStyle {
  /** Of a heading, from 1; the title of a document is `title`. */
  readonly outline?: number | 'title';
  /** A line of a list of contents. */
  readonly isContents?: boolean;
}

/** By what its name and its outline level (from 0, 9 is text) say. */
export function rtfStyle(name: string, outlineLevel: number | undefined): RtfStyle {
  const words = name.replace(/;\s*$/u, '').trim();
  if (/^(?:toc|目录)\s*\d/iu.test(words)) return { isContents: true };
  if (/^(?:title|标题|標題)$/iu.test(words)) return { outline: 'title' };
  const level = /^(?:heading|标题|標題)\s*([1-9])/iu.exec(words)?.[1];
  if (level !== undefined) return { outline: Number(level) };
  return outlineLevel !== undefined && outlineLevel < 9 ? { outline: outlineLevel + 1 } : {};
}

/** The address that a field leads to; undefined for other fields and for places of the same document. */
export function fieldAddress(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))/iu.exec(instruction)?.slice(1).find(Boolean);
}

/** Whether a field is a list of contents, which repeats the headings. */
export function isContentsField(instruction: string): boolean {
  return /^\s*TOC\b/iu.test(instruction);
}
