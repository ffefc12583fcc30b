import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { browserEnvironment, findChromium } from '#tools/browser-host/open-in-browser.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

it.each([
  [{}, 'C.UTF-8'],
  [{ LANG: 'C' }, 'C.UTF-8'],
  [{ LANG: '', LC_ALL: 'POSIX' }, 'C.UTF-8'],
  [{ LANG: 'zh_CN.UTF-8' }, undefined],
  [{ LC_ALL: 'en_US.UTF-8', LANG: 'C' }, 'en_US.UTF-8'],
])('gives Chromium a locale in which it can read Chinese file names: %j', (environment, expected) => {
  expect(browserEnvironment(environment)['LC_ALL']).toBe(expected);
});

it('takes the browser that the environment names, else one on the search path, else none', async () => {
  const folder = await temporaryFolder();
  const chosen = join(folder, '我的浏览器');
  const onPath = join(folder, process.platform === 'win32' ? 'chrome.exe' : 'google-chrome');
  for (const path of [chosen, onPath]) {
    await writeFile(path, '');
    await chmod(path, 0o755);
  }
  const PATH = ['/nowhere', folder].join(delimiter);
  expect(findChromium({ GAOQIAN_CHROMIUM: chosen, PATH })).toBe(chosen);
  expect(findChromium({ PATH })).toBe(onPath);
  if (process.platform === 'linux') expect(findChromium({ PATH: '/nowhere' })).toBeUndefined();
});
