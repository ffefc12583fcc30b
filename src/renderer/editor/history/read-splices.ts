import type { EditorState, NodeKey } from 'lexical';
import { $getRoot } from 'lexical';
import type { BlockSplice } from '#shared/document/block-splice.ts';
import { diffBlocks } from '#shared/document/block-splice.ts';
import { diffSequences } from '#shared/document/sequence-diff.ts';
import type { DocumentReader } from '../serialize/document-reader.ts';

/** What happened between two states of an editor. `touched` names the blocks that were written; only they are read. */
export function splicesBetween(
  reader: DocumentReader,
  before: EditorState,
  after: EditorState,
  touched: ReadonlySet<NodeKey>,
): BlockSplice[] {
  const keysBefore = before.read($topKeys);
  const keysAfter = after.read($topKeys);
  const tokens = (keys: readonly NodeKey[], sign: string): string[] =>
    keys.map((key) => (touched.has(key) ? sign + key : key));
  return diffSequences(tokens(keysBefore, '-'), tokens(keysAfter, '+')).flatMap(({ at, removed, from, inserted }) =>
    // A block that was written may be the same as it was.
    diffBlocks(
      reader.readBlocks(before, keysBefore.slice(at, at + removed)),
      reader.readBlocks(after, keysAfter.slice(from, from + inserted)),
    ).map((splice) => ({ ...splice, at: at + splice.at })),
  );
}

function $topKeys(): readonly NodeKey[] {
  return $getRoot().getChildrenKeys();
}
