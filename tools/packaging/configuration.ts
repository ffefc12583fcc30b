import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { setFuses } from './fuses.ts';

/** What electron-builder makes of `out` and the production packages: a Windows installer for one person, without an administrator. */
export const packaging: Configuration = {
  appId: 'com.gaoqian.desk',
  productName: '稿签',
  executableName: 'gaoqian',
  copyright: 'MIT',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    'package.json',
    '!**/*.map',
    '!**/*.d.ts',
    '!**/better-sqlite3/{deps,src}/**',
    '!**/{test,tests,docs,example,examples}/**',
  ],
  asar: true,
  // Native parts are loaded by the operating system, which cannot look into the archive.
  asarUnpack: ['**/node_modules/better-sqlite3/**', '**/node_modules/sharp/**', '**/node_modules/@img/**'],
  // better-sqlite3 and sharp bring Node-API binaries that fit Electron as they are.
  npmRebuild: false,
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    // Drafts stay when the app goes.
    deleteAppDataOnUninstall: false,
    language: '2052',
  },
  afterPack: (context) => setFuses(executablePath(context)),
};

/** Electron's executable in the folder being packed, named as each system names it. */
export function executablePath(
  context: Pick<AfterPackContext, 'appOutDir' | 'electronPlatformName'> & {
    packager: { appInfo: { productFilename: string } };
  },
): string {
  const { appOutDir, electronPlatformName, packager } = context;
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`);
  return join(appOutDir, packaging.executableName ?? 'gaoqian');
}
