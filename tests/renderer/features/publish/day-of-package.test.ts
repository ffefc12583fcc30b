import { expect, test } from 'vitest';
import { dayGoneBy } from '#renderer/features/publish/day-of-package.ts';
import { emptyMetadata } from '#shared/model/draft.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';

const metadata = emptyMetadata(testProfile);
const friday = '2026-11-27T09:30:00.000Z';

test('a package of Friday says Friday on Monday, and not yet on Friday night', () => {
  expect(dayGoneBy(metadata, friday, Date.parse('2026-11-27T15:59:00.000Z'))).toBeNull();
  expect(dayGoneBy(metadata, friday, Date.parse('2026-11-27T16:01:00.000Z'))).toBe('2026-11-27 17:30');
  expect(dayGoneBy(metadata, friday, Date.parse('2026-11-30T01:00:00.000Z'))).toBe('2026-11-27 17:30');
});

test('what was planned, or corrects an older page, has the time that was meant', () => {
  const monday = Date.parse('2026-11-30T01:00:00.000Z');
  expect(dayGoneBy({ ...metadata, plannedAt: '2026-11-28T01:00:00.000Z' }, friday, monday)).toBeNull();
  const amendment = { kind: 'correct', replaces: 'TSZJ-20261101-0001-r3', reason: '更正', at: friday } as const;
  expect(dayGoneBy({ ...metadata, amendment: { ...amendment, publishedAt: friday } }, friday, monday)).toBeNull();
});
