import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openStore } from '#main/db/database-client.ts';
import { folderDelivery } from '#main/files/folder-delivery.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { portalClient } from '#main/portal/portal-client.ts';
import { systemTimers } from '#main/portal/system-timers.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { uploadService } from '#main/services/upload-service.ts';
import type { Upload } from '#shared/model/upload.ts';

/**
 * A workstation that sends the package in its store, to be killed:
 * `node uploading-process.ts <store folder> <portal url> <token> <package id> <public key>`. Says `offset <bytes>` for each
 * piece, `published` at the end, and goes on saying `idle`, so that a kill that comes late finds somebody.
 */
const [folder = '', url = '', token = '', packageId = '', publicKey = ''] = process.argv.slice(2);
const workerPath = new URL('../../src/main/db/worker.ts', import.meta.url);
const store = await openStore({ workerPath, folder });
const client = portalClient({ idleTimeout: 5_000, receiptInterval: 20, retryDelays: [20, 20, 20, 20] });
const say = (line: string): void => void writeSync(1, `${line}\n`);
const uploads = uploadService({
  store,
  settings: store,
  client: {
    ...client,
    send: async (target, pack, sending) =>
      client.send(target, pack, {
        ...sending,
        listener: {
          onUploadUrl: (address) => sending.listener.onUploadUrl(address),
          onOffset: (offset) => {
            sending.listener.onOffset(offset);
            say(`offset ${offset}`);
          },
          onVerifying: () => {
            sending.listener.onVerifying();
            say('verifying');
          },
        },
      }),
  },
  folders: folderDelivery,
  verify: async ({ path }) => packageReader.verifyPackage(path, { keyRing: keyRingOf([publicKey]) }),
  assertSignedOff: async () => undefined,
  target: async () => ({ kind: 'portal', name: '门户', url, token, certificate: '' }),
  bytesPerSecond: () => 0,
  authorize: async () => undefined,
  onPublished: async () => undefined,
  events: {
    emit: (_event, payload) => {
      const { state } = payload as Upload;
      if (state !== 'published') return;
      say('published');
      setInterval(() => say('idle'), 10);
    },
  },
  clock: systemClock,
  ids: systemIds(),
  timers: systemTimers,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});
await uploads.start();
// A process that is killed would never write it, and each of the next would start from cold.
flushCompileCache();
const { id, state } = await uploads.enqueue(packageId, 'portal');
if (state === 'waiting' || state === 'failed') await uploads.retry(id);
if (state === 'published') {
  say('published');
  setInterval(() => say('idle'), 10);
}
