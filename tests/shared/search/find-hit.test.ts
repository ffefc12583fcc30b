import { expect, test } from 'vitest';
import { findHit } from '#shared/search/find-hit.ts';
import { passagesOf } from '#shared/search/passages.ts';
import type { SearchField } from '#shared/search/search-field.ts';
import { wordMatcher } from '#shared/search/word-matcher.ts';
import { contentOf } from '#tests/builders/content.ts';

const asset = 'a'.repeat(64);
const content = contentOf('老旧小区改造动工', ['昨日，改造动工。', '惠及居民一千户。'], {
  keywords: ['民生', '改造'],
  authors: ['陈思'],
});
content.document.children.push({
  type: 'figure',
  asset,
  alt: '工人铺设管线',
  credit: '李明',
  children: [{ type: 'text', text: '施工现场' }],
});
const passages = passagesOf(content, { author: '拟稿员甲', fileNames: new Map([[asset, 'IMG_2031.jpg']]) });

function hit(words: readonly string[], field: SearchField | null = null) {
  return findHit(
    passages,
    words.flatMap((word) => {
      const matcher = wordMatcher(word);
      return matcher ? [{ matcher, field }] : [];
    }),
  );
}

test.each([
  [['居民'], 'body', { kind: 'block', block: 1, start: 2, end: 4 }, '居民'],
  [['施工'], 'captions', { kind: 'block', block: 2, start: 0, end: 2 }, '施工'],
  [['管线'], 'captions', { kind: 'block', block: 2 }, null],
  [['李明'], 'credits', { kind: 'block', block: 2 }, '李明'],
  [['img'], 'files', { kind: 'block', block: 2 }, null],
  [['陈思'], 'authors', { kind: 'metadata', field: 'authors' }, null],
  [['拟稿员'], 'authors', { kind: 'metadata', field: 'authors' }, null],
  [['民生'], 'details', { kind: 'metadata', field: 'keywords' }, null],
])('%j is found in the %s, and opened there', (words, field, place, onSheet) => {
  expect(hit(words)).toMatchObject({ excerpt: { field }, place, words: onSheet });
});

test('a headline alone is marked itself, without an excerpt', () => {
  expect(hit(['小区'])).toEqual({
    headline: [{ start: 2, end: 4 }],
    excerpt: null,
    place: { kind: 'metadata', field: 'headline' },
    words: '小区',
  });
});

test('the passage with most of the words is shown, and all of them marked in it', () => {
  expect(hit(['昨日', '改造'])?.excerpt).toEqual({
    field: 'body',
    text: '昨日，改造动工。',
    marks: [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ],
  });
});

test('a word for one field is looked for nowhere else', () => {
  expect(hit(['改造'], 'details')?.excerpt?.text).toBe('民生、改造');
  expect(hit(['改造'], 'credits')).toBeNull();
});

test('where another headline is shown the headline is an excerpt like any other', () => {
  const matcher = wordMatcher('小区');
  const found = findHit(passages, matcher ? [{ matcher, field: null }] : [], false);
  expect(found?.excerpt).toMatchObject({ field: 'headline', text: '老旧小区改造动工' });
});
