import type { BlockNode } from '#shared/document/schema.ts';

/**
 * Plain text as blocks: a paragraph per line that has words. The indent of full-width spaces goes, for the sheet sets
 * its own; a line that begins with the caption mark is the caption of a picture that is still to come.
 */
export function blocksFromText(text: string, captionMark: string): BlockNode[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): BlockNode => {
      const caption = captionOf(line, captionMark);
      return caption === undefined
        ? { type: 'paragraph', children: [{ type: 'text', text: line }] }
        : { type: 'figure', asset: null, alt: '', credit: '', children: [{ type: 'text', text: caption }] };
    });
}

/** The words of a caption line without its mark; undefined for any other line. */
export function captionOf(line: string, captionMark: string): string | undefined {
  if (captionMark === '' || !line.startsWith(captionMark)) return undefined;
  const caption = line.slice(captionMark.length).trim();
  return caption === '' ? undefined : caption;
}
