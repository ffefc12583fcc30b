import type { LexicalEditor } from 'lexical';

/** A key's command listener that does nothing during a composition or with Alt, and keeps the key from the browser when it acted. */
export function onKeyOf(
  editor: LexicalEditor,
): ($act: (event: KeyboardEvent) => boolean) => (event: KeyboardEvent | null) => boolean {
  return ($act) => (event) => {
    if (event === null || event.isComposing || editor.isComposing() || event.altKey) return false;
    if (!$act(event)) return false;
    event.preventDefault();
    return true;
  };
}
