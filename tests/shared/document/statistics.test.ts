import { describe, expect, test } from 'vitest';
import { countCharacters, documentStatistics } from '#shared/document/statistics.ts';
import { contentOf } from '#tests/builders/content.ts';

describe('characters, as Word counts them for Chinese', () => {
  test.each([
    ['', 0],
    ['市住建局', 4],
    ['市住建局，', 5],
    ['2022年3月16日', 6],
    ['GB/T 15834—2011', 4],
    ['核酸检测(pcr)', 5],
    ['“安全生产”', 6],
    ['　　首行缩进', 4],
    ['a\nb\tc', 3],
    ['𠮷野家', 3],
    ['你好world世界', 5],
    ['café', 1],
    ['〇五年', 3],
    ['😀', 1],
  ])('%s has %i', (text, count) => expect(countCharacters(text)).toBe(count));
});

const hidden = { type: 'figure', asset: null, alt: '', credit: '', captionHidden: true } as const;

test('a document counts shown captions, lists and boilerplates, its figures and its open 【待核】', () => {
  const { document } = contentOf('题', [
    '正文五个字',
    { type: 'figure', asset: null, alt: '不计', credit: '不计', children: [{ type: 'text', text: '图说' }] },
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://a.cn/', children: [{ type: 'to-confirm', text: '三' }] }],
    },
    { type: 'boilerplate', id: 'contact', version: 1, values: {}, text: '联系' },
  ]);
  expect(
    documentStatistics(contentOf('题', [{ ...hidden, children: [{ type: 'text', text: '不显示' }] }]).document),
  ).toMatchObject({
    characters: 0,
  });
  expect(documentStatistics(document)).toEqual({ characters: 5 + 2 + 5 + 2, figures: 1, toConfirm: 1 });
});

test('each picture of a group counts', () => {
  const picture = { asset: null, alt: '' };
  const { document } = contentOf('题', [
    { ...hidden, children: [], beside: [picture, picture] },
    { ...hidden, children: [] },
  ]);
  expect(documentStatistics(document)).toMatchObject({ figures: 4 });
});
