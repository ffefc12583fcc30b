import type { TableNode, TableSelection } from '@lexical/table';
import { $isTableCellNode, $isTableNode } from '@lexical/table';
import { $createParagraphNode, $getNodeByKey } from 'lexical';
import type { TableNode as StoredTable } from '#shared/document/schema.ts';
import { $cellAt, $cellsOf } from '../nodes/table-place.ts';
import { $createTable } from '../serialize/write-document.ts';
import { $removeUnits } from './block-units.ts';

/** Puts a changed table in the place of one, with the caret at the end of the cell that covers a place. */
export function $replaceTable(
  table: TableNode,
  changed: StoredTable,
  at: { readonly row: number; readonly column: number },
): TableNode {
  const next = $createTable(changed);
  table.replace(next);
  const cell = $cellAt(next, at.row, at.column) ?? $cellsOf(next).at(-1);
  cell?.selectEnd();
  return next;
}

/** Takes the words of the selected cells; the table itself when they are all of its cells and have none. */
export function $clearCells(selection: TableSelection): void {
  const table = $getNodeByKey(selection.tableKey);
  if (!$isTableNode(table)) return;
  const cells = selection.getNodes().filter($isTableCellNode);
  const isEmpty = cells.every((cell) => cell.getTextContentSize() === 0);
  if (isEmpty && cells.length === $cellsOf(table).length) {
    $removeUnits([table]);
    return;
  }
  for (const cell of cells) cell.splice(0, cell.getChildrenSize(), [$createParagraphNode()]);
}
