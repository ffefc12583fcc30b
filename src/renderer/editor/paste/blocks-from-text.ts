import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { figureOfLine } from '#shared/document/caption-text.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { partTables } from '#shared/document/tabbed-lines.ts';

/**
 * Plain text as blocks: a paragraph per line that has words. The indent of full-width spaces goes, for the sheet sets
 * its own; a line that begins with the caption mark is the caption of a picture that is still to come.
 */
export function blocksFromText(text: string, marks: CaptionMarks): BlockNode[] {
  return linesOf(text).flatMap((line) => blockOfLine(line, marks));
}

/** The same, but lines whose cells tabs part are a table: for text that brings no other form of itself. */
export function blocksAndTablesFromText(text: string, marks: CaptionMarks): BlockNode[] {
  return partTables(linesOf(text)).flatMap((part) =>
    part.kind === 'table' ? part.table : blockOfLine(part.text, marks),
  );
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/);
}

function blockOfLine(text: string, marks: CaptionMarks): BlockNode | readonly [] {
  const line = text.trim();
  if (line === '') return [];
  const children: InlineNode[] = [{ type: 'text', text: line }];
  return figureOfLine(children, marks) ?? { type: 'paragraph', children };
}
