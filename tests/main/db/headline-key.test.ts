import { expect, test } from 'vitest';
import { headlineKey } from '#main/db/headline-key.ts';

test('headlines stand in the order of pinyin, signs aside, digits and letters first', () => {
  const ordered = ['', '12号文件', 'abc小区', '阿里', '安全检查', '《办法》解读', '“李四”', '重庆', '裝修', '装修须知'];
  const shuffled = [...ordered].sort((a, b) => a.length - b.length);
  expect(shuffled.sort((a, b) => (headlineKey(a) < headlineKey(b) ? -1 : 1))).toEqual(ordered);
});
