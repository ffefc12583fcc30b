import type { LexicalEditor } from 'lexical';
import { COMMAND_PRIORITY_LOW, KEY_ESCAPE_COMMAND } from 'lexical';

/**
 * Escape closes what lies over the sheet (with a higher priority, or beside the editor) and leaves the caret where it is: Lexical
 * lets go of the focus, and what is typed next would go nowhere.
 */
export function registerEscapeKey(editor: LexicalEditor): () => void {
  return editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW);
}
