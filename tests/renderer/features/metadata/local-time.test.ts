import { expect, test } from 'vitest';
import { localInputValue, momentFromLocal } from '#renderer/features/metadata/local-time.ts';

test('what the field shows is read back as the same moment', () => {
  const moment = new Date(2022, 2, 16, 18, 30).toISOString();
  expect(localInputValue(moment)).toBe('2022-03-16T18:30');
  expect(momentFromLocal(localInputValue(moment))).toBe(moment);
});

test('an empty or half-filled field says no time', () => {
  expect(momentFromLocal('')).toBeNull();
  expect(momentFromLocal('2022-13-45T99:99')).toBeNull();
});
