import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPortal } from '#portal/create-portal.ts';
import { DiskUploads } from '#portal/store/disk/disk-uploads.ts';
import { openDiskStores } from '#portal/store/disk/open-disk-stores.ts';
import { openSqliteIndex } from '#portal/store/sqlite/open-sqlite-index.ts';
import { packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { signedOff } from '#tests/builders/review-record.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { memoryFiles } from '#tests/fakes/memory-files.ts';
import { memoryIndex } from '#tests/fakes/memory-index.ts';
import { knock } from '#tests/helpers/knock.ts';
import { portalOptions, runningPortal, sendPackage, type RunningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** Another process on the same folder. */
async function neighbour(of: RunningPortal, processName: string): Promise<RunningPortal> {
  const stores = openDiskStores(of.folder, { processName });
  const portal = createPortal(portalOptions(of.folder, { stores }));
  onTestFinished(async () => portal.close());
  return { ...of, portal, url: await portal.listen() };
}

async function articlesOf(portal: RunningPortal): Promise<number> {
  return (await (await fetch(portal.url)).text()).split('<div class="words">').length - 1;
}

test('two portals on one folder publish a package that both get at once exactly once, with one receipt', async () => {
  const here = await runningPortal();
  const there = await neighbour(here, 'there');
  const zip = await (await packageBench(await temporaryFolder())).write();
  const [one, other] = await Promise.all([sendPackage(here, zip), sendPackage(there, zip)]);
  expect(other).toEqual(one);
  expect(await articlesOf(here)).toBe(1);
  expect(await articlesOf(there)).toBe(1);
  // Of the two uploads nothing is left, whichever was published.
  await expect.poll(async () => readdir(join(here.folder, 'uploads')), { timeout: 10_000 }).toEqual([]);
});

test('of packages that want the same place at once, through two portals, one gets it and the others are refused', async () => {
  const here = await runningPortal();
  const there = await neighbour(here, 'there');
  const bench = await packageBench(await temporaryFolder());
  const draftId = testId(2, 0xd);
  const rival = { draftId, records: signedOff(draftId, bench.inputs.content) };
  const zips = [await bench.write(), await bench.write({ ...rival, revision: 5 })] as const;
  const codes = await Promise.all(
    zips.map(async (zip, at) => (await knock(at === 0 ? here : there, await readFile(zip.path), zip.name)).code),
  );
  expect(codes.toSorted()).toEqual(['portal-conflict', 'published']);
  expect(await articlesOf(here)).toBe(1);
});

test('of revisions that come at once through two portals, the newest stays, and none comes after it', async () => {
  const here = await runningPortal();
  const there = await neighbour(here, 'there');
  const bench = await packageBench(await temporaryFolder());
  const revisions = [4, 5, 6, 7];
  const codes = await Promise.all(
    revisions.map(async (revision) => {
      const zip = await bench.write({ revision });
      return (await knock(revision % 2 === 0 ? here : there, await readFile(zip.path), zip.name)).code;
    }),
  );
  expect(codes.at(-1)).toBe('published');
  for (const code of codes) expect(['published', 'package-replayed']).toContain(code);
  expect(await articlesOf(here)).toBe(1);
});

/** A package that a process received and noted, and then held until `until`. */
async function heldPackage(until: string) {
  const here = await runningPortal();
  const exporterId = (await here.portal.exporters.list())[0]?.id ?? '';
  await here.portal.close();
  const zip = await (await packageBench(await temporaryFolder())).write();
  const tusId = `${exporterId}_${testId(9)}`;
  await copyFile(zip.path, join(here.folder, 'uploads', tusId));
  const index = openSqliteIndex(join(here.folder, 'portal.db'));
  const arrival = { zipSha256: zip.sha256, exporterId, tusId, packageName: zip.name };
  await index.receptions.receive(arrival, '2026-11-28T06:00:00.000Z', { id: 'claim', holder: 'gone', until });
  await index.close();
  const state = async (portal: RunningPortal): Promise<number> => {
    const headers = { authorization: `Bearer ${here.token}` };
    return (await fetch(`${portal.url}/api/v1/receipts/${zip.sha256}`, { headers })).status;
  };
  return { here, state };
}

test('what a killed process held is published by another one once its claim is over', async () => {
  const { here, state } = await heldPackage('2026-11-28T06:00:30.000Z');
  const there = await neighbour(here, 'there');
  await expect.poll(async () => state(there), { timeout: 10_000 }).toBe(200);
});

test('what another process holds is left to it; the same process takes it up after its restart', async () => {
  const { here, state } = await heldPackage('2999-01-01T00:00:00.000Z');
  const there = await neighbour(here, 'there');
  const bench = await packageBench(await temporaryFolder());
  const draftId = testId(3, 0xd);
  const other = await bench.write({ number: 8, draftId, records: signedOff(draftId, bench.inputs.content) });
  await knock(there, await readFile(other.path), other.name);
  expect(await state(there)).toBe(202);
  const again = await neighbour(here, 'gone');
  await expect.poll(async () => state(again), { timeout: 10_000 }).toBe(200);
});

test('a portal works on stores that are neither SQLite nor folders', async () => {
  const folder = await temporaryFolder();
  const disk = openDiskStores(join(folder, 'disk'));
  await disk.index.close();
  const stores = {
    ...disk,
    index: memoryIndex(),
    files: memoryFiles(join(folder, 'work')),
    uploads: new DiskUploads(join(folder, 'disk', 'uploads'), 60_000),
  };
  const portal = createPortal(portalOptions(folder, { stores }));
  onTestFinished(async () => portal.close());
  const { id, token } = await portal.exporters.add('信息发布员己');
  await portal.exporters.addKey(id, packageKey.publicKey);
  const url = await portal.listen();
  const zip = await (await packageBench(await temporaryFolder())).write();
  const receipt = await sendPackage({ url, token }, zip);
  expect(await (await fetch(receipt.body.pageUrl)).text()).toContain('回头看');
  expect((await fetch(`${receipt.body.pageUrl}images/01.jpg`)).status).toBe(200);
  expect(await sendPackage({ url, token }, zip)).toEqual(receipt);
});
