import { readdir } from 'node:fs/promises';
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

/** Sends until there is a receipt; `onOffset` sees how far it is. What was sent before is not sent again. */
async function sendTo(
  url: () => string,
  token: string,
  zip: LargePackage,
  onOffset: (bytes: number) => void = () => undefined,
): Promise<Receipt> {
  const pack = { ...(await packageToSend(zip)), draftId: zip.draftId };
  let uploadUrl = '';
  for (;;) {
    const portal = { url: url(), token, certificate: '', publicKey: null };
    const listener = {
      ...deafListener,
      onOffset,
      onUploadUrl: (given: string) => void (uploadUrl = new URL(given).pathname),
    };
    const address = uploadUrl === '' ? '' : new URL(uploadUrl, url()).href;
    const options = { uploadUrl: address, bytesPerSecond: () => 0, signal: new AbortController().signal, listener };
    const receipt = await quickClient()
      .send(portal, pack, options)
      .catch(() => wait(50, null));
    if (receipt) return receipt;
  }
}

test('a portal that is asked to end in the middle of an upload does so at once, and goes on from there', async () => {
  const { folder, token } = await preparedFolder();
  const zip = await (await largePackages(await temporaryFolder(), 6))(1);
  let portal = await portalProcess(folder);
  const { port } = new URL(portal.url);
  let stopped: Promise<number | null> | undefined;
  let lowest = Infinity;
  const sending = sendTo(
    () => portal.url,
    token,
    zip,
    (bytes) => {
      if (bytes > zip.bytes / 2) stopped ??= portal.stop();
      else if (stopped) lowest = Math.min(lowest, bytes);
    },
  );
  await expect.poll(async () => stopped, { timeout: 20_000 }).toBe(0);
  portal = await portalProcess(folder, port);
  const receipt = await sending;
  // It went on, and did not begin anew.
  expect(lowest).toBeGreaterThan(0);
  await expect.poll(async () => problemsOfArrival({ folder }, zip, receipt), { timeout: 30_000 }).toEqual([]);
}, 60_000);

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
}, 60_000);

test('a portal killed in the middle of acts of an administrator has done and noted each, or neither', async () => {
  const { folder, password } = await preparedFolder();
  for (const milliseconds of [0, 3, 8, 15]) {
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
      expect(noted.toSorted()).toEqual(done.toSorted());
      expect(index.database.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      await index.close();
    }
  }
  expect(await readdir(join(folder, 'uploads'))).toEqual([]);
}, 60_000);
