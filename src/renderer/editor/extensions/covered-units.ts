import type { LexicalEditor } from 'lexical';
import { $getRoot, $getSelection, $isRangeSelection, $isRootNode } from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { $isBlockUnit } from './block-units.ts';

/**
 * Marks the figures, boilerplates and rules over which a selection of words goes (`data-covered`): the browser paints
 * words alone, and nothing shall be deleted that was not seen to be selected.
 */
export function markCoveredUnits(editor: LexicalEditor): () => void {
  let marked: readonly Element[] = [];
  return editor.registerUpdateListener(({ editorState }) => {
    const keys = editorState.read($coveredKeys);
    if (keys.length === 0 && marked.length === 0) return;
    const covered = keys.flatMap((key) => editor.getElementByKey(key) ?? []);
    for (const element of marked) if (!covered.some((one) => one === element)) element.removeAttribute('data-covered');
    for (const element of covered) element.setAttribute('data-covered', '');
    marked = covered;
  });
}

function $coveredKeys(): readonly string[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const [first, last] = [$topBlock(start.getNode()), $topBlock(end.getNode())];
  if (first !== null && first.is(last)) return [];
  const from = $isRootNode(start.getNode()) ? start.offset : (first?.getIndexWithinParent() ?? 0) + 1;
  const to = $isRootNode(end.getNode()) ? end.offset : (last?.getIndexWithinParent() ?? 0);
  return $getRoot()
    .getChildren()
    .slice(from, to)
    .filter($isBlockUnit)
    .map((unit) => unit.getKey());
}
