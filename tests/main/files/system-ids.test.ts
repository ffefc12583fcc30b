import { expect, test } from 'vitest';
import { systemIds } from '#main/files/system-ids.ts';
import { idSchema } from '#shared/ids.ts';

test('every id is a UUIDv7 that carries its moment', () => {
  const ids = systemIds(() => Date.parse('2026-11-23T06:03:22.000Z'));
  const id = idSchema.parse(ids.next());
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-23T06:03:22.000Z'));
});

test('ids sort by the order in which they were made, within a millisecond and when the clock is set back', () => {
  let now = 1_800_000_000_000;
  const ids = systemIds(() => now);
  const made = Array.from({ length: 20_000 }, (_, index) => {
    if (index === 10_000) now -= 3_600_000;
    return ids.next();
  });
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const id of made) idSchema.parse(id);
});
