import type { TableCellNode, TableNode } from '@lexical/table';
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { $findMatchingParent } from 'lexical';
import type { TableArea } from '#shared/document/table-cells.ts';
import type { TableGrid } from '#shared/document/table-grid.ts';
import { tableGrid } from '#shared/document/table-grid.ts';

/** A cell of the editor as the shared grid wants it. */
interface GridCell {
  readonly node: TableCellNode;
  readonly columns: number;
  readonly rows: number;
}

/** The cell that is or holds a node. */
export function $cellOf(node: LexicalNode): TableCellNode | null {
  return $findMatchingParent(node, $isTableCellNode);
}

export function $tableOf(node: LexicalNode): TableNode | null {
  return $findMatchingParent(node, $isTableNode);
}

/** The cells in reading order: that of Tab and of `blockText`. */
export function $cellsOf(table: TableNode): readonly TableCellNode[] {
  return table.getChildren().flatMap((row) => ($isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : []));
}

function $gridOf(table: TableNode): TableGrid<GridCell> {
  return tableGrid(
    table
      .getChildren()
      .filter($isTableRowNode)
      .map((row) => ({
        children: row
          .getChildren()
          .filter($isTableCellNode)
          .map((node) => ({ node, columns: node.getColSpan(), rows: node.getRowSpan() })),
      })),
  );
}

/** The rows and columns that the cells of a table cover together; undefined for none. */
export function $areaOf(table: TableNode, cells: readonly TableCellNode[]): TableArea | undefined {
  const placed = $gridOf(table).cells.filter(({ cell }) => cells.some((one) => one.is(cell.node)));
  if (placed.length === 0) return undefined;
  return {
    top: Math.min(...placed.map(({ row }) => row)),
    left: Math.min(...placed.map(({ column }) => column)),
    bottom: Math.max(...placed.map(({ row, cell }) => row + cell.rows - 1)),
    right: Math.max(...placed.map(({ column, cell }) => column + cell.columns - 1)),
  };
}

/** The cell that covers a place of the grid; null beyond its edge. */
export function $cellAt(table: TableNode, row: number, column: number): TableCellNode | null {
  return $gridOf(table).places[row]?.[column]?.cell.node ?? null;
}
