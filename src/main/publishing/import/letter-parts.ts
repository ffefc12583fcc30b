import type { BlockNode } from '#shared/document/schema.ts';
import { blockText, inlineText } from '#shared/document/walk.ts';
import type { PageBlock } from './page-block.ts';

/** A letter parted into what is its article and what only stands around it. */
export interface LetterParts {
  readonly article: readonly PageBlock[];
  /** Heads of letters that were forwarded or answered, what was written around the article, names at the foot. */
  readonly around: readonly PageBlock[];
}

/** What the lines of a head say, by the words of Outlook, QQ, 163 and Gmail in Simplified, Traditional and English. */
const labels: readonly RegExp[] = [
  /^(发件人|寄件人|寄件者|From)\s*[:：]/iu,
  /^(发送时间|发送日期|寄件日期|日期|Sent|Date)\s*[:：]/iu,
  /^(收件人|收件者|To)\s*[:：]/iu,
  /^(抄送|副本|Cc)\s*[:：]/iu,
  /^(主题|主旨|Subject)\s*[:：]/iu,
];
/** A head names at least so many of them; fewer may stand in any text. */
const fewestLabels = 3;
/** Paragraphs that one head may be spread over. */
const longestHead = 8;

const separator = /^[-—_\s]*(原始邮件|转发邮件信息|转发的邮件|Original Message|Forwarded message)[-—_\s]*$/iu;
const wrote = /^(在|于|At|On)\s?.{8,120}(写道|寫道|wrote)\s*[:：]$/iu;
/** RFC 3676 calls the first the sign before a signature. */
const foot = /^(--|发自我的.{1,20}|Sent from .{1,30}|从.{1,20}版邮件发送|获取 ?Outlook.{0,20})$/iu;

/**
 * Parts a letter at the heads of those that were forwarded or answered in it. The longest part is the article: a note
 * around a forwarded text is short, and so is the question below an answer that brings one.
 */
export function partLetter(blocks: readonly PageBlock[]): LetterParts {
  const parts: PageBlock[][] = [[]];
  const heads: PageBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const head = headLength(blocks, at);
    if (head > 0) {
      heads.push(...blocks.slice(at, at + head));
      parts.push([]);
    } else {
      parts.at(-1)?.push(...blocks.slice(at, at + 1));
    }
    at += Math.max(head, 1);
  }
  const whole = parts.reduce((longest, part) => (lengthOfPart(part) > lengthOfPart(longest) ? part : longest));
  const end = whole.findIndex(({ node }) => foot.test(blockText(node).trim()));
  const article = new Set(trimRules(end === -1 ? whole : whole.slice(0, end)));
  return { article: [...article], around: blocks.filter((block) => !article.has(block)) };
}

/** How many blocks from `at` on are the head of a letter; 0 where none begins. */
function headLength(blocks: readonly PageBlock[], at: number): number {
  const [line = '', ...more] = linesOf(blocks[at]?.node);
  if (more.length === 0 && (separator.test(line) || wrote.test(line))) return 1 + headLength(blocks, at + 1);
  const found = new Set<number>();
  let length = 0;
  while (length < longestHead) {
    const lines = linesOf(blocks[at + length]?.node).map((line) => labels.findIndex((label) => label.test(line)));
    if (lines.length === 0 || lines.some((label) => label === -1)) break;
    for (const label of lines) found.add(label);
    length += 1;
  }
  return found.has(0) && found.size >= fewestLabels ? length : 0;
}

/** The lines of a block; of a table its rows, `first cell：others`. */
function linesOf(block: BlockNode | undefined): readonly string[] {
  if (block === undefined || block.type === 'figure') return [];
  if (block.type !== 'table')
    return blockText(block)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return block.children.map(({ children }) => {
    const [first = '', ...others] = children.map((cell) => inlineText(cell.children).trim());
    return `${first.replace(/[:：]$/u, '')}：${others.join(' ')}`;
  });
}

/** A picture counts as a paragraph of words. */
const pictureWeight = 60;

/** How much of a letter a part is, in characters. */
export function lengthOfPart(part: readonly PageBlock[]): number {
  return part.reduce((sum, { node }) => sum + (node.type === 'figure' ? pictureWeight : 0) + blockText(node).length, 0);
}

/** Without the rules that mail programs draw between letters. */
function trimRules(part: readonly PageBlock[]): readonly PageBlock[] {
  let from = 0;
  let to = part.length;
  while (isRule(part[from])) from += 1;
  while (to > from && isRule(part[to - 1])) to -= 1;
  return part.slice(from, to);
}

function isRule(block: PageBlock | undefined): boolean {
  return block?.node.type === 'horizontal-rule';
}
