import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPortal } from '#portal/create-portal.ts';
import type { PortalStores } from '#portal/ports/portal-stores.ts';
import { openDiskStores } from '#portal/store/disk/open-disk-stores.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { packageToSend, portalOptions, runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

type Moment = (stores: PortalStores, held: Promise<void>) => PortalStores;

/** Each holds a package where a portal could be killed, or backed up. */
const moments: Readonly<Record<string, Moment>> = {
  'its zip lies in the uploads still': (stores, held) => ({
    ...stores,
    files: {
      workFolder: stores.files.workFolder,
      keep: async (...given) => stores.files.keep(...given),
      open: async (...given) => stores.files.open(...given),
      archive: async (...given) => held.then(async () => stores.files.archive(...given)),
    },
  }),
  'its page is public and its reception is not settled': (stores, held) => {
    const { receptions } = stores.index;
    const settle = receptions.settle.bind(receptions);
    receptions.settle = async (...given) => held.then(async () => settle(...given));
    return stores;
  },
};

/** A portal on `folder`, asked for the receipt of a zip as a workstation asks. */
async function receiptFrom(folder: string, token: string, zipSha256: string): Promise<Response> {
  const restored = createPortal(portalOptions(folder));
  onTestFinished(async () => restored.close().catch(() => undefined));
  const url = await restored.listen();
  const ask = async () =>
    fetch(`${url}/api/v1/receipts/${zipSha256}`, { headers: { authorization: `Bearer ${token}` } });
  await expect.poll(async () => (await ask()).status).not.toBe(202);
  return ask();
}

/** A package on its way into a portal that stands still at a moment; the portal goes on when the test has finished. */
async function standingStill(moment: Moment) {
  const folder = join(await temporaryFolder(), 'portal');
  const held = Promise.withResolvers<void>();
  const portal = await runningPortal({ folder, stores: moment(openDiskStores(folder), held.promise) });
  onTestFinished(() => held.resolve());
  const zip = await (await packageBench(await temporaryFolder())).write();
  const { zipSha256 } = await packageToSend(zip);
  return { portal, zip, zipSha256, target: join(await temporaryFolder(), 'copy') };
}

for (const [title, moment] of Object.entries(moments)) {
  test(`a backup has a package whole when it is taken while ${title}`, async () => {
    const { portal, zip, zipSha256, target } = await standingStill(moment);
    const sent = sendPackage(portal, zip).catch(() => undefined);
    await expect.poll(async () => (await portal.portal.backUp(target)).packages, { interval: 20 }).toBe(1);
    const kept = await readFile(join(target, 'archive', `${zipSha256}.zip`));
    expect(createHash('sha256').update(kept).digest('hex')).toBe(zipSha256);
    const answer = await receiptFrom(target, portal.token, zipSha256);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ body: { zipSha256 } });
    await portal.portal.app.close();
    await sent;
  });
}

test('what came in and is not published yet is sent to the restored portal anew', async () => {
  const { portal, zip, zipSha256, target } = await standingStill((stores, held) => ({
    ...stores,
    files: {
      workFolder: stores.files.workFolder,
      keep: async (...given) => held.then(async () => stores.files.keep(...given)),
      open: async (...given) => stores.files.open(...given),
      archive: async (...given) => stores.files.archive(...given),
    },
  }));
  const sent = sendPackage(portal, zip).catch(() => undefined);
  const { receptions } = openDiskStores(portal.folder, { processName: 'onlooker' }).index;
  const [exporter] = await portal.portal.exporters.list();
  const find = async () => receptions.find(zipSha256, exporter?.id ?? '');
  await expect.poll(async () => (await find())?.state).toBe('received');
  expect(await portal.portal.backUp(target)).toEqual({ packages: 0, bytes: 0, lacking: 0 });
  expect((await receiptFrom(target, portal.token, zipSha256)).status).toBe(404);
  await portal.portal.app.close();
  await sent;
});

test('a zip that was lost is counted, and keeps no other from being copied', async () => {
  const portal = await runningPortal();
  const bench = await packageBench(await temporaryFolder());
  const first = await sendPackage(portal, await bench.write());
  const second = await sendPackage(portal, await bench.write({ revision: 4 }));
  await rm(join(portal.folder, 'archive', `${first.body.zipSha256}.zip`));
  const target = join(await temporaryFolder(), 'copy');
  expect(await portal.portal.backUp(target)).toMatchObject({ packages: 2, lacking: 1 });
  const kept = await readFile(join(target, 'archive', `${second.body.zipSha256}.zip`));
  expect(createHash('sha256').update(kept).digest('hex')).toBe(second.body.zipSha256);
});
