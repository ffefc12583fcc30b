import type { BlockNode, Document } from './schema.ts';
import { blockText, picturesOf, walkNode } from './walk.ts';

export interface DocumentStatistics {
  /** As Word counts for Chinese: each Han character and full-width sign is one, each run of Latin or digits is one. */
  readonly characters: number;
  /** Pictures, each of a group by itself; a place that waits for its picture counts too. */
  readonly figures: number;
  /** How many 【待核】 are open. */
  readonly toConfirm: number;
}

const ownSign = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]/u;
const space = /\s/u;

/** Characters of a text by the Chinese rule. One pass without cutting the text up: it runs at each save. */
export function countCharacters(text: string): number {
  let count = 0;
  let inRun = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The common Han block and the signs of ASCII, without asking a pattern.
    if (code >= 0x4e00 && code <= 0x9fff) {
      count += 1;
      inRun = false;
    } else if (code > 0x20 && code < 0x7f) {
      if (!inRun) count += 1;
      inRun = true;
    } else {
      const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
      index += sign.length - 1;
      const isSpace = space.test(sign);
      const isOwn = !isSpace && ownSign.test(sign);
      if (isOwn || (!isSpace && !inRun)) count += 1;
      inRun = !isSpace && !isOwn;
    }
  }
  return count;
}

/** Hidden captions are no words of the page. */
function shownText(block: BlockNode): string {
  return block.type === 'figure' && block.captionHidden ? '' : blockText(block);
}

/** Counts of blocks, which never change once made: after a key all but one are the blocks from before. */
const counted = new WeakMap<BlockNode, DocumentStatistics>();

export function documentStatistics(document: Document): DocumentStatistics {
  const sum = { characters: 0, figures: 0, toConfirm: 0 };
  for (const block of document.children) {
    const { characters, figures, toConfirm } = counted.get(block) ?? blockStatistics(block);
    sum.characters += characters;
    sum.figures += figures;
    sum.toConfirm += toConfirm;
  }
  return sum;
}

function blockStatistics(block: BlockNode): DocumentStatistics {
  let toConfirm = 0;
  for (const node of walkNode(block)) if (node.type === 'to-confirm') toConfirm += 1;
  const figures = block.type === 'figure' ? picturesOf(block).length : 0;
  const statistics = { characters: countCharacters(shownText(block)), figures, toConfirm };
  counted.set(block, statistics);
  return statistics;
}

/** What Word's word count says of a text. */
export interface TextCounts {
  /** 字数: each Han character and full-width sign, each run of Latin or digits. */
  readonly words: number;
  /** 字符数（不计空格）and 字符数（计空格）: every sign by itself. */
  readonly signs: number;
  readonly signsWithSpaces: number;
  /** Blocks with words in them. */
  readonly paragraphs: number;
}

/** Counts of all that readers see of a document. Walks the whole of it: for when somebody asks. */
export function textCounts(document: Document): TextCounts {
  const lines = document.children.flatMap((block) => shownText(block).split('\n')).filter((line) => line.trim() !== '');
  const signs = lines.map((line) => Array.from(line));
  return {
    words: documentStatistics(document).characters,
    signs: signs.reduce((sum, line) => sum + line.filter((sign) => !space.test(sign)).length, 0),
    signsWithSpaces: signs.reduce((sum, line) => sum + line.length, 0),
    paragraphs: lines.length,
  };
}
