import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { hostPath } from '../link/messages.ts';

const folder = join(import.meta.dirname, '..');
const scriptName = /^(page|link)\/[a-z-]+\.ts$/;
export type HostPage = 'entry' | 'taken';

const cache = new Map<string, string>();

/** A script of the host for the page, as JavaScript; undefined when there is none of that name. */
export function hostScript(name: string): string | undefined {
  if (!scriptName.test(name)) return undefined;
  return cached(name, () => stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8')));
}

export function hostStyle(): string {
  return cached('page/host.css', () => readFileSync(join(folder, 'page/host.css'), 'utf8'));
}

/** One of the host's own pages: a title, a place to write into, and the script that does the page's one thing. */
export function hostPage(page: HostPage): string {
  return htmlPage('', `<script type="module" src="${hostPath}page/${page}.ts"></script>`);
}

/** Shown when the app closed its window and the browser does not let a page close itself. It needs nothing but its style. */
export function closedPage(): string {
  return htmlPage(`<h1>稿签已关闭</h1><p>内容都已保存，可以关闭这个标签页。</p>
<p lang="en">Gaoqian has closed. Everything is saved; this tab can be closed.</p>`);
}

function htmlPage(content: string, script = ''): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>稿签</title>
<link rel="stylesheet" href="${hostPath}page/host.css"></head><body><main class="host-card" role="main">${content}</main>
${script}</body></html>`;
}

/** The app's built preload (CommonJS) as a module of the page; `require` answers only `electron`, as in a sandboxed preload. */
export function preloadModule(preloadPath: string | undefined): string {
  const source = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8');
  return `import { requireInPreload, preloadProcess } from '${hostPath}page/boot.ts';
(function (require, module, exports, process) {
${source}
})(requireInPreload, { exports: {} }, {}, preloadProcess);
`;
}

/** The page with the preload before its first script. */
export function withPreload(html: string): string {
  const tag = `<script type="module" src="${hostPath}preload.js"></script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return tag + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + tag + html.slice(end);
}

function cached(name: string, make: () => string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const made = make();
  cache.set(name, made);
  return made;
}
