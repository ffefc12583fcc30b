import type { LexicalEditor } from 'lexical';

/** Gives the focus to the sheet. Lexical's own brings it along with words only, not with a picture or cells that are selected. */
export function focusSheet(editor: LexicalEditor): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.focus();
}
