import { expect, test } from 'vitest';
import { momentRange } from '#shared/search/query/date-range.ts';

/** A Saturday. */
const today = '2026-11-28';

const dayOf = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);

/** The first and the last day of a range, in China. */
function days(value: string): readonly string[] | undefined {
  const range = momentRange(value, today);
  if (!range) return undefined;
  return [dayOf(Date.parse(range.from)), dayOf(Date.parse(range.before) - 1)];
}

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2026/11', '2026-11-01', '2026-11-30'],
  ['２０２６年１１月', '2026-11-01', '2026-11-30'],
  ['2026年11月8日', '2026-11-08', '2026-11-08'],
  ['2026.11.8', '2026-11-08', '2026-11-08'],
  ['11月', '2026-11-01', '2026-11-30'],
  ['11月8日', '2026-11-08', '2026-11-08'],
  ['11-08', '2026-11-08', '2026-11-08'],
  ['今天', '2026-11-28', '2026-11-28'],
  ['yesterday', '2026-11-27', '2026-11-27'],
  ['本周', '2026-11-23', '2026-11-29'],
  ['上周', '2026-11-16', '2026-11-22'],
  ['这个月', '2026-11-01', '2026-11-30'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['下月', '2026-12-01', '2026-12-31'],
  ['去年', '2025-01-01', '2025-12-31'],
  ['2026-10..2026-11', '2026-10-01', '2026-11-30'],
  ['10月至11月', '2026-10-01', '2026-11-30'],
  ['2026-11-20~今天', '2026-11-20', '2026-11-28'],
])('%s is from %s to %s', (value, first, last) => expect(days(value)).toEqual([first, last]));

test('a range may be open at one end', () => {
  expect(momentRange('2026-11..', today)?.from).toBe('2026-10-31T16:00:00.000Z');
  expect(momentRange('..2026-11', today)?.before).toBe('2026-11-30T16:00:00.000Z');
});

test.each(['', '..', '11', '2026-13', '2026-02-30', '2026-11..2026-10', '春天', '20261128'])(
  '%j is no date',
  (value) => {
    expect(momentRange(value, today)).toBeUndefined();
  },
);
