import type { TableSelection } from '@lexical/table';
import { $createTableSelectionFrom, $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table';
import type { EditorState, LexicalEditor, NodeKey, PointType } from 'lexical';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_MERGE_TAG,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import type { BlockNode } from '#shared/document/schema.ts';
import { whenSettled } from '../history/when-settled.ts';
import { $createPastePlaceNode, $isPastePlaceNode, PastePlaceNode } from '../nodes/PastePlaceNode.ts';
import { $insertBlocks, $writableSelection } from './insert-blocks.ts';

export interface PastePlace {
  /** Ends when the person takes the place away: by Escape, by deleting it, by undoing what it stood in. */
  readonly signal: AbortSignal;
  /** Puts blocks in its place, as one undo step; nothing when it is gone. Waits for the end of a composition. */
  readonly fill: (blocks: readonly BlockNode[]) => void;
  readonly close: () => void;
}

export interface PastePlaces {
  /** Opens a place where the selection is, in its place. Run it in an update. */
  readonly $open: (label: string) => PastePlace | null;
  readonly dispose: () => void;
}

/** Places for pastes that take a while. Typing goes on meanwhile, also on either side of a place. */
export function registerPastePlaces(editor: LexicalEditor): PastePlaces {
  const open = new Map<NodeKey, AbortController>();

  const abort = (key: NodeKey): void => {
    open.get(key)?.abort();
    open.delete(key);
  };

  const settle = (
    key: NodeKey,
    blocks: readonly BlockNode[],
    over: TableSelection | null,
    tags: readonly string[],
  ): void => {
    const hasFocus = editor.getRootElement()?.contains(document.activeElement) ?? false;
    const aside = hasFocus ? [] : [SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG];
    whenSettled(editor, () => {
      if (!open.delete(key)) return;
      editor.update(() => $fill(key, editor.isEditable() ? blocks : [], over), {
        discrete: true,
        tag: [...tags, ...aside],
      });
    });
  };

  const $open = (label: string): PastePlace | null => {
    const over = $getSelection()?.clone() ?? null;
    const hasWords = $isRangeSelection(over) && !over.isCollapsed();
    const cells = $isTableSelection(over) ? over : null;
    const selection = $writableSelection();
    if (selection === null) return null;
    const place = $createPastePlaceNode(label);
    selection.insertNodes([place]);
    const key = place.getKey();
    const controller = new AbortController();
    open.set(key, controller);
    let opened: EditorState | null = null;
    $onUpdate(() => {
      opened = editor.getEditorState();
    });
    return {
      signal: controller.signal,
      // The words that were pasted over went first: with nothing typed since it is still the same step.
      fill: (blocks) =>
        settle(key, blocks, cells, [hasWords && editor.getEditorState() === opened ? HISTORY_MERGE_TAG : PASTE_TAG]),
      close: () => settle(key, [], null, [HISTORY_MERGE_TAG]),
    };
  };

  const dispose = mergeRegister(
    editor.registerMutationListener(PastePlaceNode, (mutations) => {
      for (const [key, mutation] of mutations) {
        if (mutation === 'destroyed') abort(key);
      }
    }),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        const last = [...open.keys()].at(-1);
        if (last === undefined || event.isComposing || editor.isComposing()) return false;
        open.get(last)?.abort();
        settle(last, [], null, [HISTORY_MERGE_TAG]);
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    () => {
      for (const key of open.keys()) abort(key);
    },
  );
  return { $open, dispose };
}

/** The caret goes behind what was pasted when it still stands where the paste began, and else stays where it is. */
function $fill(key: NodeKey, blocks: readonly BlockNode[], over: TableSelection | null): void {
  const place = $getNodeByKey(key);
  if (!$isPastePlaceNode(place)) return;
  const before = $getSelection()?.clone() ?? null;
  const stays = $isRangeSelection(before) && !$isBeside(before.focus, place);
  place.selectNext(0, 0);
  place.remove();
  if (over) $selectCells(over);
  if (blocks.length > 0) $insertBlocks(blocks);
  if (stays && [before.anchor, before.focus].every((point) => $getNodeByKey(point.key)?.isAttached() ?? false)) {
    $setSelection(before);
  }
}

/** Selects the cells that the paste is to take the place of; not those that another act on the table has replaced. */
function $selectCells({ tableKey, anchor, focus }: TableSelection): void {
  const table = $getNodeByKey(tableKey);
  const [first, last] = [anchor, focus].map((point) => $getNodeByKey(point.key));
  if (!$isTableNode(table) || !table.isAttached()) return;
  if ($isTableCellNode(first) && first.isAttached() && $isTableCellNode(last) && last.isAttached()) {
    $setSelection($createTableSelectionFrom(table, first, last));
  }
}

function $isBeside(point: PointType, place: PastePlaceNode): boolean {
  const node = point.getNode();
  if (node.is(place.getParent())) return true;
  if (!$isTextNode(node)) return false;
  const isAfter = point.offset === 0 && place.is(node.getPreviousSibling());
  return isAfter || (point.offset === node.getTextContentSize() && place.is(node.getNextSibling()));
}
