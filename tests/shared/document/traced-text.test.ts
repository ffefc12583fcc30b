import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { editText } from '#shared/document/text-edit.ts';
import { traceText } from '#shared/document/traced-text.ts';
import { findPinyinResidues } from '#shared/house-style/pinyin.ts';
import { punctuationEdits } from '#shared/house-style/punctuation.ts';

const steps = [(text: string) => findPinyinResidues(text).map((span) => ({ ...span, text: '' })), punctuationEdits];

test('a later step sees what an earlier one has left, and its edits count in the source', () => {
  const { text, edits } = traceText('設(shè),備(bèi)', steps);
  expect(text).toBe('設，備');
  expect(edits).toEqual([
    { step: 0, start: 1, end: 6, text: '' },
    { step: 1, start: 6, end: 7, text: '，' },
    { step: 0, start: 8, end: 13, text: '' },
  ]);
});

test('one edit over what an earlier step took from its middle is told in parts', () => {
  const { text, edits } = traceText('甲(jiǎ)乙', [steps[0] ?? (() => []), () => [{ start: 0, end: 2, text: '丙' }]]);
  expect(text).toBe('丙');
  expect(editText('甲(jiǎ)乙', edits)).toBe('丙');
});

test('a place in the text leads to its place in the source, behind what was taken away before it', () => {
  const source = '設(shè)備';
  const { text, sourceOffset } = traceText(source, steps);
  expect(text).toBe('設備');
  expect([0, 1, 2].map(sourceOffset)).toEqual([0, source.indexOf('備'), source.length]);
});

test('all edits together make the text of the source', () => {
  const words = array(constantFrom('設', '(shè)', ',', '"', '(', ')', '局', ' ', 'a', '1', ':', '<', '>', '𠮷'), {
    maxLength: 30,
  });
  assert(
    property(words, (parts) => {
      const source = parts.join('');
      const { text, edits } = traceText(source, steps);
      expect(editText(source, edits)).toBe(text);
      expect(edits.every((edit, index) => edit.start >= (edits[index - 1]?.end ?? 0))).toBe(true);
    }),
    { seed: 20261128 },
  );
});
