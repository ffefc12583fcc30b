import type { LexicalEditor } from 'lexical';
import { COMMAND_PRIORITY_CRITICAL, COMPOSITION_START_COMMAND, mergeRegister } from 'lexical';

/** What was highlighted in a text node when a composition began in it, by offsets of that moment. */
interface Marked {
  readonly text: Text;
  readonly length: number;
  readonly caret: number;
  readonly spans: readonly { readonly range: Range; readonly start: number; readonly end: number }[];
}

/**
 * Keeps the page's highlights (findings, matches, offers) on their words over a composition. At its end Lexical sets the text
 * node anew, which leaves every range in it empty.
 */
export function keepHighlights(editor: LexicalEditor): () => void {
  let marked: Marked | null = null;
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        marked = markedAtCaret();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(() => {
      if (marked === null || editor.isComposing()) return;
      restore(marked);
      marked = null;
    }),
  );
}

function markedAtCaret(): Marked | null {
  const selection = document.getSelection();
  const text = selection?.focusNode;
  if (!selection?.isCollapsed || !(text instanceof Text)) return null;
  const spans = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].flatMap((range) =>
      range instanceof Range && range.startContainer === text && range.endContainer === text
        ? { range, start: range.startOffset, end: range.endOffset }
        : [],
    ),
  );
  return spans.length === 0 ? null : { text, length: text.length, caret: selection.focusOffset, spans };
}

function restore({ text, length, caret, spans }: Marked): void {
  if (!text.isConnected) return;
  const came = text.length - length;
  for (const { range, start, end } of spans) {
    range.setStart(text, start < caret ? start : start + came);
    range.setEnd(text, end <= caret ? end : end + came);
  }
}
