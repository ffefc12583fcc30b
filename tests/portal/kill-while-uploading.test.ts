import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '#main/services/ports/store.ts';
import { largePackages, type LargePackage } from '#tests/builders/large-packages.ts';
import { packageKey } from '#tests/builders/package-inputs.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { breakingProxy } from '#tests/helpers/breaking-proxy.ts';
import { killWhileWorking } from '#tests/helpers/kill-while-working.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { portalProcess } from '#tests/helpers/portal-process.ts';
import { problemsOfArrival } from '#tests/helpers/published-once.ts';
import { runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { uploadDesk } from '#tests/helpers/upload-desk.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';

/** 5 kills of each side with 4 MB here; 250 with 20 MB in `npm run test:faults:portal`. */
const kills = Number(process.env['GAOQIAN_UPLOAD_KILLS'] ?? 5);
const megabytes = Number(process.env['GAOQIAN_UPLOAD_MEGABYTES'] ?? 4);
const seed = Number(process.env['GAOQIAN_FAULT_SEED'] ?? 20_261_128);
/** Each package meets so many kills before it may arrive. */
const killsOfPackage = 5;
const timeout = 120_000 + kills * 60_000;
/** The line drops each time so many bytes went through it. */
const dropAfter = megabytes * 0.4 * 1024 * 1024;

const module = new URL('../helpers/uploading-process.ts', import.meta.url);

async function keepPackage(store: Store, zip: LargePackage): Promise<string> {
  const stored = await storeDraft(store, undefined, { draftId: zip.draftId });
  const packageId = zip.draftId.replace(/d(.{12})$/, 'e$1');
  const { draftId, name, sha256: zipSha256, bytes, path } = zip;
  const createdAt = '2026-11-23T06:00:00.000Z';
  await store.insertPackage({
    record: { id: packageId, draftId, revisionId: stored.head.id, name, zipSha256, bytes, path, createdAt },
  });
  return packageId;
}

test(
  `a workstation killed ${kills} times in the middle of uploads brings each package there, once`,
  { timeout },
  async () => {
    const random = seededRandom(seed);
    const folder = await temporaryFolder();
    const make = await largePackages(folder, megabytes);
    const portal = await runningPortal();
    const line = await breakingProxy(portal.url, dropAfter, Infinity);
    const args = [line.url, portal.token] as const;
    let early = 0;
    for (let kill = 0, number = 1; kill < kills; number += 1) {
      const zip = await make(number);
      const storeFolder = join(folder, `store-${number}`);
      const store = await openTestStore(storeFolder);
      const packageId = await keepPackage(store, zip);
      await store.close();
      const workstation = { module, args: [storeFolder, ...args, packageId, packageKey.publicKey] };
      for (let count = 0; count < killsOfPackage && kill < kills; count += 1, kill += 1) {
        const afterLines = 1 + Math.floor(random() * megabytes * 3);
        const { lines } = await killWhileWorking({ ...workstation, afterLines, thenMilliseconds: random() * 60 });
        if (!lines.includes('published')) early += 1;
      }
      const { lines } = await killWhileWorking({ ...workstation, afterLines: megabytes * 8 + 50, thenMilliseconds: 0 });
      expect(lines).toContain('published');
      const again = await openTestStore(storeFolder);
      const [upload] = await again.listUploads();
      await again.close();
      if (!upload?.receipt) throw new Error(`no receipt: ${JSON.stringify(upload?.lastError)}`);
      const { receipt } = upload;
      await expect.poll(async () => problemsOfArrival(portal, zip, receipt), { timeout: 60_000 }).toEqual([]);
    }
    // The kills fell into the uploads, not behind them, and the line did drop.
    expect(early).toBeGreaterThan(0);
    expect(line.breaks()).toBeGreaterThan(0);
  },
);

test(`a portal killed ${kills} times in the middle of uploads publishes each package, once`, { timeout }, async () => {
  const random = seededRandom(seed + 1);
  const folder = await temporaryFolder();
  const make = await largePackages(folder, megabytes);
  const { folder: portalFolder, token, portal: first } = await runningPortal();
  await first.close();
  let portal = await portalProcess(portalFolder);
  const { port } = new URL(portal.url);
  const line = await breakingProxy(portal.url, dropAfter, Infinity);
  let early = 0;
  // The desk has a draft of its own already: number 1.
  for (let kill = 0, number = 2; kill < kills; number += 1) {
    const zip = await make(number);
    const { uploads, store, sendTo, latest, until } = await uploadDesk();
    sendTo({ url: line.url, token });
    const { id } = await uploads.enqueue(await keepPackage(store, zip), 'portal');
    for (let count = 0; count < killsOfPackage && kill < kills; count += 1, kill += 1) {
      // Anywhere between the first byte and a moment after the last one.
      const bytes = Math.floor(random() * zip.bytes);
      await expect
        .poll(() => ['waiting', 'published'].includes(latest().state) || latest().offset >= bytes, {
          timeout: 60_000,
          interval: 1,
        })
        .toBe(true);
      if (latest().state !== 'published') early += 1;
      await portal.kill();
      portal = await portalProcess(portalFolder, port);
      await uploads.tryWaiting();
    }
    await expect
      .poll(
        async () => {
          if (latest().state === 'waiting') await uploads.retry(id);
          return latest().state;
        },
        { timeout: 60_000 },
      )
      .toBe('published');
    const { receipt } = await until('published');
    if (!receipt) throw new Error('no receipt');
    await expect
      .poll(async () => problemsOfArrival({ folder: portalFolder }, zip, receipt), { timeout: 60_000 })
      .toEqual([]);
    expect((await fetch(`${portal.url}${new URL(receipt.body.pageUrl).pathname}`)).status).toBe(200);
  }
  expect(early).toBeGreaterThan(0);
});

test(
  'the judge of an arrival notices a flipped byte, a page that is missing and one that is there twice',
  { timeout: 120_000 },
  async () => {
    const portal = await runningPortal();
    const zip = await (await largePackages(await temporaryFolder(), 1))(1);
    const receipt = await sendPackage(portal, zip, { draftId: zip.draftId });
    await expect.poll(async () => problemsOfArrival(portal, zip, receipt), { timeout: 30_000 }).toEqual([]);
    const other = { ...zip, sha256: 'f'.repeat(64) };
    expect(await problemsOfArrival(portal, other, receipt)).not.toEqual([]);
    expect(await problemsOfArrival(portal, { ...zip, draftId: 'other', name: 'other' }, receipt)).toContainEqual(
      expect.stringContaining('publications: 0'),
    );
    await appendFile(join(portal.folder, 'packages', zip.sha256, 'data', 'index.html'), '!');
    expect(await problemsOfArrival(portal, zip, receipt)).toEqual([expect.stringContaining('data/index.html')]);
  },
);
