import type { EditorState, LexicalEditor } from 'lexical';
import { mergeRegister, UNDO_COMMAND } from 'lexical';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import { arrivalTag } from '../history/rename-asset.ts';

export interface HintAct {
  readonly label: keyof EditorWords;
  readonly run: () => void;
}

/** A short word about what the sheet just did or could do, with what the person may want to do about it. */
export interface Hint {
  readonly tone: 'info' | 'warning';
  readonly text: keyof EditorWords;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly acts: readonly HintAct[];
  /** Asked after each change: whether the hint is still true. Left out, any change ends it. */
  readonly holds?: () => boolean;
}

export interface Hints {
  readonly show: (hint: Hint) => void;
  readonly dismiss: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Hint | null;
  /** An act that takes the last change back: what a hint speaks of is always the last change while the hint stands. */
  readonly undo: HintAct;
  /** Watches until the answered function is called. */
  readonly start: () => () => void;
}

/** Words of the draft as a hint names them, each once. */
export function quotedWords(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `“${word}”`).join('');
}

/** One hint at a time. It stands until it is dismissed or a change of the document ends it, and never by the clock. */
export function createHints(editor: LexicalEditor): Hints {
  const listeners = new Set<() => void>();
  let current: Hint | null = null;
  let shownAt: EditorState | null = null;
  const set = (hint: Hint | null): void => {
    if (current === hint) return;
    current = hint;
    for (const listener of listeners) listener();
  };
  return {
    show: (hint) => {
      shownAt = editor.getEditorState();
      set(hint);
    },
    dismiss: () => set(null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
    undo: { label: 'undo', run: () => void editor.dispatchCommand(UNDO_COMMAND, undefined) },
    start: () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
          const isChanged = dirtyElements.size > 0 || dirtyLeaves.size > 0;
          if (current === null || !isChanged || editorState === shownAt || tags.has(arrivalTag)) return;
          if (current.holds?.() !== true) set(null);
        }),
        () => set(null),
      ),
  };
}
