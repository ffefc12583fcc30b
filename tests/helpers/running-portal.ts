import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { portalClient } from '#main/portal/portal-client.ts';
import type { PackageToSend, PortalClient, SendListener } from '#main/services/ports/portal-client.ts';
import type { WrittenZip } from '#main/services/ports/package-writer.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { createPortal, type Portal } from '#portal/create-portal.ts';
import { openDiskStores } from '#portal/store/disk/open-disk-stores.ts';
import type { PortalOptions } from '#portal/portal-options.ts';
import { siteOfProfile } from '#portal/sites/site-of-profile.ts';
import { packageKey, testDraftId } from '#tests/builders/package-inputs.ts';
import { silentLog } from '#tests/fakes/silent-log.ts';
import { sampleProfile } from './sample-profile.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface RunningPortal {
  readonly portal: Portal;
  readonly folder: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
}

/** The options of a portal in `folder`, with the sample bureau's site. */
export function portalOptions(
  folder: string,
  { stores = openDiskStores(folder), ...changes }: Partial<PortalOptions> = {},
): PortalOptions {
  return {
    stores,
    site: siteOfProfile(sampleProfile),
    clock: systemClock,
    ids: systemIds(),
    log: silentLog,
    reader: packageReader,
    ...changes,
  };
}

/** The real portal on loopback, with one exporter whose key is that of the tests' packages. */
export async function runningPortal({
  folder = '',
  ...changes
}: Partial<PortalOptions> & { readonly folder?: string } = {}): Promise<RunningPortal> {
  folder ||= join(await temporaryFolder(), 'portal');
  const portal = createPortal(portalOptions(folder, changes));
  onTestFinished(async () => portal.close().catch(() => undefined));
  const { id, token } = await portal.exporters.add('信息发布员己');
  await portal.exporters.addKey(id, packageKey.publicKey);
  return { portal, folder, token, url: await portal.listen() };
}

/** A client that does not dawdle between tries. */
export const quickSettings = {
  idleTimeout: 5_000,
  receiptInterval: 20,
  receiptTimeout: 10_000,
  retryDelays: [20, 40],
} as const;

/** @param idleTimeout in milliseconds */
export function quickClient(idleTimeout: number = quickSettings.idleTimeout): PortalClient {
  return portalClient({ ...quickSettings, idleTimeout });
}

/** Something to send; servers that never verify it do not mind what it is. */
export async function anyPackage(bytes = 2000): Promise<PackageToSend> {
  const path = join(await temporaryFolder(), 'any.zip');
  await writeFile(path, randomBytes(bytes));
  const hashes = { zipSha256: 'a'.repeat(64), draftId: 'draft' };
  return { path, name: 'TSZJ-20261123-0007-r3', bytes, files: [], ...hashes };
}

export async function packageToSend(zip: WrittenZip): Promise<PackageToSend> {
  const report = await packageReader.verifyPackage(zip.path, { keyRing: keyRingOf([packageKey.publicKey]) });
  const { path, name, sha256, bytes } = zip;
  return { path, name, draftId: testDraftId, zipSha256: sha256, bytes, files: report.files };
}

export const deafListener: SendListener = {
  onUploadUrl: () => undefined,
  onOffset: () => undefined,
  onVerifying: () => undefined,
};

/** Sends a package from its beginning and answers the checked receipt. */
export async function sendPackage(
  to: { readonly url: string; readonly token: string },
  zip: WrittenZip,
  changes: Partial<PackageToSend> = {},
): Promise<Receipt> {
  return quickClient().send(
    { url: to.url, token: to.token, certificate: '', publicKey: null },
    { ...(await packageToSend(zip)), ...changes },
    { uploadUrl: '', bytesPerSecond: () => 0, signal: new AbortController().signal, listener: deafListener },
  );
}
