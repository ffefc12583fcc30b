import {
  fillMetadata,
  metadataFields,
  type DraftContent,
  type DraftMetadata,
  type MetadataFields,
} from '../../model/draft.ts';
import { canonicalJson } from '../canonical.ts';
import type { BlockNode } from '../schema.ts';
import { mergeSequences, type Stretch } from './merge-sequences.ts';

/** One side of a merge: the words here, or those that came. */
export type MergeSide = 'mine' | 'theirs';

/** What a person chose where both sides changed the same; `both` keeps the two, mine first. */
export type BlockChoice = MergeSide | 'both';

/** A stretch of blocks, or a field of the metadata, that both sides changed, each in its own way. */
export interface BlockConflict {
  readonly base: readonly BlockNode[];
  readonly mine: readonly BlockNode[];
  readonly theirs: readonly BlockNode[];
}

export interface FieldConflict {
  readonly field: keyof MetadataFields;
  readonly mine: MetadataFields[keyof MetadataFields];
  readonly theirs: MetadataFields[keyof MetadataFields];
}

/** What two versions of a draft come to that grew out of a third: settled where one side alone changed, open elsewhere. */
export interface ContentMerge {
  readonly metadata: DraftMetadata;
  readonly fields: readonly FieldConflict[];
  /** In reading order: blocks that stand, and places where a person has to choose. */
  readonly parts: readonly (BlockNode | BlockConflict)[];
}

export function isConflict(part: BlockNode | BlockConflict): part is BlockConflict {
  return !('type' in part);
}

/** Merges two versions by block (three-way) over the newest version that both sides know. */
export function mergeContents(base: DraftContent, mine: DraftContent, theirs: DraftContent): ContentMerge {
  const { metadata, fields } = mergeMetadata(base.metadata, mine.metadata, theirs.metadata);
  const sides: Sides = [base.document.children, mine.document.children, theirs.document.children];
  const [was, here, there] = sides.map((blocks) => blocks.map(canonicalJson));
  const stretches = mergeSequences(was ?? [], here ?? [], there ?? []);
  const parts = stretches.flatMap((stretch) => partsOf(stretch, sides));
  return { metadata, fields, parts };
}

type Sides = readonly [base: readonly BlockNode[], mine: readonly BlockNode[], theirs: readonly BlockNode[]];

function partsOf(stretch: Stretch, [base, mine, theirs]: Sides): readonly (BlockNode | BlockConflict)[] {
  const ours = mine.slice(...stretch.mine);
  const others = theirs.slice(...stretch.theirs);
  if (stretch.taken !== 'neither') return stretch.taken === 'mine' ? ours : others;
  return [{ base: base.slice(...stretch.base), mine: ours, theirs: others }];
}

function mergeMetadata(base: DraftMetadata, mine: DraftMetadata, theirs: DraftMetadata) {
  const [old, ours, others] = [metadataFields(base), metadataFields(mine), metadataFields(theirs)];
  const fields: FieldConflict[] = [];
  const taken: Partial<MetadataFields> = {};
  for (const field of Object.keys(ours) as (keyof MetadataFields)[]) {
    const [was, here, there] = [old[field], ours[field], others[field]].map((value) => canonicalJson(value));
    if (here === there || there === was) continue;
    if (here === was) Object.assign(taken, { [field]: others[field] });
    else fields.push({ field, mine: ours[field], theirs: others[field] });
  }
  return { metadata: fillMetadata(mine, taken), fields };
}

/** What a merge comes to with a person's choices, by the order of its conflicts and by field; mine where none was made. */
export function settleMerge(
  merge: ContentMerge,
  choices: {
    readonly blocks: readonly BlockChoice[];
    readonly fields: Readonly<Partial<Record<keyof MetadataFields, MergeSide>>>;
  },
): DraftContent {
  let at = 0;
  const children = merge.parts.flatMap((part): readonly BlockNode[] => {
    if (!isConflict(part)) return [part];
    const choice = choices.blocks[at] ?? 'mine';
    at += 1;
    return choice === 'both' ? [...part.mine, ...part.theirs] : part[choice];
  });
  const theirs = merge.fields.filter(({ field }) => choices.fields[field] === 'theirs');
  const chosen = Object.fromEntries(theirs.map(({ field, theirs: value }) => [field, value]));
  return {
    metadata: fillMetadata(merge.metadata, chosen),
    document: { format: 'gaoqian-document', version: 1, children: [...children] },
  };
}
