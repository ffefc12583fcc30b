import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Shell } from 'electron';
import { host } from '../host.ts';
import { guard } from '../link/guard.ts';

/** Opens a file or folder with the desktop's own program; answers what went wrong, or an empty text. */
function openWithDesktop(path: string): Promise<string> {
  const [command, ...before] =
    process.platform === 'win32' ? ['explorer.exe'] : process.platform === 'darwin' ? ['open'] : ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, path], { stdio: 'ignore', detached: true });
    child.once('error', (error) => resolve(error.message));
    child.once('spawn', () => {
      child.unref();
      resolve('');
    });
  });
}

export const shell = guard('shell', {
  /** The page opens it, in the browser that the person already uses. */
  async openExternal(url: string): Promise<void> {
    await host.ask({ what: 'open-external', url });
  },

  openPath(path: string): Promise<string> {
    return openWithDesktop(path);
  },

  showItemInFolder(path: string): void {
    void openWithDesktop(dirname(path));
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>);
