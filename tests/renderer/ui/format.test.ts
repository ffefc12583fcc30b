import { describe, expect, test } from 'vitest';
import { ago, byteSize, grouped } from '#renderer/ui/format.ts';

const words = { justNow: '刚刚', yesterday: '昨天' };
/** A moment by this machine's clock, as people see it. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();

describe('ago', () => {
  const now = new Date(2026, 10, 23, 14, 3).getTime();
  test.each([
    [local(23, 14, 3), '刚刚'],
    [local(23, 9, 12), '09:12'],
    [local(23, 0, 1), '00:01'],
    [local(22, 23, 59), '昨天'],
    [local(20, 8), '周五'],
    [local(3, 8), '11/3'],
    [new Date(2025, 10, 3).toISOString(), '2025/11/3'],
  ])('%s is %s', (moment, said) => {
    expect(ago('zh-Hans', moment, now, words)).toBe(said);
  });
});

test('byteSize speaks in kilobytes, then megabytes', () => {
  expect([byteSize(1), byteSize(640 * 1024), byteSize(2_000_000)]).toEqual(['1 KB', '640 KB', '1.9 MB']);
});

test('grouped sets thousands apart', () => {
  expect(grouped(1617)).toBe('1,617');
});
