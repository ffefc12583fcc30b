import type { MarkNode } from '@lexical/mark';
import { $isMarkNode, $unwrapMarkNode, $wrapSelectionInMarkNode } from '@lexical/mark';
import { $isTableCellNode, $isTableSelection } from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $setSelection } from 'lexical';

/** Puts a mark around the selected words; false when there are none. */
export function $markComment(commentId: string): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection)) {
    for (const cell of selection.getNodes().filter($isTableCellNode)) {
      const words = cell.select(0, cell.getChildrenSize());
      if (cell.getTextContentSize() > 0) $wrapSelectionInMarkNode(words, false, commentId);
    }
    $setSelection(selection.clone());
    return $marksOf(commentId).length > 0;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  $wrapSelectionInMarkNode(selection, selection.isBackward(), commentId);
  return $marksOf(commentId).length > 0;
}

/** The marks of a comment in reading order; one that spans blocks has several. */
export function $marksOf(commentId: string): readonly MarkNode[] {
  const marks: MarkNode[] = [];
  const visit = (node: LexicalNode): void => {
    if ($isMarkNode(node) && node.hasID(commentId)) marks.push(node);
    if ($isElementNode(node)) node.getChildren().forEach(visit);
  };
  visit($getRoot());
  return marks;
}

/** Takes the comment off its marks; a mark without comments gives way to its words. */
export function $unmarkComment(commentId: string): void {
  for (const mark of $marksOf(commentId)) {
    mark.deleteID(commentId);
    if (mark.getIDs().length === 0) $unwrapMarkNode(mark);
  }
}
