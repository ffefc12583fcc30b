import { $createHorizontalRuleNode } from '@lexical/extension';
import type { LexicalEditor } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { inlineText } from '#shared/document/walk.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';
import type { EditorHandle } from './document-editor-props.ts';
import { $moveBlocks, keysOf } from './extensions/block-acts.ts';
import { $captionOf, $enterBlock, $selectedUnit, $showSelectedUnit } from './extensions/block-units.ts';
import { readTop } from './extensions/sheet-top.ts';
import type { ChangeWatch } from './extensions/changes.ts';
import { $markComment, $marksOf, $unmarkComment } from './extensions/comment-marks.ts';
import { $dropPending } from './extensions/figure-acts.ts';
import { $figureAt } from './extensions/figure-structure.ts';
import { showFindings } from './extensions/findings.ts';
import { focusSheet } from './focus-sheet.ts';
import { applyDocument } from './history/apply-document.ts';
import { renameAsset } from './history/rename-asset.ts';
import { $readSelection, $restoreSelection } from './history/stored-selection.ts';
import { quotedWords, type Hints } from './extensions/hints.ts';
import { $insertUnits } from './extensions/insert-blocks.ts';
import type { MatchView } from './extensions/matches.ts';
import { $insertPictures } from './extensions/offer-group.ts';
import { EDIT_LINK_COMMAND } from './extensions/links.ts';
import { $setBlock } from './extensions/set-block.ts';
import { $editTable, $insertTable } from './extensions/table-acts.ts';
import { $insertToConfirm, $walkToConfirm } from './extensions/to-confirm.ts';
import type { SheetHistory } from './history/sheet-history.ts';
import { $createBoilerplateNode } from './nodes/BoilerplateNode.ts';
import { $isFigureNode } from './nodes/FigureNode.ts';
import { $blockAt, $rangeOf } from './places.ts';
import { $readInlines } from './serialize/read-inlines.ts';
import { bringIntoSight } from './extensions/into-sight.ts';

/** What features may do with the sheet; each act is one undo step of its own. */
export function createHandle(
  editor: LexicalEditor,
  changes: ChangeWatch,
  history: SheetHistory,
  matches: MatchView,
  hints: Hints,
  begin: (files: readonly File[]) => readonly string[],
  left: SheetPlace | null,
): EditorHandle {
  const act = ($change: () => unknown): void => {
    editor.update(() => void $change(), { discrete: true, tag: HISTORY_PUSH_TAG });
  };
  /** As `act`, with the answer of the change; undefined when Lexical refused it. */
  const ask = <Result>($change: () => Result): Result | undefined => {
    let result: Result | undefined;
    act(() => {
      result = $change();
    });
    return result;
  };
  /** As `act`, for changes that are made beside the sheet: the caret and the focus stay where the person is typing. */
  const actAside = ($change: () => unknown): void => {
    const tag = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG];
    editor.update(() => void $change(), { discrete: true, tag });
  };
  return {
    read: () => changes.read(),
    readHistory: () => history.read(),
    recordMetadata: (change, step) => history.recordMetadata(change, step),
    focus: () => goOn(editor, history, left),
    enterStart: (lines) => {
      enterStart(editor);
      if (lines?.some((line) => line !== '')) act(() => $writeLines(lines));
    },
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
    setBlock: (block) => act(() => $setBlock(block)),
    toggleFormat: (format) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format),
    editLink: () => void editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
    moveBlocks: (start, end, gap) =>
      actAside(() => $moveBlocks(keysOf($getRoot().getChildren().slice(start, end)), gap)),
    insertToConfirm: () => act($insertToConfirm),
    insertHorizontalRule: () => act(() => $insertUnits([$createHorizontalRuleNode()])),
    insertTable: (rows, columns, header) => act(() => $insertTable(rows, columns, header)),
    editTable: (change) => act(() => $editTable(change)),
    insertBoilerplate: ({ id, version, values, text }) =>
      act(() => $insertUnits([$createBoilerplateNode({ id, version, values, text })])),
    insertPictures: (files) => act(() => $insertPictures(editor, begin(files), hints)),
    renameAsset: (from, to) => renameAsset(editor, history, from, to),
    dropPending: (insteadOf) => actAside(() => $dropPending(insteadOf)),
    warnOfTurn: (words) =>
      hints.show({ tone: 'warning', text: 'turnDoubt', params: { places: quotedWords(words) }, acts: [hints.undo] }),
    changeFigure: (block, change) => actAside(() => $figureAt(block)?.setAttributes(change)),
    markComment: (commentId) => ask(() => $markComment(commentId)) ?? false,
    unmarkComment: (commentId) => ask(() => $unmarkComment(commentId)),
    applyDocument: (document) => applyDocument(editor, document),
    applyFix: (place, fix) =>
      act(() => {
        if (place.kind !== 'block') return;
        if (fix.kind === 'alt-from-caption') {
          const figure = $figureAt(place.block);
          const words = figure ? inlineText($readInlines(figure.getChildren(), null)) : '';
          figure?.setPictures(
            figure
              .getPictures()
              .map((picture) =>
                picture.alt.trim() === '' && !picture.decorative ? { ...picture, alt: words } : picture,
              ),
          );
          return;
        }
        const block = $blockAt(place.block);
        const range = block && $rangeOf(block, place.start ?? 0, place.end ?? Number.MAX_SAFE_INTEGER);
        range?.insertText(fix.text);
      }),
    reveal: (place) => {
      if (place.kind === 'block') reveal(editor, () => $selectPlace(place.block, place.start, place.end));
    },
    revealComment: (commentId) =>
      reveal(editor, () => {
        const [mark] = $marksOf(commentId);
        mark?.select(0, mark.getChildrenSize());
        return mark?.getKey();
      }),
    walkToConfirm: (direction) => reveal(editor, () => $walkToConfirm(direction)?.getKey()),
    showFindings: (findings) => showFindings(editor, findings),
    showMatches: matches.show,
    scrollToMatch: matches.scrollTo,
    enterMatch: matches.enter,
    selectedPlace: () => editor.read('latest', $readSelection),
    readPlace: () => {
      const root = editor.getRootElement();
      return {
        top: root && readTop(root),
        selection: editor.read('latest', $readSelection) ?? left?.selection ?? null,
      };
    },
  };
}

