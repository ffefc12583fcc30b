import type { DraftContent } from '../model/draft.ts';
import { inlineText } from '../document/walk.ts';
import { eventMarks } from './event-marks.ts';
import { foldForSearch } from './fold-for-search.ts';
import { runsOfWords } from './search-runs.ts';

/** What an event is known again by: the shingles of headline and lead, and what tells it from the same of another year. */
export interface EventPrint {
  /** Each once, ascending. */
  readonly shingles: Uint32Array;
  readonly marks: readonly string[];
}

/** Where the news stands: later sentences are detail. */
const leadLimit = 160;
const leastHeadline = 4;
const leastLead = 12;

/** Null while there is too little to tell what a draft will be about: no headline yet, or no lead. */
export function eventPrint({ metadata, document }: DraftContent): EventPrint | null {
  const headline = metadata.headline.trim();
  const lead = leadOf(document);
  if (Array.from(headline).length < leastHeadline || Array.from(lead).length < leastLead) return null;
  const folded = [headline, lead].map(foldForSearch);
  const shingles = new Set(
    folded.flatMap((text) => runsOfWords(text).flatMap(({ kind, text: run }) => shinglesOf(kind, run))),
  );
  return { shingles: Uint32Array.from(shingles).sort(), marks: eventMarks(folded.join('\n')) };
}

/** The first paragraph that says something. */
function leadOf(document: DraftContent['document']): string {
  for (const block of document.children) {
    if (block.type !== 'paragraph') continue;
    const text = inlineText(block.children).trim();
    if (text !== '') return text.slice(0, leadLimit);
  }
  return '';
}

/** The pairs of a run of Han characters; a word or number as a whole. */
function shinglesOf(kind: 'han' | 'digits' | 'letters', run: string): number[] {
  if (kind !== 'han') return [wordHash(run)];
  if (run.length === 1) return [pairOf(run.charCodeAt(0), 0)];
  return Array.from({ length: run.length - 1 }, (_unused, at) => pairOf(run.charCodeAt(at), run.charCodeAt(at + 1)));
}

function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The shingle of two Han characters. */
export function hanShingle(pair: string): number {
  return pairOf(pair.charCodeAt(0), pair.charCodeAt(1));
}

/** FNV-1a, below all pairs of Han characters (which begin at 0x34000000). */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 0x34000000;
}
