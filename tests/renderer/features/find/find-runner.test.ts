import { expect, test } from 'vitest';
import type { FindAnswer, FindRequest } from '#renderer/features/find/find-messages.ts';
import { createFindRunner, searchTime, type FindWorker } from '#renderer/features/find/find-runner.ts';
import { noMatches } from '#shared/document/find/match-list.ts';
import type { FindQuery } from '#shared/document/find/query.ts';
import { contentOf } from '#tests/builders/content.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';

/** A worker that answers when the test says so. */
class SlowWorker implements FindWorker {
  readonly requests: FindRequest[] = [];
  terminated = false;
  hear: (answer: FindAnswer) => void = () => undefined;

  postMessage(request: FindRequest): void {
    this.requests.push(request);
  }

  listen(hear: (answer: FindAnswer) => void): void {
    this.hear = hear;
  }

  terminate(): void {
    this.terminated = true;
  }
}

function setUp() {
  const workers: SlowWorker[] = [];
  const time = new ManualTime();
  const runner = createFindRunner({
    startWorker() {
      const worker = new SlowWorker();
      workers.push(worker);
      return worker;
    },
    after: (milliseconds, run) => time.after(milliseconds, run),
  });
  return { workers, time, runner };
}

const content = contentOf('标题');
const query = (text: string): FindQuery => ({
  text,
  matchCase: false,
  matchWidth: false,
  regularExpression: true,
  wholeWord: false,
});
const found: FindAnswer = { kind: 'found', matches: noMatches };

test('one worker for all searches; content that it knows is not sent again', async () => {
  const { workers, runner } = setUp();
  const first = runner.run({ query: query('甲'), content });
  workers[0]?.hear(found);
  expect(await first).toEqual(found);
  const second = runner.run({ query: query('乙'), content });
  workers[0]?.hear(found);
  await second;
  expect(workers).toHaveLength(1);
  expect(workers[0]?.requests.map((request) => request.content !== undefined)).toEqual([true, false]);
});

test('while one runs only the newest of the others waits', async () => {
  const { workers, runner } = setUp();
  const outcomes = ['甲', '乙', '丙'].map((text) => runner.run({ query: query(text), content }));
  expect(await outcomes[1]).toEqual({ kind: 'superseded' });
  workers[0]?.hear(found);
  workers[0]?.hear({ kind: 'invalid' });
  expect(await Promise.all(outcomes)).toEqual([found, { kind: 'superseded' }, { kind: 'invalid' }]);
  expect(workers[0]?.requests.map((request) => request.query.text)).toEqual(['甲', '丙']);
});

test('a search that takes too long is ended with its worker, and the next has a new one that is told everything', async () => {
  const { workers, time, runner } = setUp();
  const slow = runner.run({ query: query('(a+)+$'), content });
  const next = runner.run({ query: query('甲'), content });
  workers[0]?.hear({ kind: 'began' });
  time.pass(searchTime);
  expect(await slow).toEqual({ kind: 'slow' });
  expect(workers[0]?.terminated).toBe(true);
  expect(workers[1]?.requests).toEqual([{ query: query('甲'), content }]);
  // Words of the dead are not heard.
  workers[0]?.hear({ kind: 'invalid' });
  workers[1]?.hear(found);
  expect(await next).toEqual(found);
});

test('the time a worker takes to start does not count, nor does that of an answered search', async () => {
  const { workers, time, runner } = setUp();
  const outcome = runner.run({ query: query('甲'), content });
  time.pass(searchTime * 10);
  expect(workers[0]?.terminated).toBe(false);
  workers[0]?.hear({ kind: 'began' });
  workers[0]?.hear(found);
  expect(await outcome).toEqual(found);
  expect(time.waiting()).toBe(0);
});
