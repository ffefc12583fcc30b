import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { runsOfWords } from '#shared/search/search-runs.ts';

/** Characters of a headline that its order is told by. */
const longest = 40;
/** The first of the characters that stand for places in the order. */
const base = 0x4e00;
const blocks = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

let places: ReadonlyMap<string, string> | undefined;

/**
 * A text that sorts, byte by byte, as the headline does by pinyin: SQLite knows no Chinese order. Digits and letters come
 * before Han characters; signs do not count.
 */
export function headlineKey(headline: string): string {
  places ??= placesByPinyin();
  const words = runsOfWords(foldForSearch(headline)).map(({ text }) => text);
  return Array.from(words.join(' '))
    .slice(0, longest)
    .map((character) => places?.get(character) ?? character)
    .join('');
}

/** Each common Han character with one whose code point is its place in the order of pinyin. Takes a tenth of a second. */
function placesByPinyin(): ReadonlyMap<string, string> {
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  const characters = blocks.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
  );
  return new Map(characters.sort(compare).map((character, place) => [character, String.fromCharCode(base + place)]));
}
