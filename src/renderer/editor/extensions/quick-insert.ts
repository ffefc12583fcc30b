import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import type { ElementNode, LexicalEditor, NodeKey } from 'lexical';
import {
  $getNodeByKey,
  $isElementNode,
  $isParagraphNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  PASTE_TAG,
} from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { $caretRun } from '../places.ts';
import type { QuickInsertEntry } from '../quick-insert/entries.tsx';
import { matchEntries } from '../quick-insert/match-entries.ts';

/** The menu while it is open. */
export interface QuickInsertState {
  /** The block in which the sign was typed. */
  readonly block: NodeKey;
  /** Those that the words after the sign mean; empty only while names are still being learned. */
  readonly matches: readonly QuickInsertEntry[];
  readonly active: number;
}

export interface QuickInsert {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => QuickInsertState | null;
  readonly choose: (entry: QuickInsertEntry) => void;
  /** How names are said was learned: the entries have changed, and a key that came before it is answered. */
  readonly refresh: () => void;
  /** Watches until the answered function is called. */
  readonly start: (entries: () => QuickInsertEntries) => () => void;
}

export interface QuickInsertEntries {
  readonly entries: readonly QuickInsertEntry[];
  /** Whether all that is said of them is known: then words that mean nothing close the menu. */
  readonly isComplete: boolean;
}

const noEntries = (): QuickInsertEntries => ({ entries: [], isComplete: true });

/** The signs that open the menu: the slash, and what Chinese input methods give for its key. */
const signs = /^[/／、]/;

/**
 * Opens a menu when a sign is all that stands in a block of words, and follows the words typed behind it. It closes by
 * itself when nothing is meant by them, so that `、` and `/` go on being signs. During a composition nothing happens:
 * its keys belong to the input method, and its words are looked at when they stand.
 */
export function createQuickInsert(editor: LexicalEditor): QuickInsert {
  let current: QuickInsertState | null = null;
  let known = noEntries;
  /** Enter came while names were still being learned: it chooses what the words turn out to mean, or is an Enter. */
  let isEnterHeld = false;
  const listeners = new Set<() => void>();
  const set = (next: QuickInsertState | null): void => {
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener();
  };
  const choose = (entry: QuickInsertEntry): void => {
    const block = current?.block;
    set(null);
    if (block === undefined) return;
    editor.update(
      () => {
        const node = $getNodeByKey(block);
        if (!$isElementNode(node)) return;
        node.clear().selectStart();
        entry.$insert?.();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    entry.ask?.();
  };
  /** A key pressed alone, while the menu is open, is the menu's. */
  const isOurs = (event: KeyboardEvent | null): event is KeyboardEvent =>
    event !== null &&
    ![event.isComposing, editor.isComposing(), event.shiftKey, event.ctrlKey, event.altKey, event.metaKey].includes(
      true,
    );
  const onKey =
    (act: (state: QuickInsertState) => void) =>
    (event: KeyboardEvent | null): boolean => {
      if (current === null || current.matches.length === 0 || !isOurs(event)) return false;
      event.preventDefault();
      act(current);
      return true;
    };
  const step =
    (by: number) =>
    (state: QuickInsertState): void =>
      set({ ...state, active: (state.active + by + state.matches.length) % state.matches.length });
  const chooseActive = ({ matches, active }: QuickInsertState): void => {
    const entry = matches[active];
    if (entry) choose(entry);
  };
  const holdEnter = (event: KeyboardEvent | null): boolean => {
    if (current === null || !isOurs(event)) return false;
    event.preventDefault();
    isEnterHeld = true;
    return true;
  };
  const answerEnter = (): void => {
    if (!isEnterHeld) return;
    isEnterHeld = false;
    if (current === null) editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    else chooseActive(current);
  };
  const follow = (mayOpen: boolean): void => {
    const typed = editor.getEditorState().read($typed);
    const isOpen = current !== null && current.block === typed?.block;
    if (typed === null || (!isOpen && !(mayOpen && typed.query === ''))) {
      set(null);
      return;
    }
    const { entries, isComplete } = known();
    const matches = matchEntries(typed.query, entries);
    const isSame = isOpen && current?.matches.map(({ id }) => id).join() === matches.map(({ id }) => id).join();
    if (matches.length === 0 && isComplete) set(null);
    else if (!isSame) set({ block: typed.block, matches, active: 0 });
  };
  const chooseByEnter = onKey(chooseActive);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
    choose,
    refresh: () => {
      if (current !== null && !editor.isComposing()) follow(false);
      answerEnter();
    },
    start: (entries) => {
      known = entries;
      return mergeRegister(
        editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
          if (editor.isComposing()) return;
          const isTyped = dirtyLeaves.size > 0 && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
          if (isTyped) isEnterHeld = false;
          if (current !== null || isTyped) follow(isTyped);
        }),
        editor.registerCommand(KEY_ARROW_DOWN_COMMAND, onKey(step(1)), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(KEY_ARROW_UP_COMMAND, onKey(step(-1)), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => chooseByEnter(event) || holdEnter(event),
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(KEY_TAB_COMMAND, onKey(chooseActive), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          onKey(() => set(null)),
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            set(null);
            return false;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
        () => set(null),
      );
    },
  };
}

/** The words behind the sign when the caret stands at the end of a block that begins with one. */
function $typed(): { readonly block: NodeKey; readonly query: string } | null {
  const caret = $caretRun();
  if (caret === null || !$mayHold(caret.run) || caret.offset !== caret.text.length || !signs.test(caret.text))
    return null;
  return { block: caret.run.getKey(), query: caret.text.slice(1) };
}

function $mayHold(run: ElementNode): boolean {
  const isWords = $isParagraphNode(run) || $isHeadingNode(run) || $isQuoteNode(run);
  return isWords && $topBlock(run)?.is(run) === true;
}
