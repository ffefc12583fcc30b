import { draftMetadataSchema, metadataFields, type DraftContent, type DraftMetadata } from '../../model/draft.ts';
import { metadataChange } from '../../model/edit-steps.ts';
import { canonicalJson, stripComments } from '../canonical.ts';
import type { BlockNode, Document } from '../schema.ts';
import { blockText, picturesOf } from '../walk.ts';
import { alignItems, type Item, type Pair } from './align.ts';
import { blockKind, diffBlock, isChangedRun, type BlockChange } from './block-diff.ts';

/**
 * A block of either side, or of both, in the order in which they read together. Numbers are places among the blocks.
 * What moved stands at both of its places: `moved-away` where it was, `moved` where it is.
 */
export type DiffRow =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number; readonly change: BlockChange }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number }
  | { readonly kind: 'moved-away'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'moved';
      readonly before: number;
      readonly after: number;
      /** What changed in it on its way; null for nothing. */
      readonly change: BlockChange | null;
    };

/** What differs between the blocks of two documents; comment marks are no difference. */
export interface DocumentDiff {
  readonly rows: readonly DiffRow[];
  /** The blocks of either side that the rows speak of. */
  readonly before: readonly BlockNode[];
  readonly after: readonly BlockNode[];
}

/** What differs between two contents. */
export interface ContentDiff extends DocumentDiff {
  /** The fields that differ, in the order of the schema. */
  readonly fields: readonly (keyof DraftMetadata)[];
}

const fieldNames = Object.keys(draftMetadataSchema.shape) as (keyof DraftMetadata)[];

export function diffContents(before: DraftContent, after: DraftContent): ContentDiff {
  const change = metadataChange(metadataFields(before.metadata), metadataFields(after.metadata));
  const isAmended =
    canonicalJson(before.metadata.amendment ?? null) !== canonicalJson(after.metadata.amendment ?? null);
  const fields = fieldNames.filter((field) => (field === 'amendment' ? isAmended : change && field in change.after));
  return { fields, ...diffDocuments(before.document, after.document) };
}

export function diffDocuments(before: Document, after: Document): DocumentDiff {
  const old = stripComments(before).children;
  const now = stripComments(after).children;
  return { rows: blockRows(old, now), before: old, after: now };
}

function blockRows(before: readonly BlockNode[], after: readonly BlockNode[]): readonly DiffRow[] {
  const pairs = alignItems(before.map(itemOf), after.map(itemOf));
  const moves = movesAmong(pairs, before, after);
  const origins = new Map([...moves].map(([at, from]) => [from, at]));
  const change = (at: number, from: number): BlockChange | null => {
    const [old, now] = [before[at], after[from]];
    return old && now && canonicalJson(old) !== canonicalJson(now) ? diffBlock(old, now) : null;
  };
  return pairs.map(({ before: at, after: from }): DiffRow => {
    if (at !== null && from !== null) {
      const changed = change(at, from);
      return changed
        ? { kind: 'changed', before: at, after: from, change: changed }
        : { kind: 'same', before: at, after: from };
    }
    if (at !== null) {
      const to = moves.get(at);
      return to === undefined ? { kind: 'removed', before: at } : { kind: 'moved-away', before: at, after: to };
    }
    const place = from ?? 0;
    const origin = origins.get(place);
    if (origin === undefined) return { kind: 'inserted', after: place };
    return { kind: 'moved', before: origin, after: place, change: change(origin, place) };
  });
}

/** A block as it is compared with others. */
export function itemOf(block: BlockNode): Item {
  return { key: canonicalJson(block), kind: blockKind(block), text: blockText(block), mark: pictureMark(block) };
}

function pictureMark(block: BlockNode): string {
  return block.type === 'figure'
    ? picturesOf(block)
        .flatMap(({ asset }) => asset ?? [])
        .join()
    : '';
}

/** Blocks that went and came again elsewhere: equal ones, and figures of the same pictures. By place before → place after. */
function movesAmong(
  pairs: readonly Pair[],
  before: readonly BlockNode[],
  after: readonly BlockNode[],
): ReadonlyMap<number, number> {
  const came = new Map<string, number[]>();
  for (const { before: at, after: from } of pairs) {
    const block = from === null || at !== null ? undefined : after[from];
    if (block && from !== null) for (const name of moveNames(block)) came.set(name, [...(came.get(name) ?? []), from]);
  }
  const moves = new Map<number, number>();
  const taken = new Set<number>();
  for (const { before: at, after: from } of pairs) {
    const block = at === null || from !== null ? undefined : before[at];
    if (!block || at === null) continue;
    const to = moveNames(block)
      .flatMap((name) => came.get(name) ?? [])
      .find((place) => !taken.has(place));
    if (to === undefined) continue;
    taken.add(to);
    moves.set(at, to);
  }
  return moves;
}

/** By what a block is known at another place: empty lines and rules are not. */
function moveNames(block: BlockNode): readonly string[] {
  const mark = pictureMark(block);
  if (mark !== '') return [canonicalJson(block), mark];
  return blockText(block).trim() === '' ? [] : [canonicalJson(block)];
}

/**
 * The names of all changes in reading order, for going from one to the next: `headline`, `r3` for a row as a whole,
 * `r3.f0` for a field of it, `r3.t1` for a run that came or went, `r3.t1.p2` for words.
 */
export function changesOf(diff: ContentDiff): readonly string[] {
  return [...diff.fields, ...diff.rows.flatMap((row, at) => rowChanges(row, `r${at}`))];
}

function rowChanges(row: DiffRow, name: string): readonly string[] {
  switch (row.kind) {
    case 'same':
    case 'moved-away':
      return [];
    case 'removed':
    case 'inserted':
      return [name];
    case 'moved':
      return [name, ...(row.change ? changesWithin(row.change, name) : [])];
    case 'changed':
      return changesWithin(row.change, name);
  }
}

function changesWithin({ runs, fields }: BlockChange, name: string): readonly string[] {
  const inRuns = runs.flatMap((run, at) => {
    if (!isChangedRun(run)) return [];
    if (run.before === null || run.after === null) return [`${name}.t${at}`];
    return run.pieces.flatMap((piece, number) => (piece.change === 'none' ? [] : [`${name}.t${at}.p${number}`]));
  });
  return [...inRuns, ...fields.map((_field, at) => `${name}.f${at}`)];
}
