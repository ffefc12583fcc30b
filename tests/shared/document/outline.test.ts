import { describe, expect, test } from 'vitest';
import { entryAt, neighbourGap, outlineOf, sectionAt } from '#shared/document/outline.ts';
import type { BlockNode, HeadingNode } from '#shared/document/schema.ts';
import { contentOf } from '#tests/builders/content.ts';

const heading = (level: HeadingNode['level'], text: string): BlockNode => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});
const figure: BlockNode = {
  type: 'figure',
  asset: null,
  alt: '',
  credit: '',
  children: [{ type: 'text', text: '签约现场' }],
};
/** 0 导语, 1 一、(2 正文, 3 图), 4 (一) (5 正文), 6 (二), 7 二、(8 正文) */
const { document } = contentOf('题', [
  '导语',
  heading(2, '一、部署'),
  '正文',
  figure,
  heading(3, '（一）排查'),
  '正文',
  heading(3, '（二）整改'),
  heading(2, '二、要求'),
  '正文',
]);

test('headings in reading order, figures one level below the heading before them', () => {
  expect(outlineOf(document, false).map(({ block, level, text }) => [block, level, text])).toEqual([
    [1, 2, '一、部署'],
    [4, 3, '（一）排查'],
    [6, 3, '（二）整改'],
    [7, 2, '二、要求'],
  ]);
  expect(outlineOf(document, true)[1]).toEqual({ kind: 'figure', block: 3, level: 3, text: '签约现场' });
  expect(outlineOf(contentOf('题', [figure]).document, true)).toMatchObject([{ level: 2 }]);
});

test('a caret belongs to the last heading before it', () => {
  const entries = outlineOf(document, false);
  expect(entryAt(entries, 0)).toBeNull();
  expect(entryAt(entries, 5)?.block).toBe(4);
  expect(entryAt(entries, 7)?.block).toBe(7);
});

describe('sections', () => {
  test('reach to the next heading of their level or above', () => {
    expect(sectionAt(document, 1)).toEqual({ start: 1, end: 7 });
    expect(sectionAt(document, 4)).toEqual({ start: 4, end: 6 });
    expect(sectionAt(document, 7)).toEqual({ start: 7, end: 9 });
    expect(sectionAt(document, 3)).toEqual({ start: 3, end: 4 });
  });

  test('change places with neighbours of their level, and never leave the section that they belong to', () => {
    expect(neighbourGap(document, 1, 'down')).toBe(9);
    expect(neighbourGap(document, 7, 'up')).toBe(1);
    expect(neighbourGap(document, 4, 'down')).toBe(7);
    expect(neighbourGap(document, 6, 'up')).toBe(4);
    expect(neighbourGap(document, 4, 'up')).toBeNull();
    expect(neighbourGap(document, 6, 'down')).toBeNull();
    expect(neighbourGap(document, 1, 'up')).toBeNull();
    expect(neighbourGap(document, 0, 'up')).toBeNull();
  });
});
