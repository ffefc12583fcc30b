import type { TableCellNode } from '@lexical/table';
import { $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { $getNodeByKey, $getSelection, $isRangeSelection } from 'lexical';
import { runsOf } from '#shared/document/runs.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { TableArea } from '#shared/document/table-cells.ts';
import { joinRuns } from '#shared/document/table-edit.ts';
import { clearCells } from '#shared/document/table-fill.ts';
import { fillCells, replaceCells } from '#shared/document/table-paste.ts';
import { $areaOf, $tableOf } from '../nodes/table-place.ts';
import { $readTable } from '../serialize/read-table.ts';
import { $createBlocks, $createInlines } from '../serialize/write-document.ts';
import { $replaceTable } from './replace-table.ts';

/** The rows and columns of cells that are selected as such. */
export function $selectedArea(): TableArea | undefined {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return undefined;
  const table = $getNodeByKey(selection.tableKey);
  return $isTableNode(table) ? $areaOf(table, selection.getNodes().filter($isTableCellNode)) : undefined;
}

/**
 * Puts blocks into the cell that holds the caret, in the place of the cells that were selected as `over`. A table alone
 * goes cell by cell; otherwise words stay in the cell line by line, and units go after the table.
 */
export function $insertAtCell(cell: TableCellNode, blocks: readonly BlockNode[], over: TableArea | undefined): void {
  const table = $tableOf(cell);
  const area = table && (over ?? $areaOf(table, [cell]));
  if (!table || !area) return;
  const [only] = blocks;
  const stored = $readTable(table);
  if (only?.type === 'table' && blocks.length === 1) {
    const pasted = over ? replaceCells(stored, over, only) : fillCells(stored, area, only);
    if (pasted) {
      $replaceTable(table, pasted.table, { row: pasted.area.bottom, column: pasted.area.right });
      return;
    }
  }
  const place = over ? $replaceTable(table, clearCells(stored, over), { row: area.top, column: area.left }) : table;
  const words = blocks.filter(isWords);
  const selection = $getSelection();
  const runs = words.flatMap((block) => runsOf(block));
  if ($isRangeSelection(selection) && runs.length > 0) selection.insertNodes($createInlines(joinRuns(runs)));
  let last: LexicalNode = place;
  for (const node of $createBlocks(blocks.filter((block) => !isWords(block)))) {
    last.insertAfter(node);
    last = node;
  }
}

function isWords(block: BlockNode): boolean {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote' || block.type === 'list';
}
