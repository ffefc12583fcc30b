import type { InlineNode, ListItemNode, ListNode } from '#shared/document/schema.ts';
import type { ListPlace } from './list-marker.ts';

/** One line of a list, as it stood: the lists are built when all of them are known. */
export interface ListLine {
  readonly place: ListPlace;
  readonly children: InlineNode[];
}

interface Open {
  readonly level: number;
  readonly node: ListNode;
}

/**
 * Lists of neighbouring lines. A line goes under the last line of a smaller level, whatever levels were left out
 * between; where the first level changes its kind or its counting, a new list begins. Some programs write a list of its
 * own for each line: what counts on right behind it is the same list.
 */
export function foldLists(lines: readonly ListLine[]): readonly ListNode[] {
  const lists: ListNode[] = [];
  let open: Open[] = [];
  let list = '';
  for (const { place, children } of lines) {
    const item: ListItemNode = { type: 'list-item', children };
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > place.level) open.pop();
    const last = open.at(-1);
    const isOutermost = open.length <= 1 && (last === undefined || place.level <= last.level);
    if (last === undefined || (isOutermost && !continues(last.node, list, place))) {
      const node = listOf(place, item);
      lists.push(node);
      open = [{ level: place.level, node }];
      list = place.list;
    } else if (place.level > last.level) {
      open.push({ level: place.level, node: nest(last.node, place, item) });
    } else {
      last.node.children.push(item);
    }
  }
  return lists;
}

function continues(node: ListNode, list: string, place: ListPlace): boolean {
  if (node.ordered !== place.ordered || place.isFirst) return false;
  if (place.number !== undefined) return place.number === (node.start ?? 1) + node.children.length;
  return list === place.list || !place.ordered;
}

/** An item has one list below it: a second one goes on in it. */
function nest(parent: ListNode, place: ListPlace, item: ListItemNode): ListNode {
  const above = parent.children.at(-1);
  if (above?.nested) {
    above.nested.children.push(item);
    return above.nested;
  }
  const nested = listOf(place, item);
  if (above) above.nested = nested;
  return nested;
}

function listOf(place: ListPlace, item: ListItemNode): ListNode {
  const { ordered, number } = place;
  const start = ordered && number !== undefined && number !== 1 ? { start: number } : {};
  return { type: 'list', ordered, ...start, children: [item] };
}
