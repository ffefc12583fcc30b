import { expect, test } from 'vitest';
import { bothDone, inParallel, limiter } from '#shared/in-parallel.ts';

const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many items are worked on at once; what comes of them stands in their order', async () => {
  let running = 0;
  let most = 0;
  const values = await inParallel([5, 1, 4, 2, 3], 2, async (turns, index) => {
    running += 1;
    most = Math.max(most, running);
    for (let done = 0; done < turns; done += 1) await turn();
    running -= 1;
    return `${index}:${turns}`;
  });
  expect(values).toEqual(['0:5', '1:1', '2:4', '3:2', '4:3']);
  expect(most).toBe(2);
});

test('after a failure nothing more is begun, what is in hand ends, and the first item’s failure is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = inParallel([0, 1, 2, 3, 4, 5], 3, async (item) => {
    begun.push(item);
    await turn();
    // The later item fails first.
    if (item === 1) await turn();
    ended.push(item);
    if (item === 1 || item === 2) throw new Error(`item ${item}`);
  });
  await expect(work).rejects.toThrow('item 1');
  expect(begun).not.toContain(5);
  expect(new Set(ended)).toEqual(new Set(begun));
});

test('nothing to do is done at once', async () => {
  expect(await inParallel([], 4, async () => 'never')).toEqual([]);
});

test('two works that are waited for together are both over when one of them has failed', async () => {
  let isOver = false;
  const slow = (async () => {
    await turn();
    await turn();
    isOver = true;
  })();
  await expect(bothDone(Promise.reject(new Error('at once')), slow)).rejects.toThrow('at once');
  expect(isOver).toBe(true);
  expect(await bothDone(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
});

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
