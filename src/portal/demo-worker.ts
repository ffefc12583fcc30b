import { parentPort, workerData } from 'node:worker_threads';
import type { DemoPortalMessage, DemoPortalStart } from '#main/demo-portal.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { fileLog } from '#main/files/file-log.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { join } from 'node:path';
import { createPortal, type Portal } from './create-portal.ts';
import { openDiskStores } from './store/disk/open-disk-stores.ts';
import { siteOfProfile } from './sites/site-of-profile.ts';

/** The embedded demonstration portal: the reference portal as a thread, with this workstation as its one exporter. */
const parent = parentPort;
if (!parent) throw new Error('the demonstration portal runs as a worker thread only');
const { folder, profile, publicKey, preferredPort } = workerData as DemoPortalStart;
const exporterName = '本机演示';

function makePortal(port: number): Portal {
  return createPortal({
    stores: openDiskStores(folder),
    port,
    site: siteOfProfile(profile),
    clock: systemClock,
    ids: systemIds(),
    log: fileLog(join(folder, 'portal.log'), systemClock),
    reader: packageReader,
  });
}

async function listen(): Promise<{ portal: Portal; url: string }> {
  const portal = makePortal(preferredPort);
  try {
    return { portal, url: await portal.listen() };
  } catch (thrown) {
    await portal.close();
    if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw thrown;
    const other = makePortal(0);
    return { portal: other, url: await other.listen() };
  }
}

const { portal, url } = await listen();
await portal.sites.follow(siteOfProfile(profile));
// The workstation may have forgotten its token (secrets can live in memory only): each start gets a new one.
const known = (await portal.exporters.list()).find((exporter) => exporter.name === exporterName);
const { id, token } = known
  ? { id: known.id, token: await portal.exporters.renewToken(known.id) }
  : await portal.exporters.add(exporterName);
await portal.exporters.addKey(id, publicKey);
parent.once('message', () => {
  void portal.close().finally(() => parent.close());
});
const message: DemoPortalMessage = { kind: 'ready', url, token };
parent.postMessage(message);
