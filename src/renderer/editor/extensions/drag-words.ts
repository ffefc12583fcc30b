import type { ElementNode, LexicalEditor, RangeSelection } from 'lexical';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  DRAGEND_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  HISTORY_PUSH_TAG,
  mergeRegister,
} from 'lexical';
import { stripComments } from '#shared/document/canonical.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import type { StoredPoint } from '#shared/model/edit-history.ts';
import { $readSelection, $restoreSelection } from '../history/stored-selection.ts';
import { $readInlines } from '../serialize/read-inlines.ts';
import { $insertBlocks } from './insert-blocks.ts';
import { $enterAt } from './point-place.ts';

/**
 * Selected words of one paragraph, item, cell or caption are moved by a drag, with Ctrl copied, as one step; whole blocks have a
 * handle of their own. Register it before the clipboard, which keeps all other drags from beginning.
 *
 * @param $write gives the words to the drag, for places outside of the sheet
 */
export function registerWordDrags(editor: LexicalEditor, $write: (data: DataTransfer) => void): () => void {
  let isDragging = false;
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      ({ dataTransfer, target }) => {
        const isOnWords = target instanceof Node && getSelection()?.containsNode(target, true) === true;
        isDragging = isOnWords && dataTransfer !== null && editor.isEditable() && $draggedWords() !== null;
        if (isDragging && dataTransfer !== null) {
          dataTransfer.effectAllowed = 'copyMove';
          $write(dataTransfer);
        }
        return isDragging;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // The browser shows where they would go, unless it is kept from its own answer.
    editor.registerCommand(DRAGOVER_COMMAND, () => isDragging, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        if (!isDragging) return false;
        isDragging = false;
        event.preventDefault();
        $dropWords(event.clientX, event.clientY, event.ctrlKey || event.metaKey ? 'copy' : 'move');
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // They go into a field beside the sheet, with what that field records as a part of the same step.
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      ({ inputType }) => {
        if (inputType === 'deleteByDrag') $addUpdateTag(HISTORY_PUSH_TAG);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DRAGEND_COMMAND,
      () => {
        isDragging = false;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

interface DraggedWords {
  readonly selection: RangeSelection;
  readonly paragraph: BlockNode;
  readonly start: StoredPoint;
  readonly length: number;
}

/** The selected words where they stand in one element. */
function $draggedWords(): DraggedWords | null {
  const selection = $getSelection();
  const stored = $readSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed() || stored?.kind !== 'words') return null;
  const holder = $holderOf(selection);
  if (holder === null) return null;
  const { anchor, focus } = stored;
  return {
    selection: selection.clone(),
    paragraph: { type: 'paragraph', children: $readInlines(holder.getChildren(), selection) },
    start: anchor.offset < focus.offset ? anchor : focus,
    length: Math.abs(anchor.offset - focus.offset),
  };
}

function $holderOf(selection: RangeSelection): ElementNode | null {
  const [first, last] = [selection.anchor, selection.focus].map((point) =>
    $findMatchingParent(point.getNode(), (node) => $isElementNode(node) && !node.isInline()),
  );
  return $isElementNode(first) && first.is(last) ? first : null;
}

function $dropWords(x: number, y: number, effect: 'move' | 'copy'): void {
  const words = $draggedWords();
  if (words === null) return;
  const { selection, start, length } = words;
  const at = $enterAt(x, y) ? $caretPlace() : null;
  const [block] = effect === 'copy' ? withoutComments([words.paragraph]) : [words.paragraph];
  $setSelection(selection);
  const isHere = at?.block === start.block;
  if (!at || !block || (isHere && at.offset >= start.offset && at.offset <= start.offset + length)) return;
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (effect === 'move') selection.removeText();
  const gone = effect === 'move' && isHere && at.offset > start.offset ? length : 0;
  const place = { ...at, offset: at.offset - gone };
  $restoreSelection({ kind: 'words', anchor: place, focus: place });
  $insertBlocks([block]);
  // What was moved stays selected.
  $restoreSelection({ kind: 'words', anchor: place, focus: { ...place, offset: place.offset + length } });
}

/** Where the caret is; null where a block is selected as a whole. */
function $caretPlace(): StoredPoint | null {
  const stored = $readSelection();
  return stored?.kind === 'words' ? stored.anchor : null;
}

function withoutComments(children: BlockNode[]): readonly BlockNode[] {
  return stripComments({ format: 'gaoqian-document', version: documentVersion, children }).children;
}
