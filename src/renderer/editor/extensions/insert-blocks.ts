import { $handleListInsertParagraph, $isListItemNode } from '@lexical/list';
import { $isTableNode, $isTableSelection } from '@lexical/table';
import type { LexicalNode, RangeSelection } from 'lexical';
import {
  $createLineBreakNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
} from 'lexical';
import { runsOf } from '#shared/document/runs.ts';
import type { BlockNode, FigureNode as StoredFigure } from '#shared/document/schema.ts';
import { $createCaptionNode } from '../nodes/CaptionNode.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $createFigureNode, $isFigureNode } from '../nodes/FigureNode.ts';
import { $cellAt, $cellOf, $tableOf } from '../nodes/table-place.ts';
import { $isAtEdge, $topBlock } from '../nodes/top-block.ts';
import { $createBlocks, $createInlines } from '../serialize/write-document.ts';
import { $figureBefore } from './caption-moves.ts';
import { $captionOf, $enterBlock, $isBlockUnit, $paragraphBeside, $showSelectedUnit } from './block-units.ts';
import { $insertAtCell, $selectedArea } from './insert-at-cell.ts';
import { $removeWords } from './block-range.ts';

/**
 * Puts blocks where the selection is, in its place. Words go into the words around them; figures and other units go
 * between blocks. In a cell words stay in the cell, a table fills the cells from there on. In a caption words stay in the caption and the rest goes after the figure.
 */
export function $insertBlocks(blocks: readonly BlockNode[]): void {
  const area = $selectedArea();
  const selection = $writableSelection();
  if (selection === null || blocks.length === 0) return;
  const cell = $cellOf(selection.focus.getNode());
  if (cell !== null) {
    $insertAtCell(cell, blocks, area);
    return;
  }
  const top = $topBlock(selection.focus.getNode());
  if ($isFigureNode(top)) {
    $insertAtCaption(selection, top, blocks);
    return;
  }
  const [caption, ...others] = blocks;
  const figure = $isElementNode(top) && top.isEmpty() ? $figureBefore(top) : null;
  if (figure !== null && caption && isWaiting(caption) && $isWordless(figure)) {
    const place = $captionOf(figure);
    if ($isElementNode(place)) place.append(...$createInlines(caption.children)).selectEnd();
    $addCredit(figure, caption.credit);
    if (others.length === 0) top?.remove();
    else $enterBlock(top ?? figure, 'start');
    $insertBlocks(others);
    return;
  }
  const first = blocks[0];
  if (blocks.length === 1 && first?.type === 'paragraph') {
    if (first.children.length > 0) selection.insertNodes($createInlines(first.children));
    return;
  }
  const nodes = $createBlocks(blocks);
  // With other blocks after it a heading is no part of the sentence that is being written: it would be lost in it.
  const isSection = blocks.length > 1 && first?.type === 'heading' && $isParagraphNode(top) && !top.isEmpty();
  if (!nodes.some($isBlockUnit) && !isSection) {
    selection.insertNodes(nodes);
    return;
  }
  $insertUnits(nodes);
  const last = nodes.at(-1);
  if (last) $standBehind(last);
}

/** Writing goes on behind what came in: at the end of its last words, after its last unit. */
function $standBehind(last: LexicalNode): void {
  const words = $isFigureNode(last) ? $captionOf(last) : $isBlockUnit(last) ? null : last;
  const next = last.getNextSibling();
  if (words !== null) $enterBlock(words, 'end');
  else if (next !== null) $enterBlock(next, 'start');
  // At the document's end the next words would go into the last cell, and another paste over it.
  else if ($isTableNode(last)) $paragraphBeside(last, 'after');
  else $enterBlock(last, 'end');
}

/** The selection to write at: after a selected unit, or at the end where there is none. The selected words go. */
export function $writableSelection(): RangeSelection | null {
  const current = $getSelection();
  if ($isNodeSelection(current)) {
    const unit = current.getNodes().map($topBlock).findLast($isBlockUnit);
    if (unit) {
      const index = unit.getIndexWithinParent() + 1;
      $getRoot().select(index, index);
    }
  } else if ($isTableSelection(current)) {
    const area = $selectedArea();
    const table = $tableOf(current.anchor.getNode());
    if (area && table) $cellAt(table, area.top, area.left)?.selectEnd();
  } else if (!$isRangeSelection(current)) {
    $getRoot().selectEnd();
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed()) $removeWords(selection);
  const left = $getSelection();
  return $isRangeSelection(left) ? left : null;
}

