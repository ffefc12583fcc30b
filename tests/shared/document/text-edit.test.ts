import { expect, test } from 'vitest';
import type { InlineNode } from '#shared/document/schema.ts';
import { editInline, editText } from '#shared/document/text-edit.ts';
import { inlineText } from '#shared/document/walk.ts';

test('edits count in the text as it was before any of them', () => {
  expect(
    editText('甲,乙,丙', [
      { start: 1, end: 2, text: '，' },
      { start: 3, end: 4, text: '、、' },
    ]),
  ).toBe('甲，乙、、丙');
});

test('in inline content formats and links stay; what is not text is not touched', () => {
  const children: InlineNode[] = [
    { type: 'text', text: '甲(' },
    { type: 'text', text: '乙', formats: ['bold'] },
    { type: 'to-confirm', text: '丙' },
    { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '丁)' }] },
  ];
  const text = inlineText(children);
  const edits = [
    { start: text.indexOf('('), end: text.indexOf('(') + 1, text: '（' },
    { start: text.indexOf('丙'), end: text.indexOf('丙') + 1, text: '不许' },
    { start: text.indexOf(')'), end: text.length, text: '）' },
  ];
  expect(editInline(children, edits)).toEqual([
    { type: 'text', text: '甲（' },
    { type: 'text', text: '乙', formats: ['bold'] },
    { type: 'to-confirm', text: '丙' },
    { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '丁）' }] },
  ]);
});

test('a span over two texts: the replacement stands in the first, texts that become empty go', () => {
  const children: InlineNode[] = [
    { type: 'text', text: '甲乙' },
    { type: 'text', text: '丙', formats: ['bold'] },
    { type: 'text', text: '丁' },
  ];
  expect(editInline(children, [{ start: 1, end: 3, text: '戊' }])).toEqual([{ type: 'text', text: '甲戊丁' }]);
});

test('words inside a comment mark, and in a link inside one, are edited too; what lost every word goes', () => {
  const ids = ['018f0000-0000-7000-8000-000000000001'];
  const children: InlineNode[] = [
    { type: 'text', text: '甲' },
    {
      type: 'comment-mark',
      ids,
      children: [
        { type: 'text', text: '乙' },
        { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '丙' }] },
      ],
    },
  ];
  expect(editInline(children, [{ start: 2, end: 3, text: '丁' }])).toEqual([
    { type: 'text', text: '甲' },
    {
      type: 'comment-mark',
      ids,
      children: [
        { type: 'text', text: '乙' },
        { type: 'link', url: 'https://a.gov.cn/', children: [{ type: 'text', text: '丁' }] },
      ],
    },
  ]);
  expect(editInline(children, [{ start: 0, end: 3, text: '戊' }])).toEqual([{ type: 'text', text: '戊' }]);
});
