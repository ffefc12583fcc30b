import { buildEditorFromExtensions, HorizontalRuleExtension } from '@lexical/extension';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import type { LexicalEditorWithDispose } from 'lexical';
import { defineExtension, HISTORY_MERGE_TAG, mergeRegister } from 'lexical';
import type { Document } from '#shared/document/schema.ts';
import type { EditHistory } from '#shared/model/edit-history.ts';
import { registerBlockClicks } from './extensions/block-clicks.ts';
import { registerCaretAnew } from './extensions/caret-anew.ts';
import { registerCaretInSight } from './extensions/caret-in-sight.ts';
import { markCoveredUnits } from './extensions/covered-units.ts';
import { registerDocumentEdges } from './extensions/document-edges.ts';
import { registerDrawnNeighbours } from './extensions/drawn-neighbours.ts';
import { registerEscapeKey } from './extensions/escape-key.ts';
import { registerExtendSelection } from './extensions/extend-selection.ts';
import { registerFigureKeys } from './extensions/figure-keys.ts';
import { registerFigureStructure } from './extensions/figure-structure.ts';
import { registerFigureTab } from './extensions/figure-tab.ts';
import { registerHouseFormats } from './extensions/house-formats.ts';
import { registerListLevels } from './extensions/list-levels.ts';
import { keepHighlights } from './extensions/kept-highlights.ts';
import { registerLongSheet } from './extensions/long-sheet.ts';
import { registerMarkdownStarts } from './extensions/markdown-starts.ts';
import { registerBlockMoves } from './extensions/move-blocks.ts';
import { registerRoomForWords } from './extensions/room-for-words.ts';
import { registerSelectAll } from './extensions/select-all.ts';
import { registerSelectionInTime } from './extensions/selection-in-time.ts';
import { registerTableKeys } from './extensions/table-keys.ts';
import { registerTableStructure } from './extensions/table-structure.ts';
import { registerToConfirmKeys } from './extensions/to-confirm.ts';
import { registerWholeBlockKeys } from './extensions/whole-block-keys.ts';
import type { SheetHistory } from './history/sheet-history.ts';
import { registerSheetHistory } from './history/sheet-history.ts';
import { houseNodes } from './nodes/house-nodes.ts';
import type { DocumentReader } from './serialize/document-reader.ts';
import { createDocumentReader } from './serialize/document-reader.ts';
import { $writeDocument } from './serialize/write-document.ts';
import { theme } from './theme.ts';

const houseExtension = defineExtension({
  name: 'gaoqian/house',
  nodes: () => [...houseNodes],
  register: (editor) =>
    mergeRegister(
      registerSelectionInTime(editor),
      registerFigureStructure(editor),
      registerWholeBlockKeys(editor),
      registerRoomForWords(editor),
      registerTableKeys(editor),
      registerListLevels(editor),
      registerDocumentEdges(editor),
      registerLongSheet(editor),
      registerDrawnNeighbours(editor),
      registerEscapeKey(editor),
      registerExtendSelection(editor),
      registerFigureKeys(editor),
      registerFigureTab(editor),
      registerSelectAll(editor),
      registerTableStructure(editor),
      registerHouseFormats(editor),
      registerToConfirmKeys(editor),
      registerMarkdownStarts(editor),
      registerBlockMoves(editor),
      registerBlockClicks(editor),
      markCoveredUnits(editor),
      keepHighlights(editor),
      registerCaretAnew(editor),
      registerCaretInSight(editor),
    ),
});

export interface SheetEditor {
  readonly editor: LexicalEditorWithDispose;
  readonly reader: DocumentReader;
  readonly history: SheetHistory;
}

/**
 * The sheet's editor with a document in it, without a place in the page yet, with what reads it and the history of that
 * document. Errors inside an update are thrown to `onError`; Lexical then goes back to the state before that update, so
 * that no words are lost.
 */
export function createSheetEditor(
  initial: Document,
  onError: (error: Error) => void,
  stored?: EditHistory,
): SheetEditor {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'gaoqian/sheet',
      namespace: 'gaoqian',
      theme,
      onError,
      $initialEditorState: null,
      dependencies: [RichTextExtension, ListExtension, HorizontalRuleExtension, houseExtension],
    }),
  );
  editor.update(() => $writeDocument(initial), { discrete: true, skipTransforms: true, tag: HISTORY_MERGE_TAG });
  const reader = createDocumentReader(editor, initial);
  return { editor, reader, history: registerSheetHistory(editor, reader, { stored, onError }) };
}
