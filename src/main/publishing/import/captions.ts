import type { FigureNode, InlineNode } from '#shared/document/schema.ts';
import { editInline } from '#shared/document/text-edit.ts';
import { inlineText } from '#shared/document/walk.ts';
import type { PageBlock } from './page-block.ts';

const mark = /^\s*[▲△▼▽]\s*/u;
/** `（摄影：张三）`, `（图/张三）`, and without brackets at the end: `摄影：张三`. */
const namedCredit =
  /\s*[（(]\s*(?:摄影|供图|图片|图|摄)\s*[:：/／]\s*([^（）()]{1,30}?)\s*[）)]\s*$|\s+摄影\s*[:：]\s*(\S{1,30})\s*$/u;
/** `（张三 摄）`. */
const trailingCredit = /\s*[（(]\s*([^（）()]{2,20}?)\s*(?:摄影|摄|供图)\s*[）)]\s*$/u;

/**
 * Makes captions (paragraphs that begin with ▲) into figures: the mark goes, the credit has its own place. A caption
 * behind a picture without words becomes that picture's; otherwise the figure waits for its picture.
 */
export function figuresFromCaptions(
  blocks: readonly PageBlock[],
  onCaption: (before: PageBlock, after: FigureNode) => void,
): readonly PageBlock[] {
  const result: PageBlock[] = [];
  for (const block of blocks) {
    if (block.node.type === 'figure' && block.node.children.length > 0) {
      const figure = captioned(block.node, block.node.children);
      onCaption(block, figure);
      result.push({ ...block, node: figure });
      continue;
    }
    if (block.node.type !== 'paragraph' || !mark.test(inlineText(block.node.children))) {
      result.push(block);
      continue;
    }
    const last = result.at(-1);
    const waiting = last?.node.type === 'figure' && last.node.children.length === 0 ? last.node : undefined;
    const picture = waiting && last?.picture;
    if (waiting) result.pop();
    const empty: FigureNode = { type: 'figure', asset: null, alt: '', credit: '', children: [] };
    const figure = captioned(waiting ?? empty, block.node.children);
    onCaption(block, figure);
    result.push({ node: figure, source: block.source, ...(picture ? { picture } : {}) });
  }
  return result;
}

function captioned(figure: FigureNode, words: readonly InlineNode[]): FigureNode {
  const text = inlineText(words);
  const begin = mark.exec(text)?.[0].length ?? 0;
  const credit = namedCredit.exec(text) ?? trailingCredit.exec(text);
  const end = credit ? credit.index : text.length;
  const children = editInline(words, [
    { start: 0, end: begin, text: '' },
    { start: Math.max(begin, end), end: text.length, text: '' },
  ]);
  return { ...figure, credit: credit?.[1] ?? credit?.[2] ?? figure.credit, children };
}
