import { describe, expect, test } from 'vitest';
import { resolveQuery } from '#shared/search/query/resolve-query.ts';

const columns = [
  { id: 'work-news', name: '工作动态' },
  { id: 'notices', name: '通知公告' },
];
const resolve = (query: string) => resolveQuery(query, { columns, today: '2026-11-28' });
const conditions = (query: string) => resolve(query).search.conditions;

test('words are looked for everywhere, and in the name of the column', () => {
  expect(resolve('小区 动态').search).toEqual({
    words: [
      { text: '小区', field: null, excluded: false, columnIds: [] },
      { text: '动态', field: null, excluded: false, columnIds: ['work-news'] },
    ],
    conditions: [],
  });
});

test.each([
  ['标题:小区', 'headline'],
  ['title:小区', 'headline'],
  ['正文:小区', 'body'],
  ['图片说明:小区', 'captions'],
  ['摄影:小区', 'credits'],
  ['作者:小区', 'authors'],
])('%s looks in the %s', (query, field) => {
  expect(resolve(query).search.words).toEqual([{ text: '小区', field, excluded: false, columnIds: [] }]);
});

describe('conditions', () => {
  test.each([
    ['状态:初稿', ['drafting']],
    ['状态:待审', ['first-review', 'second-review', 'final-review']],
    ['狀態:複審中', ['second-review']],
    ['status:published', ['published']],
    ['状态:退稿,已签发', ['returned', 'signed-off']],
    ['状态:终', ['final-review']],
  ])('%s means %j', (query, states) => {
    expect(conditions(query)).toEqual([{ kind: 'state', states, excluded: false }]);
  });

  test.each([
    ['栏目:工作动态', ['work-news']],
    ['欄目:工作動態', ['work-news']],
    ['栏目:公告', ['notices']],
    ['栏目:无', ['']],
  ])('%s means %j', (query, columnIds) => {
    expect(conditions(query)).toEqual([{ kind: 'column', columnIds, excluded: false }]);
  });

  test.each([
    ['图:有', false],
    ['图:无', true],
    ['-图:有', true],
    ['-图:无', false],
    ['picture:none', true],
  ])('%s', (query, excluded) => expect(conditions(query)).toEqual([{ kind: 'picture', excluded }]));

  test('numbers and their ranges', () => {
    expect(conditions('编号:12,#40-50')).toEqual([
      {
        kind: 'number',
        ranges: [
          { from: 12, to: 12 },
          { from: 40, to: 50 },
        ],
        excluded: false,
      },
    ]);
  });

  test('days of China', () => {
    expect(conditions('日期:2026-11')).toEqual([
      {
        kind: 'date',
        ranges: [{ from: '2026-10-31T16:00:00.000Z', before: '2026-11-30T16:00:00.000Z' }],
        excluded: false,
      },
    ]);
  });
});

describe('what is not understood', () => {
  test('a field that is none is words, and said', () => {
    const { search, remarks } = resolve('说明:小区');
    expect(search.words.map(({ text }) => text)).toEqual(['说明:小区']);
    expect(remarks).toEqual([{ kind: 'unknown-field', name: '说明' }]);
  });

  test('a value that is none narrows nothing, and is said; the others count', () => {
    const { search, remarks } = resolve('状态:写完了,退稿 日期:春天');
    expect(search.conditions).toEqual([{ kind: 'state', states: ['returned'], excluded: false }]);
    expect(remarks).toEqual([
      { kind: 'unknown-value', field: 'state', value: '写完了' },
      { kind: 'unknown-value', field: 'date', value: '春天' },
    ]);
  });

  test.each(['栏目:', '，。', '标题:', '"'])('%s is not finished, and says nothing', (query) => {
    expect(resolve(query)).toEqual({ search: { words: [], conditions: [] }, remarks: [] });
  });
});
