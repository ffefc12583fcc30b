import { z } from 'zod';

const bandSchema = z.int().min(0).max(0xffff);

/** What a picture looks like in 64 bits, as four numbers of 16: pictures that look alike differ in few bits. */
export const perceptualHashSchema = z.tuple([bandSchema, bandSchema, bandSchema, bandSchema]);
export type PerceptualHash = z.infer<typeof perceptualHashSchema>;

/** At most so many different bits: the same picture made smaller, lighter or compressed anew, or one taken a moment later. */
export const alikeBits = 8;

/** In how many bits two hashes differ, 0 to 64. */
export function differentBits(one: PerceptualHash, other: PerceptualHash): number {
  return one.reduce((sum, band, index) => sum + bitsOf(band ^ (other[index] ?? 0)), 0);
}

/**
 * The 17 numbers that differ from a band in at most one bit. Two hashes that differ in 7 bits or fewer have a band (of
 * four) that differs in at most one, so looking these up finds all of them; of those that differ in 8 it misses the
 * ones with two in each band, 4.7 % when the bits fall at random.
 */
export function nearBands(band: number): readonly number[] {
  return [band, ...Array.from({ length: 16 }, (_unused, bit) => band ^ (1 << bit))];
}

function bitsOf(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
