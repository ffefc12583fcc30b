import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdsChineseFont } from '#tools/setup/system-packages.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

it.each([
  ['opentype/noto/NotoSansCJK-Regular.ttc', true],
  ['truetype/wqy/wqy-zenhei.ttc', true],
  ['adobe/SourceHanSansCN-Regular.otf', true],
  ['truetype/dejavu/DejaVuSans.ttf', false],
  ['opentype/noto/NotoSansCJK.txt', false],
])('knows a Chinese font by its file where fc-list is absent: %s', async (path, expected) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), '');
  expect(holdsChineseFont([folder, join(folder, 'absent')])).toBe(expected);
});
