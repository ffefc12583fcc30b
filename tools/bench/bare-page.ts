import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const out = resolve(import.meta.dirname, '../../out/bench/bare-lexical');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A block as `bare-lexical/main.ts` reads it. */
export type BareBlock = { readonly text: string } | { readonly picture: string };

/** Builds the bare page once. */
export async function buildBarePage(): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, 'bare-lexical'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true },
  });
}

export interface BarePage {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the bare page with these blocks; a picture's address is `/picture/<index>` into `pictures` (paths of JPEG files). */
export async function serveBarePage(blocks: readonly BareBlock[], pictures: readonly string[]): Promise<BarePage> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ body, type }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  async function answer(url: string): Promise<{ body: Buffer | string; type: string }> {
    if (url === '/document.json') return { body: JSON.stringify(blocks), type: 'application/json' };
    const index = /^\/picture\/(\d+)$/.exec(url)?.[1];
    if (index !== undefined) return { body: await readFile(pictures[Number(index)] ?? ''), type: 'image/jpeg' };
    const path = join(out, url === '/' ? 'index.html' : url.replaceAll('..', ''));
    return { body: await readFile(path), type: types[extname(path)] ?? 'application/octet-stream' };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
