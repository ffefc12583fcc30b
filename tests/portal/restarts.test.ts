import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSqliteIndex } from '#portal/store/sqlite/open-sqlite-index.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { largePackages, type LargePackage } from '#tests/builders/large-packages.ts';
import { AdminVisitor } from '#tests/helpers/admin-visitor.ts';
import { portalProcess } from '#tests/helpers/portal-process.ts';
import { problemsOfArrival } from '#tests/helpers/published-once.ts';
import { deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A folder with an exporter and an administrator, on which nothing runs yet. */
async function preparedFolder() {
  const { folder, token, portal } = await runningPortal();
  const password = await portal.administrators.add('管理员辛');
  await portal.close();
  return { folder, token, password };
}

/** Sends until there is a receipt. What was sent before is not sent again. */
async function sendTo(
  url: () => string,
  token: string,
  zip: LargePackage,
  {
    bytesPerSecond = () => 0,
    onOffset = () => undefined,
  }: { readonly bytesPerSecond?: () => number; readonly onOffset?: (bytes: number) => void } = {},
): Promise<Receipt> {
  const pack = { ...(await packageToSend(zip)), draftId: zip.draftId };
  let path = '';
  for (;;) {
    const onUploadUrl = (given: string): void => void (path = new URL(given).pathname);
    const uploadUrl = path === '' ? '' : `${url()}${path}`;
    const signal = new AbortController().signal;
    const receipt = await quickClient()
      .send({ url: url(), token, certificate: '', publicKey: null }, pack, {
        uploadUrl,
        bytesPerSecond,
        signal,
        listener: { ...deafListener, onOffset, onUploadUrl },
      })
      .catch(async () => wait(50, null));
    if (receipt) return receipt;
  }
}

test('a portal that is asked to end in the middle of an upload does so at once, and goes on from there', async () => {
  const { folder, token } = await preparedFolder();
  const zip = await (await largePackages(await temporaryFolder(), 4))(1);
  /** Bytes of the one upload that lie there. */
  const kept = async (): Promise<number> => {
    const uploads = (await readdir(join(folder, 'uploads'))).filter((name) => !name.endsWith('.json'));
    const sizes = await Promise.all(uploads.map(async (name) => (await stat(join(folder, 'uploads', name))).size));
    return Math.max(0, ...sizes);
  };
  let portal = await portalProcess(folder);
  const { port } = new URL(portal.url);
  const offsets: number[] = [];
  const slowly = { bytesPerSecond: () => 1024 * 1024, onOffset: (bytes: number) => void offsets.push(bytes) };
  const sending = sendTo(() => portal.url, token, zip, slowly);
  await expect.poll(kept, { timeout: 30_000, interval: 5 }).toBeGreaterThan(500_000);
  expect(await portal.stop()).toBe(0);
  const before = await kept();
  expect(before).toBeLessThan(zip.bytes);
  offsets.length = 0;
  portal = await portalProcess(folder, port);
  const receipt = await sending;
  // It went on, and did not begin anew.
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(before);
  await expect.poll(async () => problemsOfArrival({ folder }, zip, receipt), { timeout: 30_000 }).toEqual([]);
}, 120_000);

test('one process comes and the other goes while packages are sent: each is published once', async () => {
  const { folder, token } = await preparedFolder();
  const make = await largePackages(await temporaryFolder(), 3);
  const zips = [await make(1), await make(2), await make(3)];
  const old = await portalProcess(folder, '0', 'old');
  let url = old.url;
  let finished = 0;
  const sending = zips.map(async (zip) => {
    const receipt = await sendTo(() => url, token, zip);
    finished += 1;
    return receipt;
  });
  const fresh = await portalProcess(folder, '0', 'fresh');
  url = fresh.url;
  expect(await old.stop()).toBe(0);
  const receipts = await Promise.all(sending);
  expect(finished).toBe(3);
  for (const [at, zip] of zips.entries()) {
    const receipt = receipts[at];
    if (!receipt) throw new Error('no receipt');
    await expect.poll(async () => problemsOfArrival({ folder }, zip, receipt), { timeout: 30_000 }).toEqual([]);
  }
  const front = await (await fetch(fresh.url)).text();
  expect(front.match(/<div class="words">/g)).toHaveLength(3);
}, 120_000);

test('a portal killed in the middle of acts of an administrator has done and noted each, or neither', async () => {
  const { folder, password } = await preparedFolder();
  for (const milliseconds of [0, 8]) {
    const portal = await portalProcess(folder);
    const visitor = new AdminVisitor(portal);
    await visitor.signIn('管理员辛', password);
    const csrf = await visitor.token();
    const acts = Array.from({ length: 12 }, async (_, count) =>
      visitor.post('/admin/exporters', { name: `信息发布员${milliseconds}-${count}` }, { csrf }).catch(() => null),
    );
    await wait(milliseconds);
    await portal.kill();
    await Promise.all(acts);
    const index = openSqliteIndex(join(folder, 'portal.db'));
    try {
      const lines = await index.audit.following(0, 10_000);
      const noted = lines.filter(({ event }) => event === 'exporter.added').map(({ facts }) => facts['exporterId']);
      const done = (await index.exporters.list()).map(({ id }) => id);
      expect(new Set(noted)).toEqual(new Set(done));
      expect(noted).toHaveLength(done.length);
      expect(index.database.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      await index.close();
    }
  }
  expect(await readdir(join(folder, 'uploads'))).toEqual([]);
}, 120_000);
