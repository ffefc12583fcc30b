import { expect, test } from 'vitest';
import { excerptOf } from '#shared/search/excerpt.ts';
import { wordMatcher } from '#shared/search/word-matcher.ts';

/** The excerpt with its marks in brackets. */
function shown(text: string, word: string): string {
  const { text: excerpt, marks } = excerptOf(text, wordMatcher(word)?.(text) ?? []);
  return marks.reduceRight(
    (words, { start, end }) => `${words.slice(0, start)}[${words.slice(start, end)}]${words.slice(end)}`,
    excerpt,
  );
}

test('shows the sentence of the first match, with all marks in it', () => {
  expect(shown('昨日动工。小区改造惠及小区居民。小区焕新。', '小区')).toBe('[小区]改造惠及[小区]居民。');
});

test('begins a long sentence shortly before the match and says that something is left out', () => {
  const text = `${'这句话前面说了很多别的事情，'.repeat(3)}才说到老旧小区改造${'，后面还有很多话要说'.repeat(10)}。`;
  const excerpt = shown(text, '小区');
  expect(excerpt).toMatch(/^….{12}\[小区\]改造/u);
  expect(excerpt).toMatch(/…$/u);
  expect(excerpt.length).toBeLessThan(90);
});

test('cuts no character in half', () => {
  const text = `${'𠮷'.repeat(40)}小区${'𠮷'.repeat(80)}`;
  expect(shown(text, '小区').isWellFormed()).toBe(true);
});

test('shows the one line that the match is in', () => {
  expect(shown('小区\n户数', '小区')).toBe('[小区]');
});
