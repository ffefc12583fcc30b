import type { LexicalEditor } from 'lexical';

/** A copy of the page's selection while it stands in the sheet's words. */
export function selectedRange(editor: LexicalEditor): Range | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return editor.getRootElement()?.contains(range.commonAncestorContainer) === true ? range.cloneRange() : null;
}
