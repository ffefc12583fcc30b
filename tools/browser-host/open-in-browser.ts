import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names =
  process.platform === 'win32'
    ? ['msedge.exe', 'chrome.exe']
    : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** A Chromium of this machine: GAOQIAN_CHROMIUM, the search path, or where the installers put it. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = environment['GAOQIAN_CHROMIUM'];
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
    .map((name) => environment[name])
    .filter((root) => root !== undefined);
  const installed =
    process.platform === 'win32'
      ? roots.flatMap((root) => [
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
          join(root, 'Google/Chrome/Application/chrome.exe'),
        ])
      : process.platform === 'darwin'
        ? [
            '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
            '/Applications/Chromium.app/Contents/MacOS/Chromium',
          ]
        : [];
  return [...(chosen === undefined ? [] : [chosen]), ...onPath, ...installed].find((path) => existsSync(path));
}

/**
 * The environment to start a Chromium in: on Linux without a locale it cannot read file names in Chinese, and files chosen by such
 * a name would not come in.
 */
export function browserEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const locale = environment['LC_ALL'] ?? environment['LC_CTYPE'] ?? environment['LANG'] ?? '';
  return locale === '' || locale === 'C' || locale === 'POSIX' ? { ...environment, LC_ALL: 'C.UTF-8' } : environment;
}

/** Shows the address in a window of its own, or says where to open it. */
export function openInBrowser(oneTimeAddress: string, address: string): void {
  const chromium = findChromium();
  const say = () => process.stdout.write(`请用浏览器打开（open in a browser）：${address}\n`);
  if (chromium === undefined) {
    say();
    return;
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(chromium, [...asRoot, `--app=${oneTimeAddress}`, '--window-size=1440,900'], {
    stdio: 'ignore',
    detached: true,
    env: browserEnvironment(),
  });
  child.once('error', say);
  child.unref();
}
