import type { PageBlock } from './page-block.ts';

/** One paragraph for each line that holds something. Indents and outer blanks go; nothing else is changed. */
export function textBlocks(text: string): readonly PageBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ node: { type: 'paragraph', children: [{ type: 'text', text: line }] }, source: line }));
}
