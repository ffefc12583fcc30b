import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findNpmScript, run } from '#tools/setup/programs.mjs';
import { hasDisplay } from '#tools/setup/runtime.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

it('finds npm beside node as the Windows installer lays it out, without a shell', async () => {
  const folder = join(await temporaryFolder(), 'Program Files', '程序');
  await mkdir(join(folder, 'node_modules/npm/bin'), { recursive: true });
  const script = join(folder, 'node_modules/npm/bin/npm-cli.js');
  await writeFile(script, '');
  expect(findNpmScript({}, join(folder, 'node.exe'))).toBe(script);
});

it('prefers the npm that runs it, but not another package manager', async () => {
  const folder = await temporaryFolder();
  const own = join(folder, 'npm-cli.js');
  const other = join(folder, 'pnpm.cjs');
  await writeFile(own, '');
  await writeFile(other, '');
  expect(findNpmScript({ npm_execpath: own }, join(folder, 'node'))).toBe(own);
  expect(findNpmScript({ npm_execpath: other }, join(folder, 'node'))).toBeUndefined();
});

it('passes arguments on as they are, with spaces, quotes and Han characters', async () => {
  const wanted = ['a b', '"c"', '稿签 $HOME', '&& exit 3'];
  const { code, output } = await run(process.execPath, [
    '-e',
    'console.log(JSON.stringify(process.argv.slice(1)))',
    ...wanted,
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual(wanted);
});

it('answers 127 for a program that is not there', async () => {
  expect((await run('no-such-program-of-gaoqian', [])).code).toBe(127);
});

it.each([
  ['win32', {}, true],
  ['darwin', {}, true],
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
] as const)('knows whether a window can be opened: %s %j', (platform, environment, expected) => {
  expect(hasDisplay(platform, environment)).toBe(expected);
});
