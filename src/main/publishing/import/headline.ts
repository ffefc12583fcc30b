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
  const broken = first && rest[0] && brokenTitle(first, rest[0]);
  if (first && broken) {
    return { headline: broken, source: `${first.source}${rest[0]?.source ?? ''}`, rest: rest.slice(1) };
  }
  if (!first || !readsAsHeadline(text)) {
    return { headline: '', source: '', rest: blocks };
  }
  const doubled = rest[0] && isLine(rest[0]) && sameWords(rest[0].words.text, text);
  return { headline: blockText(first.node).trim(), source: first.source, rest: doubled ? rest.slice(1) : rest };
}

/** How the titles of official documents end (《党政机关公文处理工作条例》, 第八条). */
const officialTitle =
  /关于.{2,}的?(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|细则)(?:[（(].{1,12}[)）])?$/u;

/** The title of an official document that was set in two lines; undefined for lines that are no such title. */
function brokenTitle(first: ReadBlock, second: ReadBlock): string | undefined {
  if (!isCentred(first) || !isCentred(second) || officialTitle.test(first.words.text.trim())) return undefined;
  const whole = first.words.text.trim() + second.words.text.trim();
  const isTitle = officialTitle.test(whole) && readsAsHeadline(whole);
  return isTitle ? blockText(first.node).trim() + blockText(second.node).trim() : undefined;
}

function isCentred({ node, as }: ReadBlock): boolean {
  return !as && node.type === 'paragraph' && node.align === 'center';
}

/**
 * Tables, lists and the like are no lines, however few words they have, and what is known for text is no headline; where
 * there is no other, a subheadline is one.
 */
function isLine({ node, as }: ReadBlock): boolean {
  if (as && as !== 'subheadline') return false;
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
