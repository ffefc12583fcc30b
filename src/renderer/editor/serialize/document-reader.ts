import type { EditorState, LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical';
import { $getNodeByKey, $getRoot } from 'lexical';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import { $readBlocks, $readDocument } from './read-document.ts';

/** Reads the document again and again while it is edited. Blocks that nobody touched since they were read are the same objects. */
export interface DocumentReader {
  /** The document of the committed state. */
  readonly read: () => Document;
  /** Blocks with these keys as a state has them, which may be an older one; those that are not in it are left out. */
  readonly readBlocks: (state: EditorState, keys: readonly NodeKey[]) => BlockNode[];
  readonly dispose: () => void;
}

/**
 * A reader whose work is that of the blocks that changed: autosave asks for the whole document after a few keys. What
 * stands in the editor is `written`, exactly: its blocks are what untouched ones are read as, and are held only once.
 */
export function createDocumentReader(editor: LexicalEditor, written?: Document): DocumentReader {
  const known = new Map<NodeKey, readonly BlockNode[]>();
  if (written) {
    const keys = editor.read('latest', () => $getRoot().getChildrenKeys());
    // An empty document stands as an empty paragraph.
    if (keys.length === written.children.length)
      written.children.forEach((block, at) => known.set(keys[at] ?? '', [block]));
  }
  const dispose = editor.registerUpdateListener((payload) => forgetTouched(known, payload));
  const $readKey = (key: NodeKey): readonly BlockNode[] => {
    const blocks = known.get(key) ?? $readOne(key);
    known.set(key, blocks);
    return blocks;
  };
  return {
    read: () =>
      editor.read('force-commit', () => ({
        format: 'gaoqian-document',
        version: documentVersion,
        children: $getRoot().getChildrenKeys().flatMap($readKey),
      })),
    readBlocks: (state, keys) => {
      const $read = state === editor.getEditorState() ? $readKey : $readOne;
      return state.read(() => keys.flatMap($read), { editor });
    },
    dispose,
  };
}

function $readOne(key: NodeKey): readonly BlockNode[] {
  const node = $getNodeByKey(key);
  return node === null ? [] : $readBlocks([node], null);
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
