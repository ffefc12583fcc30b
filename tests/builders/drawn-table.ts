import type { TableCellNode, TableNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';

/** A table from a drawing: rows apart by `/`, cells by `|`, `=2` and `^2` after a cell's words are its spans, `#` its header. */
export function drawnTable(drawing: string): TableNode {
  return {
    type: 'table',
    children: drawing.split('/').map((row) => ({
      type: 'table-row',
      children: row === '' ? [] : row.split('|').map((words) => cell(words)),
    })),
  };
}

function cell(drawn: string): TableCellNode {
  const columns = Number(/=(\d+)/.exec(drawn)?.[1] ?? 1);
  const rows = Number(/\^(\d+)/.exec(drawn)?.[1] ?? 1);
  const text = drawn.replace(/[=^]\d+|#/g, '');
  return {
    type: 'table-cell',
    ...(drawn.includes('#') ? { header: true as const } : {}),
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    children: text
      .split('⏎')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'linebreak' as const }] : []),
        ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
      ]),
  };
}

/** The drawing of a table. */
export function tableDrawing(node: TableNode | undefined): string | undefined {
  return node?.children
    .map((row) =>
      row.children
        .map(
          (one) =>
            blockText({ type: 'paragraph', children: one.children }).replaceAll('\n', '⏎') +
            (one.header ? '#' : '') +
            (one.columns ? `=${String(one.columns)}` : '') +
            (one.rows ? `^${String(one.rows)}` : ''),
        )
        .join('|'),
    )
    .join('/');
}
