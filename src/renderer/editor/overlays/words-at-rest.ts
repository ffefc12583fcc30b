import type { LexicalEditor } from 'lexical';
import { mergeRegister } from 'lexical';
import type { SelectionState } from '../document-editor-props.ts';
import type { SelectionStore } from '../extensions/selection-store.ts';

/**
 * The selection where it holds words and nothing happens to it: while the pointer draws it or an input method composes
 * nothing may float up. Null otherwise, so that who shows it is drawn neither for a caret that moves nor for a composition.
 */
export function wordsAtRest(
  editor: LexicalEditor,
  selections: SelectionStore,
): Pick<SelectionStore, 'subscribe' | 'current'> {
  let isBusy = false;
  return {
    current: () => (isBusy ? null : withWords(selections.current())),
    subscribe(listener) {
      const watch = (busy: boolean): void => {
        isBusy = busy;
        listener();
      };
      return mergeRegister(selections.subscribe(listener), watchBusy(editor, watch));
    },
  };
}

function withWords(selection: SelectionState | null): SelectionState | null {
  return selection === null || selection.place === 'nowhere' || selection.words.trim() === '' ? null : selection;
}

const begins = ['pointerdown', 'compositionstart'] as const;
const ends = ['pointerup', 'pointercancel', 'compositionend'] as const;

function watchBusy(editor: LexicalEditor, onChange: (isBusy: boolean) => void): () => void {
  const begin = (): void => onChange(true);
  const end = (): void => onChange(false);
  const stop = editor.registerRootListener((root, previous) => {
    for (const name of begins) {
      previous?.removeEventListener(name, begin);
      root?.addEventListener(name, begin);
    }
  });
  for (const name of ends) window.addEventListener(name, end, true);
  return () => {
    stop();
    for (const name of ends) window.removeEventListener(name, end, true);
  };
}
