import { Converter as FromTraditional } from 'opencc-js/t2cn';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { simplifiedPairs } from '#shared/search/simplified-pairs.ts';

test.each([
  ['設備維護', '设备维护'],
  ['裡裏里', '里里里'],
  ['發展與理髮', '发展与理发'],
  ['乾燥、乾隆、幹部', '干燥、干隆、干部'],
  ['ＧＢ／Ｔ １５８３４', 'gb／t 15834'],
  ['臺山為衞', '台山为卫'],
  ['', ''],
])('%s is compared as %s', (text, folded) => expect(foldForSearch(text)).toBe(folded));

test('every character stays in its place, and folding twice is folding once', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const folded = foldForSearch(text);
      expect(folded).toHaveLength(text.length);
      expect(foldForSearch(folded)).toBe(folded);
    }),
    { seed: 20261128 },
  );
});

describe('the table of characters', () => {
  const pairs = Array.from(simplifiedPairs).flatMap((from, index, all) =>
    index % 2 === 0 ? [[from, all[index + 1] ?? ''] as const] : [],
  );
  const converters = (['t', 'tw', 'hk'] as const).map((from) => FromTraditional({ from, to: 'cn' }));

  test('says what OpenCC says, as far as that goes', () => {
    for (const [from, to] of pairs) {
      // 麼 becomes 么, and 么 itself is taken for 幺: a search makes one of all three.
      const steps = converters.map((convert) => foldForSearch(convert(from)));
      expect(steps, from).toContain(to);
    }
  });

  test('leaves out no character that OpenCC simplifies', () => {
    const table = new Map(pairs);
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const character = String.fromCharCode(code);
      const changed = converters.map((convert) => convert(character)).find((one) => one !== character);
      if (changed?.length === 1) expect(table.has(character), character).toBe(true);
    }
  });
});
