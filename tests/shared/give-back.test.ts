import { expect, test } from 'vitest';
import { giveBack } from '#shared/give-back.ts';

test('bytes that are given back are gone, and their memory with them', () => {
  const bytes = Buffer.alloc(3_000_000, 7);
  const { buffer } = bytes;
  giveBack(bytes);
  expect([bytes.byteLength, buffer.byteLength, buffer.detached]).toEqual([0, 0, true]);
});

test('what is a part of something larger stays as it is', () => {
  const whole = new Uint8Array([1, 2, 3, 4]);
  giveBack(whole.subarray(1));
  giveBack(whole.subarray(0, 2));
  expect([...whole]).toEqual([1, 2, 3, 4]);
});
