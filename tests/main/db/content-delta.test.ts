import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packAgainst, unpackAgainst } from '#main/db/content-delta.ts';
import { encodeContent } from '#main/db/content-codec.ts';
import { contentOf } from '#tests/builders/content.ts';

const texts = fc.string({ unit: fc.constantFrom('住建局', '。', 'a', '𠮷', '\n', '"children":['), maxLength: 60 });
/** A text and another one made of it by putting something in, somewhere. */
const related = fc
  .tuple(texts, texts, fc.nat(60))
  .map(([base, added, at]) => [base, base.slice(0, at) + added + base.slice(at + 3)] as const);

describe('a text stored against another', () => {
  test('comes back byte for byte, however little the two have in common', () => {
    fc.assert(
      fc.property(fc.oneof(related, fc.tuple(texts, texts)), ([base, text]) => {
        // Half a pair of surrogates is no text that a draft can hold: JSON escapes it.
        fc.pre(text.isWellFormed() && base.isWellFormed());
        expect(unpackAgainst(packAgainst(text, base), base)).toBe(text);
      }),
      { numRuns: 500, seed: 20261128 },
    );
  });

  test('takes next to nothing for a change of some words in a long draft', () => {
    const blocks = Array.from(
      { length: 200 },
      (_unused, at) => `第${at}段：市住建局推进老旧小区改造，第${at * 7}户已经签约。`,
    );
    const before = encodeContent(contentOf('标题', blocks));
    const after = encodeContent(contentOf('新标题', blocks.with(90, '这一段重新写过了。')));
    expect(packAgainst(after, before).length).toBeLessThan(Buffer.byteLength(after) / 50);
  });

  test('is refused against another text than that, and when it was damaged', () => {
    const packed = packAgainst('市住建局昨日召开会议。', '市住建局今日召开会议。');
    expect(() => unpackAgainst(packed, '别的话，与它无关')).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
    expect(() => unpackAgainst(packed.subarray(0, 5), '市住建局今日召开会议。')).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
  });
});
