import { joinBrokenLines } from '#shared/document/broken-lines.ts';
import { joinHangingNames } from '#shared/document/hanging-lines.ts';
import { looksLikeMarkdown } from '#shared/document/markdown-marks.ts';
import { partTables } from '#shared/document/tabbed-lines.ts';
import { blockText } from '#shared/document/walk.ts';
import type { ImportNote } from '#shared/model/import-report.ts';
import type { ChangeLog } from './change-log.ts';
import { ConversionNotes } from './html/notes.ts';
import { htmlBlocks } from './html-blocks.ts';
import { note } from './incoming-page.ts';
import { markdownHtml } from './markdown/markdown-html.ts';
import type { PageBlock } from './page-block.ts';

/**
 * One paragraph for each line that holds something, a table for lines whose cells tabs part. Indents and outer blanks go,
 * lines that a program broke are whole again, and what is clearly Markdown is read as such, which is told; nothing else
 * is changed.
 */
export function textBlocks(
  text: string,
  log: ChangeLog,
  isCalledMarkdown = false,
): {
  readonly blocks: readonly PageBlock[];
  readonly notes: readonly ImportNote[];
} {
  if (isCalledMarkdown || looksLikeMarkdown(text)) {
    const found = new ConversionNotes();
    const { blocks, notes } = htmlBlocks(markdownHtml(text, found), log, found);
    return { blocks, notes };
  }
  const names = joinHangingNames(text.split('\n'));
  const { lines, joined } = joinBrokenLines(names.lines);
  const blocks = partTables(lines).flatMap((part): readonly PageBlock[] => {
    if (part.kind === 'table') return [{ node: part.table, source: blockText(part.table) }];
    const line = part.text.trim();
    if (line === '') return [];
    return [{ node: { type: 'paragraph', children: [{ type: 'text', text: line }] }, source: line }];
  });
  return { blocks, notes: note('lines-joined', names.joined + joined) };
}
