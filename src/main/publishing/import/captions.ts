import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { captionParts, figureOfLine, figureWithLine } from '#shared/document/caption-text.ts';
import type { FigureNode, InlineNode } from '#shared/document/schema.ts';
import { editInline } from '#shared/document/text-edit.ts';
import { inlineText } from '#shared/document/walk.ts';
import { asItCame, type ReadBlock } from './page-block.ts';

/**
 * Makes captions into figures: mark and number go, the credit has its own place. A caption or credit behind a picture
 * that lacks it becomes that picture's; a line with the caption mark elsewhere waits for its picture.
 */
export function figuresFromCaptions(
  blocks: readonly ReadBlock[],
  marks: CaptionMarks,
  onCaption: (before: ReadBlock, after: FigureNode) => void,
): readonly ReadBlock[] {
  const result: ReadBlock[] = [];
  for (const block of blocks) {
    if (block.node.type === 'figure' && block.node.children.length > 0) {
      const { caption, credit } = captionParts(repaired(block, block.node.children), marks);
      const read = { ...block.node, credit: credit === '' ? block.node.credit : credit, children: [...caption] };
      const figure = damagedAgain(read, block, block.node.children);
      onCaption(block, figure);
      result.push({ ...block, node: figure });
      continue;
    }
    if (block.node.type !== 'paragraph') {
      result.push(block);
      continue;
    }
    if (block.as === 'waiting') {
      const figure = waitingFigure(block, block.node.children, marks);
      onCaption(block, figure);
      result.push({ node: figure, source: block.source, words: block.words });
      continue;
    }
    const last = result.at(-1);
    const line = repaired(block, block.node.children);
    const completed =
      last?.node.type === 'figure' && (figureWithLine(last.node, line, marks) ?? centredCaption(last, block, line));
    const read = completed || figureOfLine(line, marks);
    if (!read) {
      result.push(block);
      continue;
    }
    if (completed) result.pop();
    const figure = damagedAgain(read, block, block.node.children);
    onCaption(block, figure);
    // The picture of a figure that was there already stays its own.
    const { picture, beside } = (completed && last) || {};
    result.push({
      node: figure,
      source: block.source,
      words: block.words,
      ...(picture ? { picture } : {}),
      ...(beside ? { beside } : {}),
    });
  }
  return result;
}

const longestCentred = 40;

/** A short centred line right below a picture that came with it says what it shows, when it is no sentence. */
function centredCaption(
  above: ReadBlock,
  { node, as }: ReadBlock,
  line: readonly InlineNode[],
): FigureNode | undefined {
  if (above.node.type !== 'figure' || !above.picture || above.node.children.length > 0 || as) return undefined;
  const text = inlineText(line).trim();
  const isCentred = node.type === 'paragraph' && node.align === 'center';
  if (!isCentred || text === '' || text.length > longestCentred || /[。！？；：]$/u.test(text)) return undefined;
  return { ...above.node, children: [...line] };
}

/** The place of a picture that is still to come, as our own documents keep it. */
function waitingFigure(block: ReadBlock, line: readonly InlineNode[], marks: CaptionMarks): FigureNode {
  const { caption, credit } = captionParts(repaired(block, line), marks);
  return damagedAgain({ type: 'figure', asset: null, alt: '', credit, children: [...caption] }, block, line);
}

function repaired({ words }: ReadBlock, children: readonly InlineNode[]): readonly InlineNode[] {
  return editInline(children, words.edits);
}

/** The figure that was read off repaired words, with the words as they came. */
function damagedAgain(figure: FigureNode, block: ReadBlock, children: readonly InlineNode[]): FigureNode {
  const { text, edits, sourceOffset } = block.words;
  if (edits.length === 0) return figure;
  const caption = inlineText(figure.children);
  const start = text.indexOf(caption);
  const end = start + caption.length;
  const creditAt = figure.credit === '' ? -1 : text.indexOf(figure.credit, end);
  const whole = inlineText(children).length;
  return {
    ...figure,
    credit: creditAt < 0 ? figure.credit : asItCame(block, creditAt, creditAt + figure.credit.length),
    // Words that do not stand together on the page keep the form in which they were read.
    children:
      start < 0 || caption === ''
        ? figure.children
        : editInline(children, [
            { start: 0, end: sourceOffset(start), text: '' },
            { start: sourceOffset(end), end: whole, text: '' },
          ]),
  };
}
