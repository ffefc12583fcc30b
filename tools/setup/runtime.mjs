import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, projectRoot, run } from './programs.mjs';
import { say } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const electronFolder = join(projectRoot, 'node_modules/electron');
const refusalPath = join(projectRoot, 'node_modules/.gaoqian-electron-refused');
const probeMs = 8_000;
const downloadMs = 10 * 60_000;

/**
 * @typedef {{ kind: 'electron', binary: string } | { kind: 'browser', why: string }} Runtime
 */

/**
 * Electron where its binary is there or can be fetched; the browser host otherwise, and why.
 * A release server that refused is not asked again until the version changes or `retry` is set.
 * @param {{ retry: boolean }} options
 * @returns {Promise<Runtime>}
 */
export async function findRuntime({ retry }) {
  if (!hasDisplay(process.platform, process.env)) return browser('这台机器没有图形界面（no display）');
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return browser('Electron 不在 root 下运行（Electron does not run as root）');
  const present = electronBinary();
  if (present !== undefined) return { kind: 'electron', binary: present };
  const version = electronVersion();
  if (readStamp(refusalPath) === version && !retry)
    return browser(
      '此前取不到 Electron，可加 --electron 再试（Electron could not be fetched before; --electron tries again）',
    );
  const fetched = await fetchElectron(version);
  if (fetched !== undefined) return { kind: 'electron', binary: fetched };
  writeStamp(refusalPath, version);
  return browser('取不到 Electron 的程序文件（the Electron binary cannot be fetched here）');
}

/**
 * @param {string} why
 * @returns {Runtime}
 */
function browser(why) {
  return { kind: 'browser', why };
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 */
export function hasDisplay(platform, environment) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** @returns {string | undefined} path of Electron's binary where it has been fetched */
export function electronBinary() {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** @returns {string} */
function electronVersion() {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  );
  return version;
}

/** @param {string} version */
async function fetchElectron(version) {
  say(`取 Electron ${version}……（fetching Electron）`);
  if (!(await canReachElectron())) return undefined;
  say('下载约 110 MB，请稍候（downloading about 110 MB）');
  const { code } = await run(node24, [join(electronFolder, 'install.js')], { timeoutMs: downloadMs });
  return code === 0 ? electronBinary() : undefined;
}

/** Whether the server that Electron's binary comes from can be reached. */
export async function canReachElectron() {
  const mirror =
    process.env['npm_config_electron_mirror'] ??
    process.env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  return await answers(mirror);
}

/**
 * Whether a server answers at all: closed networks often drop packets, and then the download would hang.
 * @param {string} address
 */
async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeMs) });
    return true;
  } catch {
    return false;
  }
}
