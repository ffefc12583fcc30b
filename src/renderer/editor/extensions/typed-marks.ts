import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import type { PointType, RangeSelection } from 'lexical';
import { $findMatchingParent, $isTextNode } from 'lexical';

const typedNumber = /^(?:[（(](\d{1,2})[)）]|(\d{1,2})[.．、)）](?!\d))[ \u3000]*/u;
const typedSign = /^(?:[•●▪■·][ \u3000]*|[-*－][ \u3000]+)/u;

/**
 * Takes away what was typed before lines that are items now, where the list shows the same: `1. `, `2、` or `（3）` before the
 * item of that number, a dot or a dash before a bullet. Other numbers are words.
 */
export function $dropTypedMarks(selection: RangeSelection): void {
  const items = selection.getNodes().flatMap((node) => $findMatchingParent(node, $isListItemNode) ?? []);
  for (const item of new Set(items)) $dropTypedMark(item, selection);
}

function $dropTypedMark(item: ListItemNode, selection: RangeSelection): void {
  const text = item.getFirstChild();
  if (!$isTextNode(text) || !text.isSimpleText()) return;
  const words = text.getTextContent();
  const mark = $shownMark(item, words);
  if (mark === null) return;
  text.setTextContent(words.slice(mark.length));
  for (const point of [selection.anchor, selection.focus])
    if (point.key === text.getKey()) moveBack(point, mark.length);
}

/** The mark that the words begin with, if it is what the list shows before the item. */
function $shownMark(item: ListItemNode, words: string): string | null {
  const list = item.getParent();
  if (!$isListNode(list)) return null;
  if (list.getListType() !== 'number') return typedSign.exec(words)?.[0] ?? null;
  const [mark, inBrackets, plain] = typedNumber.exec(words) ?? [];
  const shown = list.getStart() + item.getIndexWithinParent();
  return mark !== undefined && Number(inBrackets ?? plain) === shown ? mark : null;
}

function moveBack(point: PointType, by: number): void {
  point.set(point.key, Math.max(0, point.offset - by), 'text');
}
