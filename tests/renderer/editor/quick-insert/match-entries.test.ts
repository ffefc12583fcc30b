import { describe, expect, test } from 'vitest';
import { matchEntries } from '#renderer/editor/quick-insert/match-entries.ts';

const entries = [
  { label: '小标题 一', pinyin: ['xiao', 'biao', 'ti', 'yi'], aliases: ['h2'] },
  { label: '表格', pinyin: ['biao', 'ge'], aliases: ['table'] },
  { label: '引用', pinyin: ['yin', 'yong'], aliases: [] },
];
const found = (query: string) => matchEntries(query, entries).map(({ label }) => label);

describe('what a query means', () => {
  test.each([
    ['小标', ['小标题 一']],
    ['xiaobiaoti', ['小标题 一']],
    ['xbt', ['小标题 一']],
    ['xiaobt', ['小标题 一']],
    ['ｘｂｔ', ['小标题 一']],
    ['XBT', ['小标题 一']],
    ['H2', ['小标题 一']],
    ['yy', ['引用']],
    ['', ['小标题 一', '表格', '引用']],
  ])('%j', (query, labels) => expect(found(query)).toEqual(labels));

  test('names that begin with it come before those that hold it', () => {
    expect(found('biao')).toEqual(['表格', '小标题 一']);
  });

  test.each([' ', 'zzz', '某某', 'xbtyiy'])('%j means nothing', (query) => expect(found(query)).toEqual([]));
});
