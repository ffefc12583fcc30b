import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { courtesy } from '#main/publishing/courtesy.ts';

test('work goes on at once while nobody types', async () => {
  const { giveWay } = courtesy();
  const first = await Promise.race([giveWay().then(() => 'work'), nextTurn('waiting')]);
  expect(first).toBe('work');
});

test('while somebody types, pieces of work come one after the other, with room for keys in between', async () => {
  const { typed, giveWay } = courtesy();
  typed();
  const begun = performance.now();
  const at = await Promise.all(Array.from({ length: 5 }, async () => giveWay().then(() => performance.now() - begun)));
  // Timers are rounded to milliseconds; a loaded machine takes longer, never less.
  at.forEach((milliseconds, index) => expect(milliseconds).toBeGreaterThan(25 * (index + 1) - 2));
});
