import type { LexicalEditor } from 'lexical';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { toConfirmText } from '#shared/document/walk.ts';
import type { ToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { $createToConfirmNode, $isToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { bringIntoSight } from './into-sight.ts';

/** Puts the selected words into a 【待核】, or an empty one at the caret. A selection over several blocks counts from its end. */
export function $insertToConfirm(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const isOneBlock = $topBlock(selection.anchor.getNode())?.is($topBlock(selection.focus.getNode())) ?? false;
  const words = isOneBlock ? selection.getTextContent().replaceAll(toConfirmText(''), '').replaceAll('\n', '') : '';
  if (!isOneBlock) selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  const token = $createToConfirmNode(words);
  selection.insertNodes([token]);
  token.selectEnd();
}

/** 已核实: the token becomes the words it held; an empty one goes, and the caret stays in its place. */
export function $confirm(token: ToConfirmNode): void {
  const text = $createTextNode(token.getWords());
  token.replace(text);
  text.selectEnd();
}

/**
 * Selects the next or the last 【待核】 from the selection, also in captions, lists and tables, and around the document's
 * end. Null when there is none.
 */
export function $walkToConfirm(direction: 'next' | 'last'): ToConfirmNode | null {
  const tokens = $getRoot().getAllTextNodes().filter($isToConfirmNode);
  const selection = $getSelection();
  const from = selection?.getNodes()[0] ?? null;
  const isAhead = (token: ToConfirmNode): boolean =>
    from !== null && !token.is(from) && (direction === 'next' ? from.isBefore(token) : token.isBefore(from));
  const found =
    direction === 'next' ? (tokens.find(isAhead) ?? tokens[0]) : (tokens.findLast(isAhead) ?? tokens.at(-1));
  if (!found) return null;
  found.select(0, found.getTextContentSize());
  return found;
}

/** The token that is selected or holds the caret. */
export function $selectedToken(): ToConfirmNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !$isToConfirmNode(node)) return null;
  return selection.focus.getNode().is(node) ? node : null;
}

/** F8 walks from one 【待核】 to the next (Shift+F8 back), arrows step over one, and what is typed inside one goes beside it. */
export function registerToConfirmKeys(editor: LexicalEditor): () => void {
  const arrow =
    (edge: 'start' | 'end') =>
    (event: KeyboardEvent): boolean => {
      if (event.isComposing || editor.isComposing() || event.shiftKey || event.ctrlKey || event.altKey) return false;
      if (!$stepOverToken(edge)) return false;
      event.preventDefault();
      return true;
    };
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key !== 'F8' || event.isComposing || editor.isComposing()) return false;
        event.preventDefault();
        const found = $walkToConfirm(event.shiftKey ? 'last' : 'next')?.getKey();
        if (found !== undefined) $onUpdate(() => bringIntoSight(editor.getElementByKey(found), 'center'));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, arrow('start'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, arrow('end'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $leaveToken, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(COMPOSITION_START_COMMAND, $leaveToken, COMMAND_PRIORITY_CRITICAL),
  );
}

/** Lexical would put typed words in the place of a token that holds the caret: the caret goes to its nearer edge. Lets Lexical go on. */
function $leaveToken(): false {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const token = selection.anchor.getNode();
  if (!$isTextNode(token) || !$isToConfirmNode(token)) return false;
  const size = token.getTextContentSize();
  const { offset } = selection.anchor;
  const edge = offset * 2 < size ? 0 : size;
  if (offset !== 0 && offset !== size) token.select(edge, edge);
  return false;
}

function $stepOverToken(edge: 'start' | 'end'): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return false;
  const node = selection.anchor.getNode();
  const isAtEdge = selection.anchor.offset === (edge === 'start' ? 0 : node.getTextContentSize());
  const beyond = isAtEdge ? (edge === 'start' ? node.getPreviousSibling() : node.getNextSibling()) : node;
  if (!$isToConfirmNode(beyond)) return false;
  const offset = edge === 'start' ? 0 : beyond.getTextContentSize();
  beyond.select(offset, offset);
  return true;
}
