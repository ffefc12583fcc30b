import { expect, test } from 'vitest';
import { latePort } from '#main/late-ports.ts';

interface Port {
  readonly add: (a: number, b: number) => Promise<number>;
}

/** A port whose library cannot be read for the first `failures` times. */
function counted(failures: number) {
  const loads: number[] = [];
  const port = latePort<Port>({ add: true }, async () => {
    loads.push(loads.length + 1);
    if (loads.length <= failures) throw new Error('held by a scanner');
    return { add: async (a, b) => a + b };
  });
  return { port, loads };
}

test('nothing is read before the first call, and once for all of them', async () => {
  const { port, loads } = counted(0);
  expect(loads).toEqual([]);
  expect(await Promise.all([port.add(1, 2), port.add(3, 4)])).toEqual([3, 7]);
  expect(loads).toEqual([1]);
});

test('what could not be read is tried again with the next call', async () => {
  const { port, loads } = counted(1);
  await expect(port.add(1, 2)).rejects.toThrow('held by a scanner');
  expect(await port.add(1, 2)).toBe(3);
  expect(loads).toEqual([1, 2]);
});