/**
 * Puts the caret where it was; on a sheet that has had none yet, where the person left it some other time (what is seen stays),
 * where the last change was made, or else at the start.
 */
function goOn(editor: LexicalEditor, history: SheetHistory, left: SheetPlace | null): void {
  const hasCaret = editor.read('latest', () => $getSelection() !== null);
  if (hasCaret) {
    focusSheet(editor);
    const unit = editor.read('latest', () => $selectedUnit()?.getKey());
    if (unit !== undefined) bringIntoSight(editor.getElementByKey(unit));
    return;
  }
  const kept = left?.selection;
  const last = kept ?? history.read().undo.findLast(({ selectionAfter }) => selectionAfter !== null)?.selectionAfter;
  if (!last) {
    enterStart(editor);
    return;
  }
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      $restoreSelection(last);
      if (!kept) $showSelectedUnit();
    },
    kept ? { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG } : { discrete: true },
  );
}

function $writeLines(lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (index > 0) selection.insertParagraph();
    selection.insertText(line);
  }
}

function enterStart(editor: LexicalEditor): void {
  editor.update(
    () => {
      const first = $getRoot().getFirstChild();
      if (first !== null) $enterBlock(first, 'start');
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
}

/** Selects a span or the whole block; answers the key of the node to scroll to. */
function $selectPlace(block: number, start: number | undefined, end: number | undefined): string | undefined {
  const node = $blockAt(block);
  if (node === null) return undefined;
  const range = start === undefined ? null : $rangeOf(node, start, end ?? start);
  if (range === null) {
    const caption = $isFigureNode(node) && start !== undefined ? $captionOf(node) : null;
    $enterBlock(caption ?? node, 'start');
    return node.getKey();
  }
  $setSelection(range);
  return range.anchor.getNode().getKey();
}

function reveal(editor: LexicalEditor, $select: () => string | undefined): void {
  let key: string | undefined;
  editor.update(
    () => {
      key = $select();
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  if (key !== undefined) bringIntoSight(editor.getElementByKey(key), 'center');
}
