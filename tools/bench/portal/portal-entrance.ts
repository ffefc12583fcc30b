import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { portalClient } from '#main/portal/portal-client.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import type { PackageToSend } from '#main/services/ports/portal-client.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { openDiskStores } from '#portal/store/disk/open-disk-stores.ts';
import { createPortal } from '#portal/create-portal.ts';
import { siteOfProfile } from '#portal/sites/site-of-profile.ts';
import type { LargePackage } from '#tests/builders/large-packages.ts';
import { packageKey } from '#tests/builders/package-inputs.ts';
import { silentLog } from '#tests/fakes/silent-log.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** A running portal with one exporter, as a process of its own. */
export interface Entrance {
  readonly folder: string;
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

export async function openPortal(folder: string): Promise<Entrance> {
  const site = siteOfProfile(sampleProfile);
  const prepared = createPortal({
    stores: openDiskStores(folder),
    site,
    clock: systemClock,
    ids: systemIds(),
    log: silentLog,
    reader: packageReader,
  });
  const { id, token } = await prepared.exporters.add('信息发布员己');
  await prepared.exporters.addKey(id, packageKey.publicKey);
  await prepared.close();
  const program = resolve(import.meta.dirname, '../../../src/portal/main.ts');
  const child = spawn(process.execPath, [program, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url !== undefined) return { folder, url, token, stop: async () => endOf(child) };
  }
  throw new Error('the portal did not start');
}

/** Lets it finish the package in hand. */
async function endOf(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}

/** A package as the workstation knows it when it begins to send: what is in it was read long before. */
export async function packageToSend(zip: LargePackage): Promise<PackageToSend> {
  const { files } = await packageReader.verifyPackage(zip.path, { keyRing: keyRingOf([packageKey.publicKey]) });
  const { path, name, draftId, sha256: zipSha256, bytes } = zip;
  return { path, name, draftId, zipSha256, bytes, files };
}

/** Sends a package as a workstation does, to its checked receipt. `receiptInterval` in milliseconds. */
export async function sendPackage(
  { url, token }: Pick<Entrance, 'url' | 'token'>,
  pack: PackageToSend,
  receiptInterval: number,
): Promise<void> {
  await portalClient({ receiptInterval, receiptTimeout: 300_000 }).send(
    { url, token, certificate: '', publicKey: null },
    pack,
    {
      uploadUrl: '',
      bytesPerSecond: () => 0,
      signal: new AbortController().signal,
      listener: { onUploadUrl: () => undefined, onOffset: () => undefined, onVerifying: () => undefined },
    },
  );
}
