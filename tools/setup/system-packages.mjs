import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium } from '../browser-host/open-in-browser.ts';
import { run } from './programs.mjs';
import { Refusal, say } from './say.mjs';

/**
 * What the tests need besides npm's packages.
 * @typedef {object} Need
 * @property {string} name
 * @property {string} debian name of the package on Debian
 * @property {() => Promise<boolean>} isThere
 */

/** @type {readonly Need[]} */
const needs = [
  { name: 'Chromium', debian: 'chromium', isThere: async () => findChromium() !== undefined },
  { name: '中文字体（a CJK font）', debian: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'minisign', debian: 'minisign', isThere: async () => onPath('minisign') },
];

/** Installs what is missing where that is possible (root and apt-get); says in one sentence what to do where it is not. */
export async function ensureSystemPackages() {
  const missing = await findMissing();
  if (missing.length === 0) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    const packages = missing.map((need) => need.debian);
    say(`安装系统软件包（apt-get install）：${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  const still = await findMissing();
  if (still.length === 0) return;
  const names = still.map((need) => need.name).join('、');
  const packages = still.map((need) => need.debian).join(' ');
  throw new Refusal(
    `测试还缺：${names}。在 Debian/Ubuntu 上运行 sudo apt-get install ${packages}；其他系统请自行安装，Chromium 的位置可用环境变量 GAOQIAN_CHROMIUM 指定。（Tests need these: install them with your system's package manager; GAOQIAN_CHROMIUM may name the browser.）`,
  );
}

async function findMissing() {
  const found = await Promise.all(needs.map((need) => need.isThere()));
  return needs.filter((_need, index) => found[index] === false);
}

const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
];

async function hasChineseFont() {
  // Windows and macOS bring their own.
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  // fc-list itself is a package of its own: where it is absent the files tell.
  return code === 0 ? output.trim() !== '' : holdsChineseFont(fontFolders);
}

/**
 * Whether one of the folders holds a font for Chinese, judged by the names that such fonts have.
 * @param {readonly string[]} folders
 * @returns {boolean}
 */
export function holdsChineseFont(folders) {
  const names = folders.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [],
  );
  return names.some((name) => /(cjk|sourcehan|source-han|wqy|uming|ukai|fallback).*\.(ttf|ttc|otf|otc)$/i.test(name));
}

/**
 * @param {string} program
 * @returns {boolean}
 */
function onPath(program) {
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}
