import type { LexicalEditor } from 'lexical';
import { $getRoot, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { diffBlocks } from '#shared/document/block-splice.ts';
import type { Document } from '#shared/document/schema.ts';
import { emptyDocument } from '#shared/document/schema.ts';
import { $readBlocks } from '../serialize/read-document.ts';
import { carrySelection } from './carry-selection.ts';
import { $spliceBlocks } from './splice-blocks.ts';
import { $readSelection, $restoreSelection } from './stored-selection.ts';
import { updateExactly } from './update-exactly.ts';

/**
 * Makes the editor hold a document by changing only the blocks that differ, as one undo step. The caret stays with the
 * words around it, the focus where it is. Answers how many stretches of blocks differed; 0 and nothing done while an
 * input method composes.
 */
export function applyDocument(editor: LexicalEditor, document: Document): number {
  if (editor.isComposing()) return 0;
  // A document without blocks has no place for a caret.
  const { children } = document.children.length > 0 ? document : emptyDocument();
  const splices = editor.read(() => diffBlocks($readBlocks($getRoot().getChildren(), null), children));
  if (splices.length === 0) return 0;
  const hasFocus = editor.getRootElement()?.contains(window.document.activeElement) ?? false;
  updateExactly(
    editor,
    () => {
      const selection = $readSelection();
      $spliceBlocks(splices);
      if (selection !== null) $restoreSelection(carrySelection(selection, splices));
    },
    {
      tag: hasFocus ? HISTORY_PUSH_TAG : [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG],
    },
  );
  return splices.length;
}
