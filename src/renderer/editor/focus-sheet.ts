import type { LexicalEditor } from 'lexical';

/**
 * Gives the focus to the sheet. Lexical's own brings it along with words, to where the caret was, but not with a picture or cells that are
 * selected; the page's own would put the caret at the start.
 */
export function focusSheet(editor: LexicalEditor): void {
  editor.focus();
  const root = editor.getRootElement();
  if (root !== document.activeElement) root?.focus({ preventScroll: true });
}
