import { diffBlocks, invertSplices, spliceBlocks, type BlockSplice } from '../document/block-splice.ts';
import { canonicalJson } from '../document/canonical.ts';
import type { BlockNode } from '../document/schema.ts';
import type { DraftContent, MetadataFields } from './draft.ts';
import { fillMetadata, metadataFields } from './draft.ts';
import type { EditHistory, EditStep, MetadataChange } from './edit-history.ts';
import { longestHistory } from './edit-history.ts';

/** The step that takes this one back. */
export function invertStep(step: EditStep): EditStep {
  return {
    splices: invertSplices(step.splices),
    metadata: step.metadata && { before: step.metadata.after, after: step.metadata.before },
    selectionBefore: step.selectionAfter,
    selectionAfter: step.selectionBefore,
  };
}

/** The content after a step. */
export function applyStep(content: DraftContent, step: EditStep): DraftContent {
  return {
    metadata: fillMetadata(content.metadata, step.metadata?.after ?? {}),
    document: { ...content.document, children: spliceBlocks(content.document.children, step.splices) },
  };
}

/** The step between two contents, without selections; null when they are equal. */
export function stepBetween(before: DraftContent, after: DraftContent): EditStep | null {
  const splices = diffBlocks(before.document.children, after.document.children);
  const metadata = metadataChange(metadataFields(before.metadata), metadataFields(after.metadata));
  if (splices.length === 0 && metadata === null) return null;
  return { splices, metadata, selectionBefore: null, selectionAfter: null };
}

/** The fields in which two metadata differ; null when in none. Fields that `after` lacks are not compared. */
export function metadataChange(before: Partial<MetadataFields>, after: Partial<MetadataFields>): MetadataChange | null {
  const fields = Object.keys(after)
    .filter(isField)
    .filter((field) => !isEqual(before[field], after[field]));
  if (fields.length === 0) return null;
  const only = (metadata: Partial<MetadataFields>): Partial<MetadataFields> =>
    Object.fromEntries(fields.map((field) => [field, metadata[field]]));
  return { before: only(before), after: only(after) };
}

/** An amendment is begun and given up, never typed: it stands in no history. */
function isField(name: string): name is keyof MetadataFields {
  return name !== 'amendment';
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson({ value: a }) === canonicalJson({ value: b });
}

/**
 * The history of one content as that of another: what happened between them without the editor (a crash between two
 * saves, a version brought back, a review file) becomes one step that can be taken back like any other.
 */
export function bridgeHistory(history: EditHistory, before: DraftContent, after: DraftContent): EditHistory {
  const bridge = stepBetween(before, after);
  return bridge === null ? history : { undo: [...history.undo, bridge].slice(-longestHistory), redo: [] };
}

/** The history with other blocks in its steps; a step that changes nothing any more is left out, one without a change stays itself. */
export function mapHistory(
  history: EditHistory,
  change: (blocks: readonly BlockNode[]) => readonly BlockNode[],
): EditHistory {
  const mapped = (steps: readonly EditStep[]): EditStep[] => steps.flatMap((step) => mapStep(step, change) ?? []);
  return { undo: mapped(history.undo), redo: mapped(history.redo) };
}

function isChange({ removed, inserted }: BlockSplice): boolean {
  return canonicalJson(removed) !== canonicalJson(inserted);
}

function mapStep(step: EditStep, change: (blocks: readonly BlockNode[]) => readonly BlockNode[]): EditStep | null {
  const splices = step.splices.map((splice) => {
    const removed = change(splice.removed);
    const inserted = change(splice.inserted);
    const isSame = removed === splice.removed && inserted === splice.inserted;
    return isSame ? splice : { ...splice, removed: [...removed], inserted: [...inserted] };
  });
  if (splices.every((splice, index) => splice === step.splices[index])) return step;
  const left = splices.filter(isChange);
  return left.length > 0 || step.metadata !== null ? { ...step, splices: left } : null;
}

/** The newest steps that fit into so many bytes of JSON: first what can be taken back, then what can be done again. */
export function fitHistory(history: EditHistory, bytes: number): EditHistory {
  let rest = bytes;
  const newest = (steps: readonly EditStep[]): EditStep[] => {
    let start = steps.length;
    for (; start > 0 && steps.length - start < longestHistory; start -= 1) {
      const size = stepBytes(steps[start - 1]);
      if (size > rest) break;
      rest -= size;
    }
    return steps.slice(start);
  };
  return { undo: newest(history.undo), redo: newest(history.redo) };
}

/** Bytes of a step's JSON in UTF-8, at most. */
export function stepBytes(step: EditStep | undefined): number {
  const text = JSON.stringify(step ?? null);
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) bytes += 2;
  return bytes;
}
