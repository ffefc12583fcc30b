import { expect, test } from 'vitest';
import { changedEnd, oneLine } from '#renderer/features/sheet/plain-field.ts';

test.each([
  ['市住建局\n开展检查', '市住建局 开展检查'],
  ['\r\n标题\r\n', '标题'],
  ['甲 \n\n 乙', '甲 乙'],
  [' 甲', ' 甲'],
])('%j on one line is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each([
  ['甲乙', '甲丙乙', 2],
  ['甲丙乙', '甲乙', 1],
  ['', '甲乙', 2],
  ['甲甲', '甲', 1],
  ['同', '同', 1],
])('from %j to %j the caret goes to %i', (before, after, place) => {
  expect(changedEnd(before, after)).toBe(place);
});
