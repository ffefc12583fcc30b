import type { EditorState, LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical';
import { $getRoot } from 'lexical';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import { $readBlocks, $readDocument } from './read-document.ts';

/** Reads the document again and again while it is edited. */
export interface DocumentReader {
  /** The document of the committed state. Blocks that nobody touched since the last reading are the same objects. */
  readonly read: () => Document;
  readonly dispose: () => void;
}

/** A reader whose work is that of the blocks that changed: autosave asks for the whole document after a few keys. */
export function createDocumentReader(editor: LexicalEditor): DocumentReader {
  const known = new Map<NodeKey, readonly BlockNode[]>();
  const dispose = editor.registerUpdateListener((payload) => forgetTouched(known, payload));
  const $read = (): Document => {
    const children = $getRoot()
      .getChildren()
      .flatMap((node): readonly BlockNode[] => {
        const key = node.getKey();
        const blocks = known.get(key) ?? $readBlocks([node], null);
        known.set(key, blocks);
        return blocks;
      });
    return { format: 'gaoqian-document', version: documentVersion, children };
  };
  return { read: () => editor.read('force-commit', $read), dispose };
}

/** The document of a state that may be older than what the reader knows. */
export function readState(editor: LexicalEditor, state: EditorState): Document {
  return state.read($readDocument, { editor });
}

/** Lexical marks a written node and every element above it, so the written blocks are among the marked ones. */
function forgetTouched(
  known: Map<NodeKey, readonly BlockNode[]>,
  { editorState, prevEditorState, dirtyElements, dirtyLeaves }: UpdateListenerPayload,
): void {
  const touched = [...dirtyElements.keys()].filter((key) => key !== 'root');
  // A whole state was set: no block is marked, and everything may be different.
  if (touched.length + dirtyLeaves.size === 0 && editorState._nodeMap !== prevEditorState._nodeMap) known.clear();
  for (const key of touched) known.delete(key);
  for (const key of dirtyLeaves) known.delete(key);
}
