import { expect, test } from 'vitest';
import { changedEnd, oneLine, pastedLine } from '#renderer/features/sheet/plain-field.ts';

test.each([
  ['市住建局\n开展检查', '市住建局 开展检查'],
  ['\r\n标题\r\n', '标题'],
  ['甲 \n\n 乙', '甲 乙'],
  [' 甲', ' 甲'],
])('%j on one line is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each([
  ['## 关于检查的通知', '关于检查的通知'],
  ['一、\u00a0\t总体  要求\u200b\r\n', '一、 总体 要求'],
  ['甲\u2028乙\u000b丙', '甲 乙 丙'],
  ['\ufffc全\u00ad市\u0007', '全市'],
  ['\u3000\n\t', ''],
])('%j pasted is %j', (text, line) => {
  expect(pastedLine(text)).toBe(line);
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
