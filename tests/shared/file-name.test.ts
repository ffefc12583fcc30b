import { expect, test } from 'vitest';
import { fileNameOf } from '#shared/file-name.ts';

test.each([
  ['市住建局开展房屋安全排查“回头看”', '市住建局开展房屋安全排查“回头看”'],
  ['A/B\\C:D*E?F"G<H>I|J', 'A_B_C_D_E_F_G_H_I_J'],
  ['../../etc/passwd', '_.._etc_passwd'],
  [' 标题. ', '标题'],
  ['一\u0000二\n三\u202e四\ud800', '一二三四'],
  ['CON', '_CON'],
  ['nul.docx', '_nul.docx'],
  ['console', 'console'],
  ['', '稿件'],
  [' .. ', '稿件'],
  ['\u{20bb7}'.repeat(80), '\u{20bb7}'.repeat(60)],
])('the file of %j is called %j', (text, name) => {
  expect(fileNameOf(text, '稿件')).toBe(name);
});
