import { describe, expect, test } from 'vitest';
import { canonicalJson, isStripped, mergeTexts, stripComments } from '#shared/document/canonical.ts';
import type { BlockNode, CommentMarkNode, InlineNode } from '#shared/document/schema.ts';
import { hashableContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const text = (words: string, ...formats: ('bold' | 'italic')[]): InlineNode =>
  formats.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, formats };

function mark(...children: CommentMarkNode['children']): CommentMarkNode {
  return { type: 'comment-mark', ids: [testId(1)], children };
}

describe('canonical JSON', () => {
  test('does not depend on the order in which things were built', () => {
    const one = { b: [2, { z: null, a: '字' }], a: true };
    const other = { a: true, b: [2, { a: '字', z: null }] };
    expect(canonicalJson(one)).toBe('{"a":true,"b":[2,{"a":"字","z":null}]}');
    expect(canonicalJson(other)).toBe(canonicalJson(one));
  });

  test('leaves out what is undefined, keeps the order of lists, and sorts by code unit', () => {
    expect(canonicalJson({ b: undefined, é: 1, Z: 2, a: [3, 1] })).toBe('{"Z":2,"a":[3,1],"é":1}');
  });
});

describe('content without its comment marks', () => {
  const plain = text('日期待核');

  test.each<[string, BlockNode, BlockNode]>([
    [
      'a paragraph',
      { type: 'paragraph', children: [text('三月'), mark({ type: 'text', text: '十六' }), text('日')] },
      { type: 'paragraph', children: [text('三月十六日')] },
    ],
    [
      'a mark around a link',
      {
        type: 'quote',
        children: [mark({ type: 'link', url: 'https://a.cn/', children: [{ type: 'text', text: '链接' }] })],
      },
      { type: 'quote', children: [{ type: 'link', url: 'https://a.cn/', children: [{ type: 'text', text: '链接' }] }] },
    ],
    [
      'a caption',
      { type: 'figure', asset: null, alt: '', credit: '', children: [mark({ type: 'text', text: '工地' })] },
      { type: 'figure', asset: null, alt: '', credit: '', children: [text('工地')] },
    ],
    [
      'a nested list',
      {
        type: 'list',
        ordered: false,
        children: [
          {
            type: 'list-item',
            children: [mark({ type: 'text', text: '一' })],
            nested: {
              type: 'list',
              ordered: true,
              children: [{ type: 'list-item', children: [text('二'), mark({ type: 'text', text: '三' })] }],
            },
          },
        ],
      },
      {
        type: 'list',
        ordered: false,
        children: [
          {
            type: 'list-item',
            children: [text('一')],
            nested: { type: 'list', ordered: true, children: [{ type: 'list-item', children: [text('二三')] }] },
          },
        ],
      },
    ],
  ])('%s reads as if nobody had remarked on it', (_where, marked, expected) => {
    expect(stripComments(contentOf('题', [marked]).document)).toEqual(contentOf('题', [expected]).document);
    expect(hashableContent(contentOf('题', [marked]))).toBe(hashableContent(contentOf('题', [expected])));
    expect([marked, expected].map((block) => isStripped(contentOf('题', [block]).document))).toEqual([false, true]);
  });

  test.each<[string, InlineNode[]]>([
    ['two texts that are one', [text('三月'), text('十六日')]],
    ['an empty text', [text('三月'), text('')]],
  ])('%s is brought together too', (_what, children) => {
    expect(isStripped(contentOf('题', [{ type: 'quote', children }]).document)).toBe(false);
  });

  test('differs when one word or format differs', () => {
    const hashes = [plain, text('日期待核。'), text('日期待核', 'bold')].map((node) =>
      hashableContent(contentOf('题', [{ type: 'paragraph', children: [node] }])),
    );
    expect(new Set(hashes).size).toBe(3);
    expect(hashableContent(contentOf('题'))).not.toBe(
      hashableContent(contentOf('题', ['正文第一段。'], { columnId: 'news' })),
    );
  });
});

test('neighbouring texts of equal formats become one, empty ones go', () => {
  const nodes = [
    text('甲'),
    text(''),
    text('乙'),
    text('丙', 'bold'),
    text('丁', 'bold'),
    { type: 'linebreak' } as const,
    text('戊'),
  ];
  expect(mergeTexts(nodes)).toEqual([text('甲乙'), text('丙丁', 'bold'), { type: 'linebreak' }, text('戊')]);
});
