import { expect, test } from 'vitest';
import { followedWorks } from '#main/services/followed-works.ts';
import { systemIds } from '#main/files/system-ids.ts';

const told: unknown[] = [];
const works = followedWorks({ ids: systemIds(), events: { emit: (...event) => void told.push(event) } });

test('each step of a work is told under its id', async () => {
  const workId = works.begin();
  expect(
    await works.run(workId, async (handle) => {
      handle.step('media', 1, 4);
      handle.step('words', 0, 0);
      return 'done';
    }),
  ).toBe('done');
  expect(told).toEqual([
    ['work:step', { workId, step: 'media', done: 1, total: 4 }],
    ['work:step', { workId, step: 'words', done: 0, total: 1 }],
  ]);
});

test('a work that is stopped hears of it, one that is stopped before it runs never runs', async () => {
  const [running, waiting] = [works.begin(), works.begin()];
  const heard = await works.run(running, async ({ signal }) => {
    works.cancel(running);
    return signal.aborted;
  });
  expect(heard).toBe(true);
  works.cancel(waiting);
  let hasRun = false;
  const never = works.run(waiting, async () => void (hasRun = true));
  await expect(never).rejects.toMatchObject({ code: 'cancelled' });
  expect(hasRun).toBe(false);
});

test('before the app quits all are stopped and waited for, failures too', async () => {
  let isCleanedUp = false;
  const work = works.run(works.begin(), async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    isCleanedUp = true;
    throw new Error('broken off');
  });
  const failed = expect(work).rejects.toThrow('broken off');
  await works.cancelAll();
  expect(isCleanedUp).toBe(true);
  await failed;
});
