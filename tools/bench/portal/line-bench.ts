import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { Upload } from 'tus-js-client';
import { portalClient } from '#main/portal/portal-client.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';

const bytes = 64 * 1024 * 1024;
const rounds = 8;
const path = '/api/v1/uploads';

/** The workstation's client beside a bare tus-js-client, both to one bare @tus/server: 64 MB over loopback. */
export async function benchLine(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-line-'));
  const zip = join(folder, 'any.zip');
  await writeFile(zip, randomBytes(bytes));
  const tus = new Server({ path, datastore: new FileStore({ directory: folder }), relativeLocation: true });
  const server = createServer((request, response) => {
    if (request.url?.startsWith(path)) return void tus.handle(request, response);
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not-found","params":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ours: number[] = [];
  const bare: number[] = [];
  try {
    // One round more than is counted, and the order turns.
    for (let round = 0; round <= rounds; round += 1) {
      const times: Record<'ours' | 'bare', number> = { ours: 0, bare: 0 };
      for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        times[side] = side === 'ours' ? await sendOurs(url, zip) : await sendBare(url, zip);
      }
      if (round === 0) continue;
      ours.push(times.ours);
      bare.push(times.bare);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
  return [
    {
      name: 'Upload of 64 MB over loopback, to the last byte accepted',
      ours: median(ours),
      floor: median(bare),
      floorName: 'bare tus-js-client, same server',
      target: 1.25,
      correct: true,
    },
  ];
}

async function sendBare(url: string, zip: string): Promise<number> {
  const begun = performance.now();
  await new Promise<void>((resolve, reject) => {
    // A file stream without a size of pieces: it then reads the file itself, its quickest way.
    const upload = new Upload(createReadStream(zip), {
      endpoint: `${url}${path}`,
      uploadSize: bytes,
      metadata: { filename: 'any.zip' },
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
  return performance.now() - begun;
}

/** Until everything is sent; the bare server has no receipt to give afterwards. */
async function sendOurs(url: string, zip: string): Promise<number> {
  const begun = performance.now();
  const done = new AbortController();
  let taken = 0;
  const listener = {
    onUploadUrl: () => undefined,
    onOffset: () => undefined,
    onVerifying: () => {
      taken = performance.now() - begun;
      done.abort();
    },
  };
  await portalClient()
    .send(
      { url, token: 'gqx_bench', certificate: '', publicKey: null },
      { path: zip, name: 'TSZJ-20261123-0007-r3', draftId: 'bench', zipSha256: 'a'.repeat(64), bytes, files: [] },
      { uploadUrl: '', bytesPerSecond: () => 0, signal: done.signal, listener },
    )
    .catch(() => undefined);
  if (taken === 0) throw new Error('the upload did not get through');
  return taken;
}
