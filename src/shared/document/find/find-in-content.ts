import type { DraftContent } from '../../model/draft.ts';
import { runsOf } from '../runs.ts';
import type { BlockNode } from '../schema.ts';
import { inlineText } from '../walk.ts';
import { findFields, type FindMatch } from './match-list.ts';
import type { Matcher } from './query.ts';

/**
 * Every match in reading order: headline and subheadline, then each block, a figure's credit after its caption. A match
 * may cross formats, links, comment marks and the edge of a 【待核】, but lies in one run: one paragraph, item, cell or caption.
 */
export function findInContent({ metadata, document }: DraftContent, matcher: Matcher): FindMatch[] {
  const matches: FindMatch[] = findFields.flatMap((field) =>
    matcher.find(metadata[field]).map((span) => ({ ...span, place: { kind: 'metadata', field } as const })),
  );
  document.children.forEach((block, index) => {
    findInBlock(block, index, matcher, matches);
  });
  return matches;
}

function findInBlock(block: BlockNode, index: number, matcher: Matcher, matches: FindMatch[]): void {
  const place = { kind: 'block', block: index } as const;
  let from = 0;
  for (const text of block.type === 'boilerplate' ? [block.text] : runsOf(block).map(inlineText)) {
    for (const { start, end } of matcher.find(text)) matches.push({ place, start: from + start, end: from + end });
    from += text.length + 1;
  }
  if (block.type !== 'figure') return;
  for (const span of matcher.find(block.credit)) matches.push({ ...span, place: { kind: 'credit', block: index } });
}
