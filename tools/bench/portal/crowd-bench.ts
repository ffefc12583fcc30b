import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import Database from 'better-sqlite3';
import { Upload } from 'tus-js-client';
import type { PackageToSend } from '#main/services/ports/portal-client.ts';
import { largePackages } from '#tests/builders/large-packages.ts';
import type { FigureRow } from '../figure-row.ts';
import { percentile } from '../statistics.ts';
import { openPortal, packageToSend, sendPackage } from './portal-entrance.ts';

const packages = 200;
const clients = 20;
const megabytes = 5;

/** 200 packages of 5 MB from 20 clients at once: until each has its receipt, beside a bare @tus/server that only keeps them. */
export async function benchCrowd(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-crowd-'));
  try {
    const make = await largePackages(join(folder, 'made'), megabytes);
    const packs: PackageToSend[] = [];
    for (let number = 1; number <= packages; number += 1) packs.push(await packageToSend(await make(number)));
    const bare = await throughBare(folder, packs);
    const portal = await openPortal(join(folder, 'portal'));
    const ours = await crowd(packs, async (pack) => sendPackage(portal, pack, 500));
    const published = countOf(portal.folder);
    await portal.stop();
    const correct = published.rows === packages && published.drafts === packages;
    const floorName = 'bare @tus/server, bytes kept only';
    return [0.5, 0.95].map((share) => ({
      name: `Portal: 200 packages of 5 MB from 20 clients, to the signed receipt, p${share * 100}`,
      ours: percentile(ours, share),
      floor: percentile(bare, share),
      floorName,
      target: null,
      correct,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for each package, from the moment that its client took it up. */
async function crowd(
  packs: readonly PackageToSend[],
  send: (pack: PackageToSend) => Promise<void>,
): Promise<readonly number[]> {
  const waiting = [...packs];
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let pack = waiting.shift(); pack; pack = waiting.shift()) {
        const begun = performance.now();
        await send(pack);
        times.push(performance.now() - begun);
      }
    }),
  );
  return times;
}

async function throughBare(folder: string, packs: readonly PackageToSend[]): Promise<readonly number[]> {
  const directory = await mkdtemp(join(folder, 'bare-'));
  const tus = new Server({ path: '/files', datastore: new FileStore({ directory }) });
  const server = createServer((request, response) => void tus.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
  const times = await crowd(
    packs,
    async ({ path, bytes }) =>
      new Promise((resolve, reject) => {
        const options = { endpoint, uploadSize: bytes, onSuccess: () => resolve(), onError: reject };
        new Upload(createReadStream(path), options).start();
      }),
  );
  server.closeAllConnections();
  server.close();
  return times;
}

function countOf(folder: string): { readonly rows: number; readonly drafts: number } {
  const database = new Database(join(folder, 'portal.db'), { readonly: true });
  try {
    const counts = database
      .prepare<[], { rows: number; drafts: number }>(
        'SELECT count(*) AS "rows", count(DISTINCT draft_id) AS drafts FROM publications',
      )
      .get();
    return counts ?? { rows: 0, drafts: 0 };
  } finally {
    database.close();
  }
}
