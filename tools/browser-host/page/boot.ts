import { guard, unsupported } from '../link/guard.ts';
import { closingPage, hostPath, type FromHost, type Question } from '../link/messages.ts';
import { Connection } from './connection.ts';
import { contextBridge } from './context-bridge.ts';
import { PageIpc } from './ipc-renderer.ts';
import { keepPageInPlace, openWindow } from './navigation.ts';
import { openExternal, showBanner, showMessageBox } from './overlay.ts';

/** Runs before the app's preload and before the app's own scripts: gives the preload its `electron` and joins the page to the host. */

const words = {
  broken:
    '与主程序的连接断开了，正在重新连接……您的输入仍在本页。（Connection lost, reconnecting. Your text is still on this page.）',
  lost: '主程序已停止。请复制尚未保存的文字，重新运行 npm start，再打开新的地址。（The main process has stopped. Copy unsaved text, run npm start again and open the new address.）',
} as const;

const ipc = new PageIpc((message) => connection.send(message));

const connection: Connection = new Connection({
  message: receive,
  state(state) {
    showBanner(state === 'connected' ? undefined : words[state]);
    if (state === 'lost') ipc.lose();
  },
});

/** The `electron` of a sandboxed preload. */
const electron = guard('(preload)', {
  contextBridge,
  ipcRenderer: guard('ipcRenderer', ipc),
  // A browser does not tell a page where a file lies; Electron answers the same for a file that is not on disk.
  webUtils: guard('webUtils', { getPathForFile: (_file: File): string => '' }),
});

export function requireInPreload(name: string): unknown {
  if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron;
  throw unsupported(`require('${name}')`);
}

export const preloadProcess = Object.freeze({
  type: 'renderer',
  platform: navigator.platform.startsWith('Win') ? 'win32' : navigator.platform.startsWith('Mac') ? 'darwin' : 'linux',
  sandboxed: true,
  contextIsolated: true,
  versions: Object.freeze({}),
  env: Object.freeze({}),
});

function receive(message: FromHost): void {
  switch (message.kind) {
    case 'reply':
    case 'failure':
    case 'send':
      ipc.receive(message);
      return;
    case 'ask':
      void answer(message.question).then((value) => connection.send({ kind: 'answer', id: message.id, value }));
      return;
    case 'title':
      document.title = message.title;
      return;
    case 'focus':
      window.focus();
      return;
    case 'reload':
      location.reload();
      return;
    case 'leave':
      connection.leave('taken');
      return;
    case 'close':
      connection.leave('closed');
  }
}

async function answer(question: Question): Promise<unknown> {
  switch (question.what) {
    case 'message-box':
      return showMessageBox(question.box);
    case 'open-external':
      return openExternal(question.url);
    case 'open-window':
      return openWindow(question.path);
    case 'write-clipboard':
      return navigator.clipboard.writeText(question.text).catch(() => undefined);
  }
}

keepPageInPlace();

const dark = matchMedia('(prefers-color-scheme: dark)');
connection.send({ kind: 'dark', dark: dark.matches });
dark.addEventListener('change', () => connection.send({ kind: 'dark', dark: dark.matches }));
window.addEventListener('focus', () => connection.send({ kind: 'focus', focused: true }));
window.addEventListener('blur', () => connection.send({ kind: 'focus', focused: false }));
window.addEventListener('load', () => {
  connection.send({ kind: 'title', title: document.title });
  const title = document.querySelector('title');
  if (title !== null)
    new MutationObserver(() => connection.send({ kind: 'title', title: document.title })).observe(title, {
      childList: true,
    });
  connection.send({ kind: 'loaded' });
  for (const name of closingPage) void fetch(hostPath + name, { cache: 'reload' }).catch(() => undefined);
});
