import { expect, test } from 'vitest';
import { transferOf, withSample } from '#renderer/features/publish/transfer.ts';

function after(...steps: readonly (readonly [at: number, offset: number])[]) {
  return steps.reduce(
    (samples, [at, offset]) => withSample(samples, { at, offset }),
    [] as ReturnType<typeof withSample>,
  );
}

test('speed and time left follow from the last seconds', () => {
  expect(transferOf(after([0, 0], [1000, 100_000], [2000, 200_000]), 1_000_000)).toEqual({
    speed: 100_000,
    secondsLeft: 8,
  });
  // What was long ago says nothing of how the line is now.
  const slow = after([0, 0], [1000, 900_000], [10_000, 910_000], [12_000, 920_000]);
  expect(transferOf(slow, 1_000_000)).toEqual({ speed: 5000, secondsLeft: 16 });
});

test('nothing is said before there is something to say', () => {
  expect(transferOf([], 10)).toBeNull();
  expect(transferOf(after([0, 0], [100, 5]), 10)).toBeNull();
  expect(transferOf(after([0, 5], [2000, 5]), 10)).toBeNull();
});

test('a step back, to what the portal has, begins the measure anew', () => {
  expect(transferOf(after([0, 0], [1000, 900_000], [2000, 500_000]), 1_000_000)).toBeNull();
});
