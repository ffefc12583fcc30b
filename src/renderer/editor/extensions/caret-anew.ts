import type { LexicalEditor } from 'lexical';
import { $isRangeSelection, mergeRegister } from 'lexical';

/**
 * Sets the caret anew where the page had no selection of its own: at the first focus, and after a block or cells were
 * selected. What Chromium makes up then looks like a caret at the right place, so that Lexical leaves it alone; but a
 * composition that is begun there breaks off without a word, and nothing more would be stored. A pressed pointer sets a
 * caret of its own, and may be on its way to select more.
 */
export function registerCaretAnew(editor: LexicalEditor): () => void {
  let isPressed = false;
  const press = ({ type }: Event): void => {
    isPressed = type === 'pointerdown';
  };
  return mergeRegister(
    editor.registerRootListener((root) => {
      const page = root?.ownerDocument;
      for (const type of pointerEvents) page?.addEventListener(type, press, { capture: true });
      return () => {
        for (const type of pointerEvents) page?.removeEventListener(type, press, { capture: true });
      };
    }),
    editor.registerUpdateListener(({ editorState, prevEditorState }) => {
      const hadCaret = $isRangeSelection(prevEditorState._selection);
      if (!isPressed && !hadCaret && $isRangeSelection(editorState._selection)) setAnew(editor.getRootElement());
    }),
  );
}

const pointerEvents = ['pointerdown', 'pointerup', 'pointercancel'] as const;

function setAnew(root: HTMLElement | null): void {
  const selection = root?.ownerDocument.getSelection();
  if (!selection) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode || root?.contains(focusNode) !== true) return;
  selection.removeAllRanges();
  selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
