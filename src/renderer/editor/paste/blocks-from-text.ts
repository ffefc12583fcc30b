import { listAttachments } from '#shared/document/attachment-list.ts';
import { joinBrokenLines } from '#shared/document/broken-lines.ts';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { figureOfLine } from '#shared/document/caption-text.ts';
import { joinHangingNames } from '#shared/document/hanging-lines.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { partTables } from '#shared/document/tabbed-lines.ts';
import type { PasteNote, PasteReport } from '#shared/model/paste-report.ts';

/**
 * Plain text as blocks: a paragraph per line that has words. The indent of full-width spaces goes, for the sheet sets
 * its own; a line that begins with the caption mark is the caption of a picture that is still to come.
 */
export function blocksFromText(text: string, marks: CaptionMarks): BlockNode[] {
  return linesOf(text).flatMap((line) => blockOfLine(line, marks));
}

/**
 * The same, but lines whose cells tabs part are a table, and lines that a program broke at the edge of its page are whole
 * again, which is told: for text that brings no other form of itself.
 */
export function blocksFromLooseText(
  text: string,
  marks: CaptionMarks,
): { readonly blocks: BlockNode[]; readonly report: PasteReport } {
  const names = joinHangingNames(linesOf(text));
  const { lines, joined } = joinBrokenLines(names.lines);
  const blocks = partTables(lines).flatMap((part) =>
    part.kind === 'table' ? part.table : blockOfLine(part.text, marks),
  );
  return {
    blocks: listAttachments(
      blocks,
      (block) => block,
      (node) => node,
    ),
    report: { origin: 'text', notes: joinedNotes(names.joined + joined) },
  };
}

function joinedNotes(count: number): PasteNote[] {
  return count > 0 ? [{ group: 'normalised', kind: 'line-joined', count, samples: [] }] : [];
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
