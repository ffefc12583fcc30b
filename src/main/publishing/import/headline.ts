import { blockText } from '#shared/document/walk.ts';
import type { ReadBlock } from './page-block.ts';

/** Longest line that can be a headline, in characters. */
const longestHeadline = 80;

/**
 * Takes the headline out of an article: the one the page names, else its first line when that is short and no
 * sentence. A first line that repeats the named headline goes too; a paragraph that merely begins with the same words
 * stays as it is. Judged by the repaired words (`words` of the named one), answered as it came.
 */
export function takeHeadline(
  blocks: readonly ReadBlock[],
  named: { readonly headline: string; readonly words: string } | undefined,
): { readonly headline: string; readonly source: string; readonly rest: readonly ReadBlock[] } {
  const [first, ...rest] = blocks;
  const text = first && isLine(first) ? first.words.text.trim() : '';
  if (named !== undefined && named.headline !== '') {
    const repeated = first && sameWords(text, named.words);
    return {
      headline: named.headline,
      source: repeated ? first.source : named.headline,
      rest: repeated ? rest : blocks,
    };
  }
  if (!first || !readsAsHeadline(text)) {
    return { headline: '', source: '', rest: blocks };
  }
  const doubled = rest[0] && isLine(rest[0]) && sameWords(rest[0].words.text, text);
  return { headline: blockText(first.node).trim(), source: first.source, rest: doubled ? rest.slice(1) : rest };
}

/** Tables, lists and the like are no lines, however few words they have. */
function isLine({ node }: ReadBlock): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}

/** Whether a first line can be a headline: short and no sentence. */
export function readsAsHeadline(line: string): boolean {
  return line !== '' && !/[。；，：]$/u.test(line) && Array.from(line).length <= longestHeadline;
}

function sameWords(a: string, b: string): boolean {
  return withoutBlanks(a) === withoutBlanks(b);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}
