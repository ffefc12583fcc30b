import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalStores } from '../../ports/portal-stores.ts';
import { openSqliteIndex } from '../sqlite/open-sqlite-index.ts';
import { backUp } from './back-up.ts';
import { DiskPackageFiles } from './disk-package-files.ts';
import { DiskUploads } from './disk-uploads.ts';
import { writeDurably } from './durable-files.ts';
import { openPortalFolder } from './portal-folder.ts';

export interface DiskStoresOptions {
  /** See `PortalStores`; needed when several processes work in one folder. */
  readonly processName?: string;
  /** After which an unfinished upload may be thrown away, in milliseconds. */
  readonly uploadLifetime?: number;
}

const day = 24 * 60 * 60 * 1000;

/** Everything in one folder, which is created when missing: the index in SQLite, the bytes as files. */
export function openDiskStores(
  folder: string,
  { processName = 'portal', uploadLifetime = day }: DiskStoresOptions = {},
): PortalStores {
  const places = openPortalFolder(folder);
  const workFolder = join(places.temporary, processName);
  const index = openSqliteIndex(places.database);
  return {
    processName,
    index,
    files: new DiskPackageFiles(places, workFolder),
    uploads: new DiskUploads(places.uploads, uploadLifetime),
    receiptKey: openReceiptKey(places.receiptKey),
    backUp: async (target = places.backup) => backUp(places, index.database, target),
  };
}

/** The portal's key from its file; made on the first start, readable by the portal's account alone. */
function openReceiptKey(path: string): KeyObject {
  if (!existsSync(path)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeDurably(path, pem, 0o600);
  }
  return createPrivateKey(readFileSync(path));
}
