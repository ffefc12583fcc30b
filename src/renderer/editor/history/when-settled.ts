import type { LexicalEditor } from 'lexical';

/** Runs now, or when what the input method is composing has been settled. */
export function whenSettled(editor: LexicalEditor, work: () => void): void {
  if (!editor.isComposing()) {
    work();
    return;
  }
  const stop = editor.registerUpdateListener(() => {
    if (editor.isComposing()) return;
    stop();
    queueMicrotask(() => whenSettled(editor, work));
  });
}
