import { expect, test } from 'vitest';
import { jobRunner } from '#main/services/job-runner.ts';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/model/job.ts';
import { countingIds, testId } from '#tests/fakes/counting-ids.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';

function runner() {
  const told: Job[] = [];
  const events = { emit: (_event: string, payload: unknown) => void told.push(payload as Job) };
  const clock = new ManualTime();
  return { told, clock, jobs: jobRunner({ ids: countingIds(), clock, events, log: silentLog }) };
}

const draftId = testId(1, 0xd);

test('a work is answered before it runs, then each step is told, then its end', async () => {
  const { told, jobs } = runner();
  const job = jobs.start('package', draftId, async (handle) => {
    handle.step('pictures', 1, 4);
    return testId(9);
  });
  expect(told).toEqual([]);
  expect(await jobs.settled(job.id)).toMatchObject({ state: 'done', packageId: testId(9) });
  expect(told.map(({ step, done, state }) => [step, done, state])).toEqual([
    ['pictures', 1, 'running'],
    ['pictures', 1, 'done'],
  ]);
});

test('of a step that goes on quickly its beginning is told, then where it stands now and then, and the end', async () => {
  const { told, clock, jobs } = runner();
  const job = jobs.start('package', draftId, async (handle) => {
    for (let done = 1; done <= 10; done += 1) {
      handle.step('pictures', done, 10);
      clock.pass(50);
    }
    handle.step('page', 0, 1);
    return testId(9);
  });
  await jobs.settled(job.id);
  expect(told.map(({ step, done }) => `${step} ${done}`)).toEqual([
    'pictures 1',
    'pictures 5',
    'pictures 9',
    'page 0',
    'page 0',
  ]);
});

test('a draft whose work still runs gets that work, not a second one', async () => {
  const { jobs } = runner();
  const first = jobs.start('package', draftId, async () => testId(9));
  expect(jobs.start('package', draftId, async () => testId(8)).id).toBe(first.id);
  await jobs.settled(first.id);
  expect(jobs.start('package', draftId, async () => testId(8)).id).not.toBe(first.id);
});

test('a work that fails tells its code, and an unforeseen fault tells no more than that', async () => {
  const { jobs } = runner();
  const refused = jobs.start('package', draftId, async () => {
    throw new AppError('disk-full', { errno: 'ENOSPC' });
  });
  expect(await jobs.settled(refused.id)).toMatchObject({
    state: 'failed',
    error: { code: 'disk-full', params: { errno: 'ENOSPC' } },
  });
  const broken = jobs.start('package', draftId, async () => {
    throw new Error('secret words');
  });
  expect(await jobs.settled(broken.id)).toMatchObject({ state: 'failed', error: { code: 'internal', params: {} } });
});

test('quitting stops every work and waits for it, one that had not begun never begins', async () => {
  const { jobs } = runner();
  let cleaned = false;
  const job = jobs.start('package', draftId, async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    cleaned = true;
    throw new AppError('cancelled');
  });
  await new Promise((resolve) => setImmediate(resolve));
  let begun = false;
  const late = jobs.start('package', testId(2, 0xd), async () => {
    begun = true;
    return testId(9);
  });
  await jobs.cancelAll();
  expect([cleaned, begun]).toEqual([true, false]);
  expect(await jobs.settled(job.id)).toMatchObject({ state: 'cancelled' });
  expect(await jobs.settled(late.id)).toMatchObject({ state: 'cancelled' });
  expect(() => jobs.cancel(testId(77))).toThrow('not-found');
});
