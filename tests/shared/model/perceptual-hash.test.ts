import { expect, test } from 'vitest';
import { differentBits, nearBands, type PerceptualHash } from '#shared/model/perceptual-hash.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';

const random = seededRandom(20260727);
const someHash = (): PerceptualHash =>
  [0, 0, 0, 0].map(() => Math.floor(random() * 65_536)) as unknown as PerceptualHash;

function withBitsChanged(hash: PerceptualHash, count: number): PerceptualHash {
  const bits = new Set<number>();
  while (bits.size < count) bits.add(Math.floor(random() * 64));
  return hash.map((band, index) =>
    [...bits].reduce((value, bit) => (bit >> 4 === index ? value ^ (1 << (bit & 15)) : value), band),
  ) as unknown as PerceptualHash;
}

/** Whether a look-up by bands comes upon it. */
function isFound(hash: PerceptualHash, other: PerceptualHash): boolean {
  return hash.some((band, index) => nearBands(band).includes(other[index] ?? -1));
}

test('the difference counts the bits that differ', () => {
  expect(differentBits([0, 0, 0, 0], [0, 0, 0, 0])).toBe(0);
  expect(differentBits([0, 0, 0, 0], [0xffff, 0xffff, 0xffff, 0xffff])).toBe(64);
  for (let bits = 0; bits <= 64; bits += 1) {
    const hash = someHash();
    expect(differentBits(hash, withBitsChanged(hash, bits))).toBe(bits);
  }
});

test('a look-up by bands finds every hash that differs in at most 7 bits, and 95 of 100 that differ in 8', () => {
  for (let round = 0; round < 3000; round += 1) {
    const hash = someHash();
    expect(isFound(hash, withBitsChanged(hash, round % 8))).toBe(true);
  }
  const rounds = 3000;
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const hash = someHash();
    if (isFound(hash, withBitsChanged(hash, 8))) found += 1;
  }
  expect(found / rounds).toBeGreaterThan(0.93);
});
