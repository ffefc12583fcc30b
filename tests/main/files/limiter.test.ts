import { expect, test } from 'vitest';
import { limiter } from '#main/files/limiter.ts';

test('no more works than slots run at once; all are done, in order, also after one fails', async () => {
  const takeTurn = limiter(2);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const works = Array.from({ length: 7 }, async (_unused, number) =>
    takeTurn(async () => {
      begun.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (number === 2) throw new Error('one that fails');
      return number;
    }),
  );
  const settled = await Promise.allSettled(works);
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(settled.filter((entry) => entry.status === 'fulfilled')).toHaveLength(6);
});
