import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { captionParts, figureOfLine, figureWithLine } from '#shared/document/caption-text.ts';
import type { FigureNode } from '#shared/document/schema.ts';
import type { PageBlock } from './page-block.ts';

/**
 * Makes captions into figures: mark and number go, the credit has its own place. A caption or credit behind a picture
 * that lacks it becomes that picture's; a line with the caption mark elsewhere waits for its picture.
 */
export function figuresFromCaptions(
  blocks: readonly PageBlock[],
  marks: CaptionMarks,
  onCaption: (before: PageBlock, after: FigureNode) => void,
): readonly PageBlock[] {
  const result: PageBlock[] = [];
  for (const block of blocks) {
    if (block.node.type === 'figure' && block.node.children.length > 0) {
      const { caption, credit } = captionParts(block.node.children, marks);
      const figure = { ...block.node, credit: credit === '' ? block.node.credit : credit, children: [...caption] };
      onCaption(block, figure);
      result.push({ ...block, node: figure });
      continue;
    }
    if (block.node.type !== 'paragraph') {
      result.push(block);
      continue;
    }
    const last = result.at(-1);
    const completed = last?.node.type === 'figure' && figureWithLine(last.node, block.node.children, marks);
    const figure = completed || figureOfLine(block.node.children, marks);
    if (completed) result.pop();
    if (figure) onCaption(block, figure);
    // The picture of a figure that was there already stays its own.
    const picture = completed ? last?.picture : undefined;
    result.push(figure ? { node: figure, source: block.source, ...(picture ? { picture } : {}) } : block);
  }
  return result;
}
