import type { LexicalEditor } from 'lexical';
import { COMMAND_PRIORITY_CRITICAL, COMPOSITION_END_COMMAND, COMPOSITION_START_COMMAND, mergeRegister } from 'lexical';

/** A highlighted range of a text node with its offsets of a moment. */
interface Span {
  readonly range: Range;
  readonly start: number;
  readonly end: number;
}

/**
 * Keeps the page's highlights (findings, matches, offers) on their words over a composition. Until its end their ranges
 * follow what the input method writes; then Lexical sets the text node anew, which leaves every range in it empty.
 */
export function keepHighlights(editor: LexicalEditor): () => void {
  let length = 0;
  /** What began right behind the caret: the composed words are before it, though its range takes them in. */
  let behind: ReadonlySet<Range> = new Set();
  let ended: { readonly text: Text; readonly spans: readonly Span[] } | null = null;
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const text = composedText();
        const caret = document.getSelection()?.focusOffset;
        length = text?.length ?? 0;
        behind = new Set(spansIn(text).flatMap(({ range, start }) => (start === caret ? range : [])));
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        const text = composedText();
        ended = text && { text, spans: spansIn(text) };
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(() => {
      if (ended === null || editor.isComposing()) return;
      const { text, spans } = ended;
      ended = null;
      for (const { range, start, end } of spans) {
        const from = behind.has(range) ? start + text.length - length : start;
        if (!text.isConnected || from >= end || end > text.length) continue;
        range.setStart(text, from);
        range.setEnd(text, end);
      }
    }),
  );
}

function composedText(): Text | null {
  const node = document.getSelection()?.focusNode;
  return node instanceof Text ? node : null;
}

function spansIn(text: Text | null): readonly Span[] {
  return [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].flatMap((range) =>
      range instanceof Range && !range.collapsed && range.startContainer === text && range.endContainer === text
        ? { range, start: range.startOffset, end: range.endOffset }
        : [],
    ),
  );
}
