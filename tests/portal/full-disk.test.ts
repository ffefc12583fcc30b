import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDiskStores } from '#portal/store/disk/open-disk-stores.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('a portal without room says so before anything is sent, and takes the package once there is some', async () => {
  const folder = join(await temporaryFolder(), 'portal');
  const stores = openDiskStores(folder);
  const enough = await stores.uploads.room();
  expect(enough).toBeGreaterThan(64 * 1024 * 1024);
  let room = 16 * 1024 * 1024;
  stores.uploads.room = async () => room;
  const portal = await runningPortal({ folder, stores });
  const zip = await (await packageBench(await temporaryFolder())).write();
  await expect(sendPackage(portal, zip)).rejects.toMatchObject({ code: 'portal-full' });
  expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  room = enough;
  expect((await sendPackage(portal, zip)).body.zipSha256).toBe(zip.sha256);
});

test('a disk that fills up while a package is kept refuses it for now, not for good', async () => {
  const folder = join(await temporaryFolder(), 'portal');
  const stores = openDiskStores(folder);
  const { files } = stores;
  let isFull = true;
  const keep = files.keep.bind(files);
  files.keep = async (...given) => {
    if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    await keep(...given);
  };
  const portal = await runningPortal({ folder, stores });
  const zip = await (await packageBench(await temporaryFolder())).write();
  await expect(sendPackage(portal, zip)).rejects.toMatchObject({ code: 'portal-full' });
  isFull = false;
  const receipt = await sendPackage(portal, zip);
  expect(receipt.body.zipSha256).toBe(zip.sha256);
  expect((await fetch(receipt.body.pageUrl)).status).toBe(200);
});
