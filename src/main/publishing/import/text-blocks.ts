import { partTables } from '#shared/document/tabbed-lines.ts';
import { blockText } from '#shared/document/walk.ts';
import type { PageBlock } from './page-block.ts';

/**
 * One paragraph for each line that holds something, a table for lines whose cells tabs part. Indents and outer blanks go;
 * nothing else is changed.
 */
export function textBlocks(text: string): readonly PageBlock[] {
  return partTables(text.split('\n')).flatMap((part): readonly PageBlock[] => {
    if (part.kind === 'table') return [{ node: part.table, source: blockText(part.table) }];
    const line = part.text.trim();
    if (line === '') return [];
    return [{ node: { type: 'paragraph', children: [{ type: 'text', text: line }] }, source: line }];
  });
}
