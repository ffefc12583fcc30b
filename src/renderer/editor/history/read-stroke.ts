import type { BaseSelection, EditorState, NodeKey } from 'lexical';
import { $isLineBreakNode, $isRangeSelection, $isTextNode } from 'lexical';
import type { MetadataChange } from '#shared/model/edit-history.ts';
import type { Stroke } from './strokes.ts';

type When = Pick<Stroke, 'beganAt' | 'endedAt'>;

/** A change of which nothing more is known than that it is one. */
export function otherStroke(when: When): Stroke {
  return { kind: 'other', place: '', from: '', to: '', size: 0, text: '', ...when };
}

/** A change within one block as typing: what came or went at the caret. `leaves` are the inline nodes that changed. */
export function strokeBetween(
  before: EditorState,
  after: EditorState,
  place: NodeKey,
  leaves: ReadonlySet<NodeKey>,
  when: When,
): Stroke {
  const caret = after._selection;
  let size = 0;
  for (const key of leaves) size += sizeOf(after, key) - sizeOf(before, key);
  if (size === 0 || !$isRangeSelection(caret) || !caret.isCollapsed()) return otherStroke(when);
  const to = caretOf(caret);
  const { key, offset } = caret.anchor;
  const node = after._nodeMap.get(key);
  return {
    kind: size > 0 ? 'insert' : 'delete',
    place,
    from: caretOf(before._selection),
    to,
    size: Math.abs(size),
    text: size > 0 && $isTextNode(node) ? node.__text.slice(Math.max(0, offset - size), offset) : '',
    ...when,
  };
}

function sizeOf(state: EditorState, key: NodeKey): number {
  const node = state._nodeMap.get(key);
  return $isTextNode(node) ? node.__text.length : $isLineBreakNode(node) ? 1 : 0;
}

/** A caret by its place; selected words are no place that typing could have come from. */
function caretOf(selection: BaseSelection | null): string {
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return 'selection';
  const { key, offset, type } = selection.anchor;
  return `${type} ${key} ${String(offset)}`;
}

/** A change of the metadata as typing in its field. */
export function strokeInField({ before, after }: MetadataChange, when: When): Stroke {
  const place = Object.keys(after).join();
  const [old] = Object.values(before);
  const [now] = Object.values(after);
  const field = { place, from: '', to: '', ...when };
  // Lists are changed by acts, however quickly they follow one another: each is taken back by itself.
  if (Array.isArray(now)) return { ...field, kind: 'other', size: 0, text: '' };
  if (typeof old !== 'string' || typeof now !== 'string' || old.length === now.length) {
    return { ...field, kind: 'field', size: 0, text: '' };
  }
  const size = Math.abs(now.length - old.length);
  if (now.length < old.length) return { ...field, kind: 'delete', size, text: '' };
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  return { ...field, kind: 'insert', size, text: now.slice(start, start + size) };
}
