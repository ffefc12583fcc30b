import { buildEditorFromExtensions, ClickAfterLastBlockExtension, HorizontalRuleExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import type { LexicalEditorWithDispose } from 'lexical';
import { configExtension, defineExtension, HISTORY_MERGE_TAG, mergeRegister } from 'lexical';
import type { Document } from '#shared/document/schema.ts';
import { registerFigureKeys } from './extensions/figure-keys.ts';
import { registerFigureStructure } from './extensions/figure-structure.ts';
import { registerHouseFormats } from './extensions/house-formats.ts';
import { registerMarkdownStarts } from './extensions/markdown-starts.ts';
import { registerBlockMoves } from './extensions/move-blocks.ts';
import { registerTableKeys } from './extensions/table-keys.ts';
import { registerTableStructure } from './extensions/table-structure.ts';
import { registerToConfirmKeys } from './extensions/to-confirm.ts';
import { houseNodes } from './nodes/house-nodes.ts';
import { $writeDocument } from './serialize/write-document.ts';
import { theme } from './theme.ts';

/** A pause of this length (ms) ends an undo step, so that a step holds a phrase and not a character. */
const undoPause = 800;
/** Each step holds a state of the whole document (0.2 MB at 5,000 paragraphs); Lexical alone would keep them all. */
const undoSteps = 100;

const houseExtension = defineExtension({
  name: 'gaoqian/house',
  nodes: () => [...houseNodes],
  register: (editor) =>
    mergeRegister(
      registerFigureStructure(editor),
      registerTableKeys(editor),
      registerFigureKeys(editor),
      registerTableStructure(editor),
      registerHouseFormats(editor),
      registerToConfirmKeys(editor),
      registerMarkdownStarts(editor),
      registerBlockMoves(editor),
    ),
});

/**
 * The sheet's editor with a document in it, without a place in the page yet. Errors inside an update are thrown to
 * `onError`; Lexical then goes back to the state before that update, so that no words are lost.
 */
export function createSheetEditor(initial: Document, onError: (error: Error) => void): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'gaoqian/sheet',
      namespace: 'gaoqian',
      theme,
      onError,
      $initialEditorState: null,
      dependencies: [
        RichTextExtension,
        configExtension(HistoryExtension, { delay: undoPause, maxDepth: undoSteps, disabled: false }),
        ListExtension,
        HorizontalRuleExtension,
        ClickAfterLastBlockExtension,
        houseExtension,
      ],
    }),
  );
  editor.update(() => $writeDocument(initial), { discrete: true, skipTransforms: true, tag: HISTORY_MERGE_TAG });
  return editor;
}
