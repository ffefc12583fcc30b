import type { LexicalEditor } from 'lexical';
import { HISTORY_MERGE_TAG, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { useCallback, useRef } from 'react';

/**
 * For fields inside the sheet (credit, alt text, blanks): `update` changes the document at each key, and all keys
 * between `begin` (focus) and the next make one undo step. The caret stays in the field.
 */
export function useFieldUpdate(editor: LexicalEditor): { begin: () => void; update: ($change: () => void) => void } {
  const isFirst = useRef(true);
  const begin = useCallback(() => {
    isFirst.current = true;
  }, []);
  const update = useCallback(
    ($change: () => void) => {
      // At once: until the node says what was typed, React sets the field back to the words before, the caret at their end.
      editor.update($change, {
        discrete: true,
        tag: [isFirst.current ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG],
      });
      isFirst.current = false;
    },
    [editor],
  );
  return { begin, update };
}
