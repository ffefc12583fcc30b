import { partTables } from '#shared/document/tabbed-lines.ts';
import { blockText } from '#shared/document/walk.ts';
import { csvRows } from '#shared/texts/csv.ts';
import type { PageBlock } from './page-block.ts';

/** What stands in a cell of a table that does not call itself one; longer ones, and sentences, are text with commas. */
const longestCell = 60;
const sentence = /[。！？；]/u;
const fewestCells = 6;

/**
 * The table that a text of values parted by commas is (RFC 4180): by its name, or when each of its lines has as many of them and
 * nothing is a sentence. Undefined for every other text.
 */
export function csvBlocks(text: string, name: string): readonly PageBlock[] | undefined {
  const rows = csvRows(text);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 || !(/\.csv$/iu.test(name) || areValues(rows, columns))) return undefined;
  const lines = rows.map((row) =>
    Array.from({ length: columns }, (_unused, at) => (row[at] ?? '').replace(/\s+/gu, ' ').trim()).join('\t'),
  );
  const parts = partTables(lines);
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  if (tables.length === 0 || tables.length < parts.length) return undefined;
  return tables.map((node) => ({ node, source: blockText(node) }));
}

function areValues(rows: readonly (readonly string[])[], columns: number): boolean {
  return (
    rows.length * columns >= fewestCells &&
    rows.every(
      (row) => row.length === columns && row.every((cell) => cell.length <= longestCell && !sentence.test(cell)),
    )
  );
}
