/**
 * A toned pinyin syllable in brackets behind a Han character: what a converter left of a page's ruby (`設(shè)`).
 * Narrow on purpose: `(pcr)`, `(app)` and `股(室)` are text.
 */
const residue =
  /(?<=\p{Script=Han})\((?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}\)/gu;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where pinyin residues stand in a text. */
export function findPinyinResidues(text: string): readonly Span[] {
  return [...text.matchAll(residue)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
