import { $insertList, $removeList } from '@lexical/list';
import type { HeadingTagType } from '@lexical/rich-text';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, $getSelection, $isRangeSelection } from 'lexical';
import type { BlockKind } from '../document-editor-props.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $dropTypedMarks } from './typed-marks.ts';

const headingTags: Readonly<Partial<Record<BlockKind, HeadingTagType>>> = {
  'heading-2': 'h2',
  'heading-3': 'h3',
  'heading-4': 'h4',
};

/** Gives the selected blocks another kind. Captions, cells and units keep theirs: only blocks of words change. */
export function $setBlock(block: BlockKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const tops = selection.getNodes().map($topBlock);
  if (tops.some((top) => $isFigureNode(top) || $isTableNode(top))) return;
  if (block === 'bullet' || block === 'number') {
    $insertList(block);
    const items = $getSelection();
    if ($isRangeSelection(items)) $dropTypedMarks(items);
    return;
  }
  $removeList();
  const tag = headingTags[block];
  const current = $getSelection();
  if (!$isRangeSelection(current)) return;
  $setBlocksType(current, () =>
    tag ? $createHeadingNode(tag) : block === 'quote' ? $createQuoteNode() : $createParagraphNode(),
  );
}
