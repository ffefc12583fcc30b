import type { Document } from './schema.ts';
import { blockText, figuresOf, walk } from './walk.ts';

export interface DocumentStatistics {
  /** As Word counts for Chinese: each Han character and full-width sign is one, each run of Latin or digits is one. */
  readonly characters: number;
  readonly figures: number;
  /** How many 【待核】 are open. */
  readonly toConfirm: number;
}

const countable =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]+/gu;

/** Characters of a text by the Chinese rule. */
export function countCharacters(text: string): number {
  return text.match(countable)?.length ?? 0;
}

export function documentStatistics(document: Document): DocumentStatistics {
  let toConfirm = 0;
  for (const node of walk(document)) if (node.type === 'to-confirm') toConfirm += 1;
  const characters = document.children.reduce((sum, block) => sum + countCharacters(blockText(block)), 0);
  return { characters, figures: figuresOf(document).length, toConfirm };
}
