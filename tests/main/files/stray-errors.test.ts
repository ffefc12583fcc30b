import { expect, test, vi } from 'vitest';
import { logStrayErrors } from '#main/files/stray-errors.ts';

test('an error that nobody took is one line of kind and place, without its words', () => {
  const lines: unknown[] = [];
  const log = { info: vi.fn(), warn: vi.fn(), error: (event: string, facts: unknown) => lines.push([event, facts]) };
  const listeners = process.listeners('uncaughtException');
  const stop = logStrayErrors(log);
  const [added] = process.listeners('uncaughtException').filter((listener) => !listeners.includes(listener));
  added?.(new TypeError('刘文局长的稿件'), 'uncaughtException');
  added?.('words' as never, 'uncaughtException');
  stop();
  expect(lines).toEqual([
    ['stray-error', { error: 'TypeError', place: expect.stringMatching(/^stray-errors\.test\.ts:\d+:\d+$/) as string }],
    ['stray-error', { error: 'string', place: '' }],
  ]);
  expect(process.listeners('uncaughtException')).toEqual(listeners);
});
