import type { ElementNode, LexicalEditor } from 'lexical';

/** Whether the caret stands on the first or last line of an element as it is laid out. True for an empty one. */
export function isCaretOnEdgeLine(editor: LexicalEditor, element: ElementNode, line: 'first' | 'last'): boolean {
  const dom = editor.getElementByKey(element.getKey());
  const selection = dom?.ownerDocument.getSelection();
  if (!dom || !selection || selection.rangeCount === 0 || element.isEmpty()) return true;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  // A caret between elements has no box: nothing is known of its line, and the browser shall decide.
  if (caret.height === 0) return false;
  const box = dom.getBoundingClientRect();
  return line === 'first' ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height;
}
