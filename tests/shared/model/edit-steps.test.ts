import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillMetadata } from '#shared/model/draft.ts';
import { editStepSchema, longestHistory, type EditStep } from '#shared/model/edit-history.ts';
import { applyStep, bridgeHistory, fitHistory, invertStep, stepBetween, stepBytes } from '#shared/model/edit-steps.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { contentOf } from '#tests/builders/content.ts';

const step = (words: string): EditStep => {
  const found = stepBetween(contentOf('题', ['']), contentOf('题', [words]));
  if (!found) throw new Error('no difference');
  return found;
};

test('the step between any two contents leads from one to the other and back, and can be stored', () => {
  const content = fc
    .record({
      document: arbitraryDocument,
      headline: fc.string(),
      listTitle: fc.constantFrom('', '短题'),
      authors: fc.array(fc.string(), { maxLength: 2 }),
    })
    .map(({ document, ...fields }) => {
      const { metadata } = contentOf('', []);
      return { document, metadata: fillMetadata(metadata, fields) };
    });
  fc.assert(
    fc.property(content, content, (before, after) => {
      const between = stepBetween(before, after);
      if (between === null) {
        expect(after).toEqual(before);
        return;
      }
      expect(editStepSchema.parse(between)).toEqual(between);
      expect(applyStep(before, between)).toEqual(after);
      expect(applyStep(after, invertStep(between))).toEqual(before);
    }),
    { seed: 20261128 },
  );
});

test('between equal contents there is no step, and a history needs no bridge', () => {
  const history = { undo: [step('甲')], redo: [step('乙')] };
  expect(stepBetween(contentOf('题'), contentOf('题'))).toBeNull();
  expect(bridgeHistory(history, contentOf('题'), contentOf('题'))).toBe(history);
});

test('a bridge takes the place of what could be done again, and of the oldest step where there are many', () => {
  const history = { undo: Array.from({ length: longestHistory }, () => step('甲')), redo: [step('乙')] };
  const bridged = bridgeHistory(history, contentOf('题', ['']), contentOf('题', ['新']));
  expect(bridged.redo).toEqual([]);
  expect(bridged.undo).toHaveLength(longestHistory);
  expect(bridged.undo.at(-1)).toEqual(step('新'));
});

test('what does not fit loses its oldest steps, what could be done again first', () => {
  const history = { undo: [step('甲'.repeat(900)), step('乙'), step('丙')], redo: [step('丁'), step('戊')] };
  const small = stepBytes(step('乙'));
  expect(fitHistory(history, small * 3)).toEqual({ undo: [step('乙'), step('丙')], redo: [step('戊')] });
  expect(fitHistory(history, small - 1)).toEqual({ undo: [], redo: [] });
  expect(fitHistory(history, 1_000_000)).toEqual(history);
});

test('the size of a step is never told too small', () => {
  for (const words of ['甲乙𠮷', 'a\n"b"', '']) {
    const one = stepBetween(contentOf('x', ['y']), contentOf('x', [words]));
    expect(stepBytes(one ?? undefined)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(one)));
  }
});
