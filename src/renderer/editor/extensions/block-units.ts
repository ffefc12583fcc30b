import type { HorizontalRuleNode } from '@lexical/extension';
import { $isHorizontalRuleNode } from '@lexical/extension';
import type { TableNode } from '@lexical/table';
import { $isTableNode } from '@lexical/table';
import type { ElementNode, LexicalNode, NodeSelection, RangeSelection } from 'lexical';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $onUpdate,
  $setSelection,
} from 'lexical';
import type { BoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $isBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { bringIntoSight } from './into-sight.ts';

export type BlockUnit = FigureNode | TableNode | BoilerplateNode | HorizontalRuleNode;

/** Blocks that are selected and removed as one: figures, tables, boilerplates and rules. */
export function $isBlockUnit(node: LexicalNode | null | undefined): node is BlockUnit {
  return $isFigureNode(node) || $isTableNode(node) || $isBoilerplateNode(node) || $isHorizontalRuleNode(node);
}

export function $selectUnit(unit: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(unit.getKey());
  $setSelection(selection);
}

/** The unit that is selected as such, when it is one alone. */
export function $selectedUnit(): LexicalNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const nodes = selection.getNodes();
  const unit = nodes.length === 1 ? nodes[0] : null;
  return $isBlockUnit(unit) ? unit : null;
}

/** Brings the selected unit into sight after the update, if it still is; the page itself follows only a caret. */
export function $showSelectedUnit(): void {
  if ($selectedUnit() === null) return;
  const editor = $getEditor();
  $onUpdate(() => {
    const key = editor.getEditorState().read($selectedUnit)?.getKey();
    if (key !== undefined) bringIntoSight(editor.getElementByKey(key));
  });
}

/** The caption of a figure; the structure transform sees to it that there is one. */
export function $captionOf(figure: FigureNode): LexicalNode | null {
  return figure.getChildren().find($isCaptionNode) ?? null;
}

/** Puts the caret into a block at its start or end; of units only a table takes one, others are selected. */
export function $enterBlock(block: LexicalNode, edge: 'start' | 'end'): void {
  if ($isBlockUnit(block) && !$isTableNode(block)) $selectUnit(block);
  else if ($isElementNode(block)) block[edge === 'start' ? 'selectStart' : 'selectEnd']();
}

/** Lets a selection reach to the start or the end of the words of an element; where it begins stays. */
export function $extendTo(selection: RangeSelection, words: ElementNode, edge: 'start' | 'end'): void {
  const { key, offset, type } = selection.anchor;
  words[edge === 'start' ? 'selectStart' : 'selectEnd']().anchor.set(key, offset, type);
}

/** As arrows walk: a figure is entered from behind by its caption, which stands below the picture. */
export function $walkInto(block: LexicalNode, edge: 'start' | 'end'): void {
  const caption = edge === 'end' && $isFigureNode(block) ? $captionOf(block) : null;
  $enterBlock(caption ?? block, edge);
}

/** Takes the selected blocks away; false when there are none. */
export function $removeSelectedUnits(selection: NodeSelection): boolean {
  return $removeUnits(selection.getNodes().filter($isBlockUnit));
}

/** Takes blocks away. The caret goes to what follows, or to what came before at the document's end. */
export function $removeUnits(units: readonly LexicalNode[]): boolean {
  const last = units.at(-1);
  const first = units[0];
  if (first === undefined || last === undefined) return false;
  const next = last.getNextSibling();
  const previous = first.getPreviousSibling();
  for (const unit of units) unit.remove();
  if (next !== null) {
    $enterBlock(next, 'start');
  } else if (previous !== null) {
    $enterBlock(previous, 'end');
  } else {
    const paragraph = $createParagraphNode();
    $getRoot().append(paragraph);
    paragraph.selectStart();
  }
  return true;
}

/** A new empty paragraph beside a unit, with the caret in it. */
export function $paragraphBeside(unit: LexicalNode, side: 'before' | 'after'): ElementNode {
  const paragraph = $createParagraphNode();
  if (side === 'before') unit.insertBefore(paragraph);
  else unit.insertAfter(paragraph);
  paragraph.selectStart();
  return paragraph;
}
