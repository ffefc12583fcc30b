import { $isTableSelection } from '@lexical/table';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { $getRoot, $getSelection, COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND } from 'lexical';
import { $cellOf, $tableOf } from '../nodes/table-place.ts';
import { $enterBlock, $selectedUnit } from './block-units.ts';
import { bringIntoSight } from './into-sight.ts';
import { onKeyOf } from './on-key.ts';
import { $typeInRoom } from './room-for-words.ts';

/** Keys while a block or cells are selected as such, with no caret in the page from which the browser could go on. */
export function registerWholeBlockKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    onKeyOf(editor)((event) => $act(editor, event)),
    COMMAND_PRIORITY_HIGH,
  );
}

/** Whether the key has done all that it does. */
function $act(editor: LexicalEditor, event: KeyboardEvent): boolean {
  // Keys in the fields of a block are theirs.
  if (event.target !== editor.getRootElement()) return false;
  const unit = $selectedUnit();
  const selection = $getSelection();
  const cell = $isTableSelection(selection) ? $cellOf(selection.focus.getNode()) : null;
  const block = unit ?? (cell && $tableOf(cell));
  const hasControl = event.ctrlKey || event.metaKey;
  if (selection === null) return !hasControl && changesWords(event.key) && isInLockedWords();
  if (block === null) return false;
  if (!hasControl && event.key.length === 1 && $typeInRoom(event.key)) return true;
  if (!movements.has(event.key)) return false;
  // With Shift cells are added to cells by Lexical; a block that is selected as such stays alone.
  if (event.shiftKey) return unit !== null || !event.key.startsWith('Arrow');
  if (event.key.startsWith('Arrow')) return false;
  if (event.key === 'Home' || event.key === 'End') {
    const edge = event.key === 'Home' ? 'start' : 'end';
    if (hasControl) $enterEdge(edge);
    else if (cell !== null) $enterBlock(cell, edge);
    return true;
  }
  $enterPage(editor, block, event.key === 'PageUp' ? 'start' : 'end');
  return true;
}

const movements: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

function changesWords(key: string): boolean {
  return key.length === 1 || key === 'Backspace' || key === 'Delete' || key === 'Enter';
}

/** Whether words of a boilerplate are marked: they can be copied, and a key must not act where the caret was before. */
function isInLockedWords(): boolean {
  const node = document.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element instanceof HTMLElement && !element.isContentEditable;
}

function $enterEdge(edge: 'start' | 'end'): void {
  const block = edge === 'start' ? $getRoot().getFirstChild() : $getRoot().getLastChild();
  if (block !== null) $enterBlock(block, edge);
}

/** Goes to the farthest block that is less than a window's height away, at least to the next one. */
function $enterPage(editor: LexicalEditor, from: LexicalNode, towards: 'start' | 'end'): void {
  const top = (node: LexicalNode): number => editor.getElementByKey(node.getKey())?.getBoundingClientRect().top ?? 0;
  const next = (node: LexicalNode): LexicalNode | null =>
    towards === 'start' ? node.getPreviousSibling() : node.getNextSibling();
  const start = top(from);
  let goal = next(from);
  for (let beyond = goal; beyond !== null && Math.abs(top(beyond) - start) < innerHeight * 0.8; beyond = next(beyond)) {
    goal = beyond;
  }
  if (goal === null) return;
  $enterBlock(goal, towards);
  bringIntoSight(editor.getElementByKey(goal.getKey()));
}
