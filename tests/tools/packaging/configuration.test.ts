import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { executablePath, packaging } from '#tools/packaging/configuration.ts';
import { listPackedFiles, productionFolders } from '#tools/packaging/contents.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

it('is one that electron-builder takes', async () => {
  const inElectronBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const { validateConfiguration } = inElectronBuilder('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration: (configuration: object, logger: object) => Promise<void>;
  };
  const { DebugLogger } = inElectronBuilder('builder-util') as { DebugLogger: new (isEnabled: boolean) => object };
  await expect(validateConfiguration(packaging, new DebugLogger(false))).resolves.toBeUndefined();
  await expect(validateConfiguration({ ...packaging, asarr: true }, new DebugLogger(false))).rejects.toThrow(/asarr/);
});

it('packs what is built and the production packages; native ones beside the archive', async () => {
  const root = await temporaryFolder();
  const files = [
    'package.json',
    'out/main/index.js',
    'out/main/index.js.map',
    'out/.stamp',
    'src/main/index.ts',
    'tests/a.test.ts',
    'node_modules/zod/index.js',
    'node_modules/zod/index.d.ts',
    'node_modules/vite/index.js',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/better-sqlite3/deps/sqlite3.c',
  ];
  for (const file of files) {
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), 'x');
  }
  const lock = {
    packages: {
      '': {},
      'node_modules/zod': {},
      'node_modules/better-sqlite3': {},
      'node_modules/vite': { dev: true },
      'node_modules/absent-here': {},
    },
  };
  const folders = productionFolders(lock, (folder) => folder !== 'node_modules/absent-here');
  expect(listPackedFiles(root, folders).map(({ path, unpacked }) => [path, unpacked])).toEqual([
    ['node_modules/better-sqlite3/prebuilds/win32-x64.node', true],
    ['node_modules/zod/index.js', false],
    ['out/main/index.js', false],
    ['package.json', false],
  ]);
});

it.each([
  ['win32', '稿签.exe'],
  ['linux', 'gaoqian'],
  ['darwin', '稿签.app'],
])("finds Electron's executable on %s", (electronPlatformName, expected) => {
  const packager = { appInfo: { productFilename: '稿签' } };
  expect(executablePath({ appOutDir: 'dist', electronPlatformName, packager })).toBe(join('dist', expected));
});
