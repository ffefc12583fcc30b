import { createServer } from 'node:http';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import type { PeerBlock } from './peers/peer-block.ts';

const out = resolve(import.meta.dirname, '../../../out/bench');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type PeerName = 'lexical' | 'prosemirror';

/** Builds the pages of both peers, optimised as ours is. */
export async function buildPeerPages(): Promise<void> {
  const root = resolve(import.meta.dirname, 'peers');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { input: [join(root, 'lexical/index.html'), join(root, 'prosemirror/index.html')] },
    },
  });
}

/** Puts a document and its pictures beside the built pages, for a program that serves that folder; answers the folder. */
export async function stagePeers(blocks: readonly PeerBlock[], pictures: readonly string[]): Promise<string> {
  await mkdir(join(out, 'picture'), { recursive: true });
  await writeFile(join(out, 'document.json'), JSON.stringify(blocks));
  await Promise.all(pictures.map((picture, index) => copyFile(picture, join(out, 'picture', String(index)))));
  return out;
}

export interface PeerServer {
  address(peer: PeerName): string;
  /** What `benchLoad` of the pages brings from now on. */
  offer(blocks: readonly PeerBlock[]): void;
  close(): Promise<void>;
}

/** Serves the peers' pages; a picture's address is `/picture/<index>` into `pictures` (paths of JPEG files). */
export async function servePeers(pictures: readonly string[]): Promise<PeerServer> {
  let document = '[]';
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ body, type }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  async function answer(url: string): Promise<{ body: Buffer | string; type: string }> {
    if (url === '/document.json') return { body: document, type: 'application/json' };
    const index = /^\/picture\/(\d+)$/.exec(url)?.[1];
    if (index !== undefined) return { body: await readFile(pictures[Number(index)] ?? ''), type: 'image/jpeg' };
    const path = join(out, url.endsWith('/') ? `${url}index.html` : url.replaceAll('..', ''));
    return { body: await readFile(path), type: types[extname(path)] ?? 'application/octet-stream' };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: (peer) => `http://127.0.0.1:${port}/${peer}/`,
    offer(blocks) {
      document = JSON.stringify(blocks);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
