import { expect, test } from 'vitest';
import { wordMatcher } from '#shared/search/word-matcher.ts';

test.each([
  ['小区', '老旧小区改造，小区', ['小区', '小区']],
  ['區', '老旧小区', ['区']],
  ['住房 ', '住房和城乡', ['住房']],
  ['3月', '13月、3月、3 月', ['3月', '3 月']],
  ['15', '15、151、115', ['15', '15']],
  ['hous', 'Housing, house, warehouse', ['Hous', 'hous']],
  ['gb/t', 'ＧＢ／Ｔ 15834', ['ＧＢ／Ｔ']],
  ['住房改造', '住房，改造', []],
  ['住房，改造', '住房改造；住房、改造', ['住房、改造']],
  ['房，改', '住房、改造', ['房、改']],
  ['区3', '城区3号，区 3', ['区3', '区 3']],
  ['2022年3', '2022年3月', ['2022年3']],
  ['甲楼00042', '甲楼000421号、甲楼 00042号、甲楼上00042', ['甲楼00042', '甲楼 00042']],
  ['住 住', '住住房、住，住', ['住，住']],
  ['𠮷', '𠮷田、𠮶', ['𠮷']],
  ['e\u0301t', 'e\u0301te\u0301, xe\u0301te\u0301', ['e\u0301t']],
])('%s in %s marks %j', (word, text, marked) => {
  const spans = wordMatcher(word)?.(text) ?? [];
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(marked);
});

test.each(['', '  ', '，。', '"*'])('%j has nothing to look for', (word) => expect(wordMatcher(word)).toBeUndefined());
