import { blockText } from '#shared/document/walk.ts';
import type { PageBlock } from './page-block.ts';

/** Longest line that can be a headline, in characters. */
const longestHeadline = 80;

/**
 * Takes the headline out of an article: the one the page names, else its first line when that is short and no
 * sentence. A first line that repeats the named headline goes too; a paragraph that merely begins with the same words
 * stays as it is.
 */
export function takeHeadline(
  blocks: readonly PageBlock[],
  named: string | undefined,
): { readonly headline: string; readonly source: string; readonly rest: readonly PageBlock[] } {
  const [first, ...rest] = blocks;
  const text = first && first.node.type !== 'figure' ? blockText(first.node).trim() : '';
  if (named !== undefined && named !== '') {
    const repeated = first && sameWords(text, named);
    return { headline: named, source: repeated ? first.source : named, rest: repeated ? rest : blocks };
  }
  const isSentence = /[。；，：]$/u.test(text);
  if (!first || text === '' || isSentence || Array.from(text).length > longestHeadline) {
    return { headline: '', source: '', rest: blocks };
  }
  const doubled = rest[0] && rest[0].node.type !== 'figure' && sameWords(blockText(rest[0].node), text);
  return { headline: text, source: first.source, rest: doubled ? rest.slice(1) : rest };
}

function sameWords(a: string, b: string): boolean {
  return withoutBlanks(a) === withoutBlanks(b);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}
