import type { Ids } from '#main/services/ports/ids.ts';

/** UUIDv7s that count up from one; `seed` keeps those of two machines apart. */
export function countingIds(seed = 1): Ids {
  let count = 0;
  return {
    next() {
      count += 1;
      return testId(count, seed);
    },
  };
}

/** The `count`-th id of a counting source. */
export function testId(count: number, seed = 1): string {
  const tail = count.toString(16).padStart(12, '0');
  return `01980000-0000-7000-8${seed.toString(16).padStart(3, '0')}-${tail}`;
}
