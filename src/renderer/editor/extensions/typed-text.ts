import type { ElementNode, LexicalEditor } from 'lexical';
import {
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_TAG,
} from 'lexical';
import { $caretRun } from '../places.ts';

/** One sign that was typed, with the words of its run (paragraph, item, cell or caption) around it. */
export interface TypedText {
  readonly sign: string;
  readonly run: ElementNode;
  /** The words of the run, the sign among them. */
  readonly text: string;
  /** Where the caret stands in it: right after the sign. */
  readonly offset: number;
}

/**
 * Calls `$answer` after each single sign that a person typed by a key, with the caret right behind it: never for what an
 * input method composed, for pasted text or for undo. What `$answer` gives back is done as an undo step of its own, so that
 * one undo gives back what was typed.
 */
export function watchTyped(editor: LexicalEditor, $answer: (typed: TypedText) => (() => void) | null): () => void {
  let pending: string | null = null;
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        const isKey = event.inputType === 'insertText' && !event.isComposing && !editor.isComposing();
        pending = isKey && event.data !== null && event.data.length === 1 ? event.data : null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
      const sign = pending;
      if (sign === null || editor.isComposing() || dirtyLeaves.size === 0) return;
      pending = null;
      if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
      const $change = editorState.read(() => {
        const caret = $caretRun();
        if (caret === null || !caret.text.slice(0, caret.offset).endsWith(sign)) return null;
        return $answer({ sign, ...caret });
      });
      if ($change !== null) editor.update($change, { tag: HISTORY_PUSH_TAG });
    }),
  );
}
