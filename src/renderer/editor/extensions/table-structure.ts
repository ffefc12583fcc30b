import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  registerTableSelectionObserver,
  setScrollableTablesActive,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  mergeRegister,
  ParagraphNode,
} from 'lexical';
import { isRectangular } from '#shared/document/table-grid.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $readTable } from '../serialize/read-table.ts';
import { $createTable } from '../serialize/write-document.ts';
import { $isBlockUnit } from './block-units.ts';
import { $liftToTop } from './figure-structure.ts';
import { registerBlockRange } from './block-range.ts';

/**
 * Keeps the shape of tables: they stand at the top, their rows make a rectangle, a cell holds one paragraph of words.
 * What strays into one is moved out or taken apart into its words, never dropped. Nothing is moved during a composition.
 */
export function registerTableStructure(editor: LexicalEditor): () => void {
  const unlessComposing =
    <Node extends LexicalNode>($transform: (node: Node) => void) =>
    (node: Node): void => {
      if (!editor.isComposing() && node.isAttached()) $transform(node);
    };
  setScrollableTablesActive(editor, true);
  return mergeRegister(
    editor.registerNodeTransform(TableNode, unlessComposing($keepTable)),
    editor.registerNodeTransform(TableRowNode, unlessComposing($keepRow)),
    editor.registerNodeTransform(TableCellNode, unlessComposing($keepCell)),
    editor.registerNodeTransform(ParagraphNode, unlessComposing($keepCellParagraph)),
    // Tab is ours: it adds a row at the end.
    registerTableSelectionObserver(editor, false),
    registerBlockRange(editor),
  );
}

function $keepTable(table: TableNode): void {
  $liftToTop(table);
  const rows = table.getChildren();
  const spans = rows.filter($isTableRowNode).map((row) => ({
    children: row
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) => ({ columns: cell.getColSpan(), rows: cell.getRowSpan() })),
  }));
  if (rows.every($isTableRowNode) && isRectangular(spans)) return;
  for (const row of rows) if (!$isTableRowNode(row)) $takeOut(row);
  const whole = $createTable($readTable(table));
  table.splice(0, table.getChildrenSize(), whole.getChildren());
}

function $keepRow(row: TableRowNode): void {
  if (!$isTableNode(row.getParent())) {
    for (const cell of row.getChildren()) row.insertBefore(cell);
    row.remove();
    return;
  }
  for (const child of row.getChildren()) if (!$isTableCellNode(child)) $takeOut(child);
}

function $keepCell(cell: TableCellNode): void {
  if (!$isTableRowNode(cell.getParent())) {
    for (const child of cell.getChildren()) cell.insertBefore(child);
    cell.remove();
    return;
  }
  const [only, ...more] = cell.getChildren();
  if (more.length === 0 && $isParagraphNode(only) && only.getChildren().every($isInline)) return;
  const runs = $runsIn(cell).filter((run) => run.length > 0);
  const paragraph = cell.getChildren().find($isParagraphNode) ?? $createParagraphNode();
  const words = runs.flatMap((run, index) => (index === 0 ? run : [$createLineBreakNode(), ...run]));
  paragraph.splice(0, paragraph.getChildrenSize(), words);
  cell.splice(0, cell.getChildrenSize(), [paragraph]);
}

/** The runs of inline nodes inside; blocks that hold no words of their own go after the table. */
function $runsIn(element: ElementNode): LexicalNode[][] {
  const runs: LexicalNode[][] = [[]];
  for (const child of element.getChildren()) {
    if ($isInline(child)) runs.at(-1)?.push(child);
    else if ($isElementNode(child) && !$isBlockUnit(child)) runs.push(...$runsIn(child), []);
    else $takeOut(child);
  }
  return runs;
}

function $isInline(node: LexicalNode): boolean {
  return !(($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline());
}

function $takeOut(node: LexicalNode): void {
  $topBlock(node)?.insertAfter(node);
}

/** A cell has no field for how its words are set. */
function $keepCellParagraph(paragraph: ParagraphNode): void {
  if ($isTableCellNode(paragraph.getParent()) && paragraph.getFormatType() !== '') paragraph.setFormat('');
}
