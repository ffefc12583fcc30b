import { canonicalJson } from '../document/canonical.ts';
import type { BlockNode } from '../document/schema.ts';
import type { DraftContent } from '../model/draft.ts';
import type { ExchangedDraft, ExchangedRevision } from '../model/exchange-file.ts';
import type { RevisionSummary } from '../model/revision.ts';

/** The revisions of a draft as an exchange file holds them, oldest first: blocks that did not change stand once. */
export function packRevisions(
  history: readonly { readonly revision: RevisionSummary; readonly content: DraftContent }[],
): Pick<ExchangedDraft, 'blocks' | 'revisions'> {
  const blocks: BlockNode[] = [];
  const places = new Map<string, number>();
  const placeOf = (block: BlockNode): number => {
    const key = canonicalJson(block);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, blocks.length);
    return blocks.push(block) - 1;
  };
  const revisions = history.map(({ revision, content }): ExchangedRevision => {
    const { id, parentId, kind, contentHash, link, by, at } = revision;
    const { metadata, document } = content;
    return { id, parentId, kind, contentHash, link, by, at, metadata, blocks: document.children.map(placeOf) };
  });
  return { blocks, revisions };
}

/** The words of a revision; undefined when it names a block that is not there. */
export function unpackRevision(
  { blocks }: Pick<ExchangedDraft, 'blocks'>,
  revision: ExchangedRevision,
): DraftContent | undefined {
  const children = revision.blocks.map((place) => blocks[place]);
  if (!children.every((block) => block !== undefined)) return undefined;
  return { metadata: revision.metadata, document: { format: 'gaoqian-document', version: 1, children } };
}
