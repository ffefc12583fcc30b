import { app, BrowserWindow, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/*
 * The least that is a program with a window: one scheme, one page, bare Lexical in it. What the start of the workstation is
 * measured against; the folder that it serves is GAOQIAN_BENCH_SHELL.
 */
const folder = process.env['GAOQIAN_BENCH_SHELL'] ?? '';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
};

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const body = await readFile(join(folder, path));
  return new Response(new Uint8Array(body), { headers: { 'content-type': types[extname(path)] ?? 'text/plain' } });
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('window-all-closed', () => app.quit());
await app.whenReady();
protocol.handle('app', (request) => answer(request).catch(() => new Response(null, { status: 404 })));
const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
window.once('ready-to-show', () => window.show());
void window.loadURL('app://desk/lexical/');
