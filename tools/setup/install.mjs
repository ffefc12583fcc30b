import { existsSync, lstatSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { machineNode, node24, npm, projectRoot, run } from './programs.mjs';
import { Refusal, say } from './say.mjs';
import { contentStamp, readStamp, writeStamp } from './stamp.mjs';

const stampPath = join(projectRoot, 'node_modules/.gaoqian-stamp');
const neededBytes = 1.5 * 1024 ** 3;

/** Installs the packages of package-lock.json and Node 24 among them, unless exactly these are installed already. */
export async function ensureInstalled() {
  const stamp = contentStamp(projectRoot, ['package-lock.json'], [process.platform, process.arch]);
  if (readStamp(stampPath) !== stamp && !isManagedElsewhere()) await installPackages(stamp);
  if (!existsSync(node24) || !isNodeLinked()) await installNode24();
}

function isNodeLinked() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  return existsSync(join(projectRoot, 'node_modules/.bin', name));
}

/** A linked node_modules belongs to another folder: `npm ci` would empty that one. */
function isManagedElsewhere() {
  return lstatSync(join(projectRoot, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** @param {string} stamp */
async function installPackages(stamp) {
  requireDiskSpace();
  say('安装依赖，首次约需几分钟……（npm ci: installing packages, a few minutes the first time）');
  // Without scripts: one of them downloads Java, and none but Node's own (below) is needed.
  const { code, output } = await npm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Refusal(whyNpmFailed(output));
  await installNode24();
  writeStamp(stampPath, stamp);
}

async function installNode24() {
  const folder = join(projectRoot, 'node_modules/node');
  if (!existsSync(folder))
    throw new Refusal(
      'node_modules 不完整，请删除 node_modules 文件夹后重试。（node_modules is incomplete: delete it and try again.）',
    );
  say('安装 Node 24（installing Node 24 for this project only）');
  const { code, output } = await run(machineNode, [join(folder, 'installArchSpecificPackage.js')], {
    cwd: folder,
  });
  if (code !== 0 || !existsSync(node24)) throw new Refusal(whyNpmFailed(output));
  // Only now is there a program to link as node_modules/.bin/node, by which every npm script runs on it.
  const linked = await npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error']);
  if (linked.code !== 0 || !isNodeLinked()) throw new Refusal(whyNpmFailed(linked.output));
}

function requireDiskSpace() {
  const { bavail, bsize } = statfsSync(projectRoot);
  if (bavail * bsize < neededBytes) throw new Refusal(noSpace);
}

const noSpace =
  '磁盘空间不足：安装需要约 1.5 GB，请清理后重试。（Not enough disk space: 1.5 GB are needed. Free some and try again.）';

/**
 * One sentence and a way out for what npm said.
 * @param {string} output
 * @returns {string}
 */
export function whyNpmFailed(output) {
  if (/ENOSPC/.test(output)) return noSpace;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return '连不上 npm 软件源：请检查网络，或用 npm config set registry 设为本单位的镜像后重试。（The npm registry cannot be reached: check the network or set a mirror with npm config set registry, then try again.）';
  }
  if (/EACCES|EPERM/.test(output)) {
    return '没有写入本文件夹的权限，或文件正被占用：请关闭正在运行的稿签，换到自己有权限的文件夹后重试。（No permission to write here, or files are in use: close Gaoqian, use a folder of your own and try again.）';
  }
  if (/EUSAGE|in sync/.test(output)) {
    return 'package.json 与 package-lock.json 不一致：请运行 npm install 后重试。（package.json and package-lock.json disagree: run npm install, then try again.）';
  }
  const last = output.trim().split('\n').slice(-12).join('\n');
  return `安装依赖失败，npm 的说明如下；处理后重试。（npm could not install; it says:）\n${last}`;
}
