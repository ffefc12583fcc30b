import { describe, expect, it } from 'vitest';
import { sentenceAround, traceSentence } from '#shared/document/diff/sentence-trace.ts';
import { contentOf } from '#tests/builders/content.ts';

const documents = (...versions: readonly (readonly string[])[]) =>
  versions.map((blocks) => contentOf('题', blocks).document).reverse();

describe('the sentences of a selection', () => {
  const text = '第一句。第二句话，很长！第三句';
  const around = (start: number, end: number) => {
    const span = sentenceAround(text, { start, end });
    return text.slice(span.start, span.end);
  };

  it('are whole, from a caret too', () => {
    expect(around(5, 7)).toBe('第二句话，很长！');
    expect(around(6, 6)).toBe('第二句话，很长！');
    expect(around(0, 1)).toBe('第一句。');
    expect(around(14, 15)).toBe('第三句');
  });

  it('do not reach into the next one that the selection only borders on', () => {
    expect(around(0, 4)).toBe('第一句。');
    expect(around(2, 6)).toBe('第一句。第二句话，很长！');
  });
});

describe('where a sentence comes from', () => {
  const [first, second, third, fourth] = [
    ['开头一段。', '昨日上午召开会议。局长讲话。'],
    ['开头一段。', '昨日下午召开会议。局长讲话。'],
    ['新加的一段话。', '开头一段。', '昨日下午召开会议。局长作了讲话。'],
    ['新加的一段话。', '昨日下午召开专题会议。局长作了讲话。', '开头一段。'],
  ] as const;
  const all = documents(first, second, third, fourth);

  it('is told newest first, with what it was before each time', () => {
    const [newest] = all;
    const text = '昨日下午召开专题会议。';
    expect(newest?.children).toHaveLength(3);
    expect(traceSentence(all, 1, { start: 0, end: text.length })).toEqual([
      { document: 0, before: '昨日下午召开会议。', after: '昨日下午召开专题会议。' },
      { document: 2, before: '昨日上午召开会议。', after: '昨日下午召开会议。' },
      { document: 3, before: '', after: '昨日上午召开会议。' },
    ]);
  });

  it('leaves out changes around it', () => {
    const start = '昨日下午召开专题会议。'.length;
    expect(traceSentence(all, 1, { start, end: start + '局长作了讲话。'.length })).toEqual([
      { document: 1, before: '局长讲话。', after: '局长作了讲话。' },
      { document: 3, before: '', after: '局长讲话。' },
    ]);
  });

  it('ends where the block was not there', () => {
    expect(traceSentence(all, 0, { start: 0, end: 7 })).toEqual([{ document: 1, before: '', after: '新加的一段话。' }]);
  });

  it('finds nothing for a place that is not there', () => {
    expect(traceSentence(all, 9, { start: 0, end: 1 })).toEqual([]);
    expect(traceSentence([], 0, { start: 0, end: 1 })).toEqual([]);
  });
});
