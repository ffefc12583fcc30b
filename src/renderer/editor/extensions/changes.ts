import type { LexicalEditor } from 'lexical';
import { HISTORIC_TAG } from 'lexical';
import type { Document } from '#shared/document/schema.ts';
import type { DocumentReader } from '../serialize/document-reader.ts';

export interface ChangeWatch {
  /**
   * The document as it stands. While an input method composes this is the document as it was before the composition
   * began: letters that are not chosen yet are no words, and the end of the composition is announced as a change. So
   * reading never touches the composition, and no character is lost or comes twice.
   */
  readonly read: () => Document;
  readonly dispose: () => void;
}

/** Calls `onChange` when the document changed: at most once per editor update, never during a composition. */
export function watchChanges(editor: LexicalEditor, reader: DocumentReader, onChange: () => void): ChangeWatch {
  reader.mark();
  let isChangePending = false;
  const dispose = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    // Undo and redo set a whole state and mark nothing as dirty.
    isChangePending ||= dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
    if (editor.isComposing()) return;
    reader.mark();
    if (isChangePending) onChange();
    isChangePending = false;
  });
  return {
    read: () => (editor.isComposing() ? reader.readMarked() : reader.read()),
    dispose,
  };
}
