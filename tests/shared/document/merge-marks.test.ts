import { expect, test } from 'vitest';
import { mergeMarks } from '#shared/document/merge-marks.ts';
import type { Document, InlineNode } from '#shared/document/schema.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const [first, second] = [testId(1), testId(2)];

function text(words: string): InlineNode & { type: 'text' } {
  return { type: 'text', text: words };
}

function mark(id: string, ...words: string[]): InlineNode {
  return { type: 'comment-mark', ids: [id], children: words.map(text) };
}

function documentOf(...children: InlineNode[]): Document {
  return { format: 'gaoqian-document', version: 1, children: [{ type: 'paragraph', children }] };
}

function list(...children: InlineNode[]): Document {
  return { ...plain, children: [{ type: 'list', ordered: false, children: [{ type: 'list-item', children }] }] };
}

const plain = documentOf(text('房屋安全排查'));

test('marks of both sides stand in the result, also where they overlap', () => {
  const mine = documentOf(mark(first, '房屋安'), text('全排查'));
  const theirs = documentOf(text('房屋'), mark(second, '安全'), text('排查'));
  expect(mergeMarks(mine, theirs, plain)).toEqual(
    documentOf(
      mark(first, '房屋'),
      { type: 'comment-mark', ids: [first, second], children: [text('安')] },
      mark(second, '全'),
      text('排查'),
    ),
  );
});

test('a mark that one side took away stays away', () => {
  const base = documentOf(mark(first, '房屋'), text('安全排查'));
  const theirs = documentOf(mark(first, '房屋'), text('安全'), mark(second, '排查'));
  expect(mergeMarks(plain, theirs, base)).toEqual(documentOf(text('房屋安全'), mark(second, '排查')));
});

test('marks in list items, and around links and 【待核】, are merged too', () => {
  const link: InlineNode = { type: 'link', url: 'https://www.gov.cn/', children: [text('网')] };
  const mine = list({ type: 'comment-mark', ids: [first], children: [link] }, { type: 'to-confirm', text: '数' });
  const theirs = list(link, { type: 'comment-mark', ids: [second], children: [{ type: 'to-confirm', text: '数' }] });
  expect(mergeMarks(mine, theirs, null)).toEqual(
    list(
      { type: 'comment-mark', ids: [first], children: [link] },
      { type: 'comment-mark', ids: [second], children: [{ type: 'to-confirm', text: '数' }] },
    ),
  );
});