/** A figure for each picture, in order, after a block. */
export function $insertFiguresAfter(block: LexicalNode, assets: readonly string[]): void {
  let last = block;
  for (const figure of $figuresOf(assets)) {
    last.insertAfter(figure);
    last = figure;
  }
}

export function $figuresOf(assets: readonly string[]): FigureNode[] {
  return assets.map((asset) => {
    const figure = $createFigureNode({ asset });
    figure.append($createCaptionNode());
    return figure;
  });
}

/** A caption without its picture, as a line with the caption mark comes in. */
function isWaiting(block: BlockNode): block is StoredFigure {
  return block.type === 'figure' && block.asset === null && block.beside === undefined;
}

function $isWordless(figure: FigureNode): boolean {
  return ($captionOf(figure)?.getTextContent().trim() ?? '') === '';
}

function $addCredit(figure: FigureNode, credit: string): void {
  const names = [figure.getAttributes().credit, credit].filter((name) => name.trim() !== '');
  figure.setAttributes({ credit: [...new Set(names)].join('、') });
}

/** A caption line that is pasted into a caption gives its words; others that follow it wait for their own pictures. */
function $insertAtCaption(selection: RangeSelection, figure: FigureNode, blocks: readonly BlockNode[]): void {
  const words = blocks.filter(
    (block, index) =>
      block.type === 'paragraph' ||
      block.type === 'heading' ||
      block.type === 'quote' ||
      (index === 0 && isWaiting(block)),
  );
  const others = blocks.filter((block) => !words.some((word) => word === block));
  words.forEach((block, index) => {
    if (index > 0) selection.insertNodes([$createLineBreakNode()]);
    const [children = []] = runsOf(block);
    if (children.length > 0) selection.insertNodes($createInlines(children));
    if (block.type === 'figure') $addCredit(figure, block.credit);
  });
  let last: LexicalNode = figure;
  for (const node of $createBlocks(others)) {
    last.insertAfter(node);
    last = node;
  }
}

/**
 * Puts units (with the blocks between them) at the selection: an empty paragraph gives way, words are cut in two.
 * The caret goes into the first caption, or after what was inserted.
 */
export function $insertUnits(nodes: readonly LexicalNode[]): void {
  const selection = $writableSelection();
  if (selection === null) return;
  let last = $placeBefore(selection);
  const [first] = nodes;
  for (const node of nodes) {
    if (last === null) $getRoot().splice(0, 0, [node]);
    else last.insertAfter(node);
    last = node;
  }
  if (last === null || first === undefined) return;
  const gone = nodes[0]?.getPreviousSibling();
  if ($isParagraphNode(gone) && gone.isEmpty() && gone.getNextSibling() !== null) gone.remove();
  const figure = nodes.find($isFigureNode);
  const caption = figure ? $captionOf(figure) : null;
  const next = last.getNextSibling();
  if (caption !== null) $enterBlock(caption, 'start');
  else if (next !== null) $enterBlock(next, 'start');
  else $enterBlock(last, 'end');
  $showSelectedUnit();
}

/** The block after which units go; null for the document's start. Words are cut at the caret, an empty item leaves its list. */
function $placeBefore(selection: RangeSelection): LexicalNode | null {
  const item = selection.focus.getNode();
  if ($isListItemNode(item) && item.isEmpty() && $handleListInsertParagraph()) return $placeBefore($newest(selection));
  const node = selection.focus.getNode();
  const top = $topBlock(node);
  if (top === null) return $getRoot().getChildAtIndex(selection.focus.offset - 1);
  if (!$isElementNode(top) || $isBlockUnit(top)) return top;
  if (top.isEmpty() || $isAtEdge(selection.focus, top, 'end')) return top;
  if ($isAtEdge(selection.focus, top, 'start')) return top.getPreviousSibling();
  selection.insertParagraph();
  const after = $getSelection();
  const second = $isRangeSelection(after) ? $topBlock(after.focus.getNode()) : null;
  return second?.getPreviousSibling() ?? top;
}

function $newest(selection: RangeSelection): RangeSelection {
  const present = $getSelection();
  return $isRangeSelection(present) ? present : selection;
}
