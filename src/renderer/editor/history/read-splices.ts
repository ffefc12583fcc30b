import type { EditorState, LexicalEditor, NodeKey } from 'lexical';
import { $getNodeByKey, $getRoot } from 'lexical';
import type { BlockSplice } from '#shared/document/block-splice.ts';
import { diffBlocks } from '#shared/document/block-splice.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { diffSequences } from '#shared/document/sequence-diff.ts';
import { $readBlocks } from '../serialize/read-document.ts';

/** What happened between two states of an editor. `touched` names the blocks that were written; only they are read. */
export function splicesBetween(
  editor: LexicalEditor,
  before: EditorState,
  after: EditorState,
  touched: ReadonlySet<NodeKey>,
): BlockSplice[] {
  const keysBefore = before.read($topKeys, { editor });
  const keysAfter = after.read($topKeys, { editor });
  const tokens = (keys: readonly NodeKey[], sign: string): string[] =>
    keys.map((key) => (touched.has(key) ? sign + key : key));
  return diffSequences(tokens(keysBefore, '-'), tokens(keysAfter, '+')).flatMap(({ at, removed, from, inserted }) =>
    // A block that was written may be the same as it was.
    diffBlocks(
      blocksOf(editor, before, keysBefore.slice(at, at + removed)),
      blocksOf(editor, after, keysAfter.slice(from, from + inserted)),
    ).map((splice) => ({ ...splice, at: at + splice.at })),
  );
}

/** Blocks in their stored form, as one state has them. */
export function blocksOf(editor: LexicalEditor, state: EditorState, keys: readonly NodeKey[]): BlockNode[] {
  return state.read(
    () =>
      $readBlocks(
        keys.flatMap((key) => $getNodeByKey(key) ?? []),
        null,
      ),
    { editor },
  );
}

function $topKeys(): readonly NodeKey[] {
  return $getRoot().getChildrenKeys();
}
