import type { TableCellNode as LexicalTableCellNode, TableNode as LexicalTableNode } from '@lexical/table';
import { $isTableCellNode, $isTableRowNode, $isTableSelection } from '@lexical/table';
import type { BaseSelection } from 'lexical';
import { $isRangeSelection } from 'lexical';
import type { BlockNode, TableCellNode, TableNode } from '#shared/document/schema.ts';
import { cropTable, repairTable } from '#shared/document/table-fill.ts';
import { isRectangular } from '#shared/document/table-grid.ts';
import { $areaOf, $cellOf } from '../nodes/table-place.ts';
import { $readInlines } from './read-inlines.ts';

/** A table in its stored form. Total: what is no rectangle is made one, what strayed among the cells becomes a cell. */
export function $readTable(node: LexicalTableNode): TableNode {
  const children = node.getChildren().map((row) => ({
    type: 'table-row' as const,
    children: ($isTableRowNode(row) ? row.getChildren() : [row]).map((cell): TableCellNode => {
      if ($isTableCellNode(cell)) return $readCell(cell);
      return { type: 'table-cell', children: $readInlines([cell], null) };
    }),
  }));
  return isRectangular(children) ? { type: 'table', children } : repairTable(children);
}

function $readCell(cell: LexicalTableCellNode): TableCellNode {
  const columns = cell.getColSpan();
  const rows = cell.getRowSpan();
  return {
    type: 'table-cell',
    ...(cell.hasHeader() ? { header: true } : {}),
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    children: $readInlines(cell.getChildren(), null),
  };
}

/** What a selection covers: the words of one cell as a paragraph, selected cells as a table, otherwise all of it. */
export function $readSelectedTable(node: LexicalTableNode, within: BaseSelection): BlockNode {
  if ($isTableSelection(within)) {
    const area = $areaOf(node, within.getNodes().filter($isTableCellNode));
    return area ? cropTable($readTable(node), area) : $readTable(node);
  }
  if ($isRangeSelection(within)) {
    const cell = $cellOf(within.anchor.getNode());
    if (cell?.is($cellOf(within.focus.getNode()))) {
      return { type: 'paragraph', children: $readInlines(cell.getChildren(), within) };
    }
  }
  return $readTable(node);
}
