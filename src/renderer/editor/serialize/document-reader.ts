import type { EditorState, LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical';
import { $getNodeByKey, $getRoot } from 'lexical';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import { $readBlocks } from './read-document.ts';

/** Reads the document again and again while it is edited. Blocks that nobody touched since they were read are the same objects. */
export interface DocumentReader {
  /** The document of the committed state. */
  readonly read: () => Document;
  /** Blocks with these keys as a state has them, which may be an older one; those that are not in it are left out. */
  readonly readBlocks: (state: EditorState, keys: readonly NodeKey[]) => BlockNode[];
  /** `readMarked` reads the document as it stands now, whatever comes after. */
  readonly mark: () => void;
  readonly readMarked: () => Document;
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
  let marked = editor.getEditorState();
  /** Blocks that are not any more what they were when the state was marked; null for all of them. */
  let touchedSince: Set<NodeKey> | null = new Set();
  const dispose = editor.registerUpdateListener((payload) => {
    const touched = touchedBlocks(payload);
    if (touched === null) {
      known.clear();
      touchedSince = null;
      return;
    }
    for (const key of touched) {
      known.delete(key);
      touchedSince?.add(key);
    }
  });
  const $readKey = (key: NodeKey): readonly BlockNode[] => {
    const blocks = known.get(key) ?? $readOne(key);
    known.set(key, blocks);
    return blocks;
  };
  const $readMarkedKey: typeof $readKey = (key) => (touchedSince?.has(key) === false ? $readKey(key) : $readOne(key));
  const $read = ($readBlock: typeof $readKey): Document => ({
    format: 'gaoqian-document',
    version: documentVersion,
    children: $getRoot().getChildrenKeys().flatMap($readBlock),
  });
  return {
    read: () => editor.read('force-commit', () => $read($readKey)),
    readBlocks: (state, keys) => {
      const $readBlock = state === editor.getEditorState() ? $readKey : $readOne;
      return state.read(() => keys.flatMap($readBlock), { editor });
    },
    mark: () => {
      marked = editor.getEditorState();
      touchedSince = new Set();
    },
    readMarked: () => marked.read(() => $read($readMarkedKey), { editor }),
    dispose,
  };
}

function $readOne(key: NodeKey): readonly BlockNode[] {
  const node = $getNodeByKey(key);
  return node === null ? [] : $readBlocks([node], null);
}

/**
 * Keys among which are those of all blocks that an update wrote, for Lexical marks a written node and every element above
 * it; null when a whole state was set, which marks nothing and may have changed everything.
 */
function touchedBlocks({
  editorState,
  prevEditorState,
  dirtyElements,
  dirtyLeaves,
}: UpdateListenerPayload): readonly NodeKey[] | null {
  const touched = [...dirtyElements.keys()].filter((key) => key !== 'root').concat([...dirtyLeaves]);
  return touched.length === 0 && editorState._nodeMap !== prevEditorState._nodeMap ? null : touched;
}
