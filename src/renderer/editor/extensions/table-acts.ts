import type { TableNode } from '@lexical/table';
import { $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table';
import type { NodeKey } from 'lexical';
import { $getSelection, $isRangeSelection } from 'lexical';
import type { TableNode as StoredTable } from '#shared/document/schema.ts';
import type { TableArea } from '#shared/document/table-cells.ts';
import {
  emptyTable,
  insertColumn,
  insertRow,
  isHeaderColumn,
  isHeaderRow,
  mergeCells,
  removeColumns,
  removeRows,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from '#shared/document/table-edit.ts';
import type { TableAct, TableState } from '../document-editor-props.ts';
import { $areaOf, $cellAt, $cellOf, $cellsOf, $tableOf } from '../nodes/table-place.ts';
import { $readTable } from '../serialize/read-table.ts';
import { $createTable } from '../serialize/write-document.ts';
import { $removeUnits, $selectedUnit } from './block-units.ts';
import { $insertUnits } from './insert-blocks.ts';
import { $replaceTable } from './replace-table.ts';

/** A new table where the selection is, with the caret in its first cell; after the table where the selection is in one. */
export function $insertTable(rows: number, columns: number, header: boolean): void {
  const table = $createTable(emptyTable(rows, columns, header));
  $insertUnits([table]);
  table.selectStart();
}

/** The table that holds the selection or is selected, with the rows and columns that are meant. */
interface Place {
  readonly table: TableNode;
  readonly area: TableArea;
}

function $place(): Place | null {
  const unit = $selectedUnit();
  if ($isTableNode(unit)) {
    const area = $areaOf(unit, $cellsOf(unit));
    return area ? { table: unit, area } : null;
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const table = $tableOf(selection.anchor.getNode());
  if (table === null || !table.is($tableOf(selection.focus.getNode()))) return null;
  const cells = $isTableSelection(selection)
    ? selection.getNodes().filter($isTableCellNode)
    : [selection.anchor, selection.focus].flatMap((point) => $cellOf(point.getNode()) ?? []);
  const area = $areaOf(table, cells);
  return area ? { table, area } : null;
}

/** Cheap to ask at each key: the table, and a name for the cells in it that changes when others are meant. */
export interface TablePlace {
  readonly table: NodeKey;
  readonly cells: string;
}

export function $tablePlace(): TablePlace | null {
  const unit = $selectedUnit();
  if ($isTableNode(unit)) return { table: unit.getKey(), cells: unit.getKey() };
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const [anchor, focus] = [$cellOf(selection.anchor.getNode()), $cellOf(selection.focus.getNode())];
  const table = anchor && $tableOf(anchor);
  if (!anchor || !focus || !table?.is($tableOf(focus))) return null;
  return { table: table.getKey(), cells: `${anchor.getKey()}-${focus.getKey()}` };
}

/** What the tools may know; null outside of tables. */
export function $tableState(): TableState | null {
  const place = $place();
  if (place === null) return null;
  const { table, area } = place;
  const { top, left, bottom, right } = area;
  const stored = $readTable(table);
  const first = $cellAt(table, top, left);
  const isOneCell = $cellAt(table, bottom, right)?.is(first) ?? false;
  return {
    canMerge: !isOneCell,
    canSplit: isOneCell && (bottom > top || right > left),
    headerRow: isHeaderRow(stored, top),
    headerColumn: isHeaderColumn(stored, left),
  };
}

/** Changes the table that holds the selection; nothing outside of tables. */
export function $editTable(act: TableAct): void {
  const place = $place();
  if (place === null) return;
  const { table, area } = place;
  const { top, left, bottom, right } = area;
  const changed = act === 'delete-table' ? undefined : changedTable($readTable(table), area, act);
  if (changed === undefined) {
    $removeUnits([table]);
    return;
  }
  const row = act === 'row-below' ? bottom + 1 : top;
  const column = act === 'column-right' ? right + 1 : left;
  $replaceTable(table, changed, { row: Math.min(row, changed.children.length - 1), column });
}

function changedTable(
  table: StoredTable,
  area: TableArea,
  act: Exclude<TableAct, 'delete-table'>,
): StoredTable | undefined {
  switch (act) {
    case 'row-above':
      return insertRow(table, area.top);
    case 'row-below':
      return insertRow(table, area.bottom + 1);
    case 'column-left':
      return insertColumn(table, area.left);
    case 'column-right':
      return insertColumn(table, area.right + 1);
    case 'delete-row':
      return removeRows(table, area);
    case 'delete-column':
      return removeColumns(table, area);
    case 'merge':
      return mergeCells(table, area);
    case 'split':
      return splitCell(table, area.top, area.left);
    case 'header-row':
      return toggleHeaderRow(table, area.top);
    case 'header-column':
      return toggleHeaderColumn(table, area.left);
  }
}
