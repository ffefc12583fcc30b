import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packaging } from '../packaging/configuration.ts';
import { listPackedFiles, productionFolders } from '../packaging/contents.ts';
import { ensureBuilt } from './build.mjs';
import { projectRoot } from './programs.mjs';
import { canReachElectron } from './runtime.mjs';
import { Refusal, runTool, say } from './say.mjs';

/**
 * `npm run package`: the Windows installer in `dist`.
 * `npm run package -- --check`: judges the configuration and lists what would be packed, without fetching anything.
 */

const inElectronBuilder = createRequire(join(projectRoot, 'node_modules/electron-builder/package.json'));

/** Throws with electron-builder's own words when it would not take the configuration. */
async function validate() {
  const { validateConfiguration } = inElectronBuilder('app-builder-lib/out/util/config/config.js');
  const { DebugLogger } = inElectronBuilder('builder-util');
  await validateConfiguration(packaging, new DebugLogger(false));
}

function contents() {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
  const folders = productionFolders(lock, (folder) => existsSync(join(projectRoot, folder)));
  return listPackedFiles(projectRoot, folders);
}

async function check() {
  await validate();
  const files = contents();
  for (const { path, bytes, unpacked } of files) {
    process.stdout.write(`${String(bytes).padStart(10)} ${unpacked ? 'unpacked' : '        '} ${path}\n`);
  }
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  say(
    `配置有效；共 ${files.length} 个文件，${Math.round(total / 1024 ** 2)} MB。（The configuration is valid; ${files.length} files.）`,
  );
  return 0;
}

async function pack() {
  await validate();
  if (process.platform !== 'win32') {
    throw new Refusal(
      'Windows 安装包要在 Windows 上制作，因为其中的图片处理组件按系统安装；这里可以用 npm run package -- --check 检查配置和内容。（Build the Windows installer on Windows: the picture library is installed for each system. --check works here.）',
    );
  }
  if (!(await canReachElectron())) {
    throw new Refusal(
      '取不到 Electron 的程序文件和打包工具：请在能访问 github.com 的网络上运行，或设置 ELECTRON_MIRROR 与 ELECTRON_BUILDER_BINARIES_MIRROR。（The Electron binary and packaging tools cannot be fetched: use a network that reaches github.com, or set these mirrors.）',
    );
  }
  say('制作安装包……（packaging）');
  const { build, Platform } = await import('electron-builder');
  const files = await build({ targets: Platform.WINDOWS.createTarget('nsis'), config: packaging, publish: 'never' });
  for (const file of files) say(file);
  return 0;
}

await runTool(async () => {
  await ensureBuilt();
  return process.argv.includes('--check') ? await check() : await pack();
});
