import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { figureOfLine } from '#shared/document/caption-text.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';

/**
 * Plain text as blocks: a paragraph per line that has words. The indent of full-width spaces goes, for the sheet sets
 * its own; a line that begins with the caption mark is the caption of a picture that is still to come.
 */
export function blocksFromText(text: string, marks: CaptionMarks): BlockNode[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): BlockNode => {
      const children: InlineNode[] = [{ type: 'text', text: line }];
      return figureOfLine(children, marks) ?? { type: 'paragraph', children };
    });
}
