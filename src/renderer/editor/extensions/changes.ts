import type { EditorState, LexicalEditor } from 'lexical';
import { BLUR_COMMAND, COMMAND_PRIORITY_LOW, HISTORIC_TAG, mergeRegister } from 'lexical';
import type { Document } from '#shared/document/schema.ts';
import { createDocumentReader, readState } from '../serialize/document-reader.ts';

export interface ChangeListener {
  /** The document changed; at most once per editor update, never during a composition. */
  readonly onChange: () => void;
  /** A composition ended or focus left. */
  readonly onPause: () => void;
}

export interface ChangeWatch {
  /**
   * The document as it stands. While an input method composes this is the document as it was before the composition
   * began: letters that are not chosen yet are no words, and the end of the composition is announced by `onChange` and
   * `onPause`. So reading never touches the composition, and no character is lost or comes twice.
   */
  readonly read: () => Document;
  readonly dispose: () => void;
}

/** Milliseconds after which a chosen word stands on the screen: saving it must not hold it up. */
const afterFrame = 32;

export function watchChanges(editor: LexicalEditor, listener: ChangeListener): ChangeWatch {
  let committed: EditorState = editor.getEditorState();
  const reader = createDocumentReader(editor);
  let wasComposing = false;
  let isChangePending = false;
  const dispose = mergeRegister(
    reader.dispose,
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      // Undo and redo set a whole state and mark nothing as dirty.
      const isChanged = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
      if (editor.isComposing()) {
        wasComposing = true;
        isChangePending ||= isChanged;
        return;
      }
      committed = editorState;
      if (isChanged || isChangePending) listener.onChange();
      if (wasComposing) setTimeout(listener.onPause, afterFrame);
      isChangePending = false;
      wasComposing = false;
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        listener.onPause();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
  return {
    read: () => (editor.isComposing() ? readState(editor, committed) : reader.read()),
    dispose,
  };
}
