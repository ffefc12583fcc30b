import { mergeTexts } from '../../document/canonical.ts';
import type { InlineNode, ToConfirmNode } from '../../document/schema.ts';
import { editInline, editText, type TextEdit } from '../../document/text-edit.ts';
import { inlineText, toConfirmText } from '../../document/walk.ts';
import type { DraftContent } from '../../model/draft.ts';
import type { RepairPlace, RepairTarget } from '../../model/repair.ts';
import { mapTextUnits } from './text-units.ts';

/** The draft with these repairs made. Stretches that no longer read as they did when they were judged stay as they are. */
export function applyRepairs(content: DraftContent, places: readonly RepairPlace[]): DraftContent {
  const byTarget = Map.groupBy(places, ({ target }) => targetKey(target));
  const chosen = (text: string, target: RepairTarget): readonly RepairPlace[] =>
    byTarget.get(targetKey(target))?.filter((place) => place.text === text) ?? [];
  return mapTextUnits(content, {
    plain: (text, target) => editText(text, textEdits(chosen(text, target))),
    run(children, target) {
      const here = chosen(inlineText(children), target);
      if (here.length === 0) return [...children];
      const lost = inOrder(here.flatMap((place) => (place.kind === 'lost-email' ? place.edits : [])));
      return confirmLost(children, lost, textEdits(here));
    },
  });
}

/** Names a target: no two of a draft have the same. */
export function targetKey(target: RepairTarget): string {
  return JSON.stringify(target);
}

function textEdits(places: readonly RepairPlace[]): readonly TextEdit[] {
  return inOrder(places.flatMap((place) => (place.kind === 'lost-email' ? [] : place.edits.flatMap(singly))));
}

/** One character for one: each stays in the format that it had. */
function singly(edit: TextEdit): readonly TextEdit[] {
  const characters = Array.from(edit.text);
  const isEven = edit.text.length === edit.end - edit.start && characters.every((character) => character.length === 1);
  if (!isEven) return [edit];
  return characters.map((text, index) => ({ start: edit.start + index, end: edit.start + index + 1, text }));
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}

/** Open 【待核】 first: from the last to the first, each moves only what stands behind it. */
function confirmLost(
  children: readonly InlineNode[],
  lost: readonly TextEdit[],
  edits: readonly TextEdit[],
): InlineNode[] {
  let nodes: readonly InlineNode[] = children;
  let moved = edits;
  for (const { start, end, text } of lost.toReversed()) {
    nodes = replaceSpan(nodes, start, end, { type: 'to-confirm', text });
    const by = toConfirmText(text).length - (end - start);
    moved = moved.map((edit) => (edit.start >= end ? { ...edit, start: edit.start + by, end: edit.end + by } : edit));
  }
  return editInline(nodes, moved);
}

/** Puts a node in the place of a span. A link that the span touches was the filter's own: its words become plain text. */
function replaceSpan(children: readonly InlineNode[], start: number, end: number, node: ToConfirmNode): InlineNode[] {
  let at = 0;
  let placed = false;
  const result: InlineNode[] = [];
  const take = (child: InlineNode): void => {
    const from = at;
    at += inlineText([child]).length;
    if (at <= start || from >= end) {
      if (from >= end && !placed) place();
      result.push(child);
    } else if (child.type === 'link') {
      at = from;
      child.children.forEach(take);
    } else if (child.type === 'text') {
      const before = child.text.slice(0, Math.max(0, start - from));
      const after = child.text.slice(Math.max(0, end - from));
      if (before !== '') result.push({ ...child, text: before });
      place();
      if (after !== '') result.push({ ...child, text: after });
    } else if (child.type === 'comment-mark' && !placed) {
      const inside = replaceSpan(child.children, start - from, end - from, node);
      result.push({ ...child, children: inside.filter((inner) => inner.type !== 'comment-mark') });
      placed = true;
    } else {
      result.push(child);
    }
  };
  const place = (): void => {
    if (!placed) result.push(node);
    placed = true;
  };
  children.forEach(take);
  return mergeTexts(result);
}
