import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffBlocks, invertSplices, spliceBlocks } from '#shared/document/block-splice.ts';
import { diffSequences, keptPairs } from '#shared/document/sequence-diff.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';

/** What the spans say the second sequence is. */
function applied(before: readonly string[], after: readonly string[]): string[] {
  const spans = diffSequences(before, after);
  const result: string[] = [...after];
  for (const { from, inserted } of spans) result.fill('?', from, from + inserted);
  for (const [left, right] of keptPairs(before.length, spans)) expect(before[left]).toBe(after[right]);
  expect([...keptPairs(before.length, spans)]).toHaveLength(result.filter((item) => item !== '?').length);
  return spans.reduceRight(
    (items, { at, removed, from, inserted }) => items.toSpliced(at, removed, ...after.slice(from, from + inserted)),
    [...before],
  );
}

describe('sequences', () => {
  test('short ones differ in as little as possible', () => {
    const spans = diffSequences(['甲', '乙', '丙', '丁', '戊'], ['甲', '丙', '丁', '己', '戊']);
    expect(spans).toEqual([
      { at: 1, removed: 1, from: 1, inserted: 0 },
      { at: 4, removed: 0, from: 3, inserted: 1 },
    ]);
  });

  test('of any kind are turned one into the other', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        expect(applied(before, after)).toEqual(after);
      }),
      { seed: 20261128 },
    );
  });

  test('long ones too, with what is unique on both sides held fast', () => {
    const before = Array.from({ length: 5000 }, (_, index) => (index % 7 === 0 ? '' : `第${index}段`));
    const after = before.flatMap((item, index) => (index % 100 === 5 ? [] : index % 150 === 8 ? [item, '新'] : [item]));
    const moved = [...after.slice(3000), ...after.slice(0, 3000)];
    expect(applied(before, after)).toEqual(after);
    expect(applied(before, moved)).toEqual(moved);
    const touched = diffSequences(before, after).reduce((sum, span) => sum + span.removed + span.inserted, 0);
    expect(touched).toBeLessThan(200);
  });
});

test('splices between any two documents are exact both ways', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, ({ children: before }, { children: after }) => {
      const splices = diffBlocks(before, after);
      expect(spliceBlocks(before, splices)).toEqual(after);
      expect(spliceBlocks(after, invertSplices(splices))).toEqual(before);
      expect(invertSplices(invertSplices(splices))).toEqual(splices);
    }),
    { seed: 20261128 },
  );
});
