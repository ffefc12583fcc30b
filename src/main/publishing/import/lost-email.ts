import type { InlineNode } from '#shared/document/schema.ts';
import { mergeTexts } from '#shared/document/canonical.ts';
import type { PageBlock } from './page-block.ts';

/** What anti-spam filters put in the place of an address. */
const lost = /\[\s*(?:email|邮箱|电子邮件)\s*(?:protected|受保护)\s*\]/iu;

/** What the open 【待核】 says. */
export const lostEmailWords = '电子邮箱';

/** Puts an open 【待核】 where an address was lost. */
export function markLostEmails(block: PageBlock, onFound: (before: string) => void): PageBlock {
  const { node } = block;
  if (node.type !== 'paragraph' && node.type !== 'quote' && node.type !== 'heading') return block;
  if (!node.children.some((child) => lost.test(wordsOf(child)))) return block;
  const children = node.children.flatMap((child): InlineNode[] => {
    const text = wordsOf(child);
    const match = lost.exec(text);
    if (!match) return [child];
    onFound(match[0]);
    const around = child.type === 'text' ? child : { type: 'text' as const };
    return mergeTexts<InlineNode>([
      { ...around, text: text.slice(0, match.index) },
      { type: 'to-confirm', text: lostEmailWords },
      { ...around, text: text.slice(match.index + match[0].length) },
    ]);
  });
  return { ...block, node: { ...node, children } };
}

/** The words of a text, or of a link that leads to the filter's own page. */
function wordsOf(node: InlineNode): string {
  if (node.type === 'text') return node.text;
  return node.type === 'link' ? node.children.map((child) => ('text' in child ? child.text : '')).join('') : '';
}
