import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the portal keeps what. */
export interface PortalFolder {
  readonly database: string;
  readonly receiptKey: string;
  /** Uploads that come in, by the tus file store. */
  readonly uploads: string;
  /** Unpacked packages under way; emptied when the portal begins to listen. */
  readonly temporary: string;
  /** Unpacked packages by the SHA-256 of their zip. A page is public only when the index says so. */
  readonly packages: string;
  /** The zips as received, by SHA-256: the record of what was published. */
  readonly archive: string;
  /** Backups that were asked for on the admin page; another disk is better. */
  readonly backup: string;
}

export function openPortalFolder(folder: string): PortalFolder {
  const places: PortalFolder = {
    database: join(folder, 'portal.db'),
    receiptKey: join(folder, 'receipt-key.pem'),
    uploads: join(folder, 'uploads'),
    temporary: join(folder, 'temporary'),
    packages: join(folder, 'packages'),
    archive: join(folder, 'archive'),
    backup: join(folder, 'backup'),
  };
  for (const place of [places.uploads, places.temporary, places.packages, places.archive]) {
    mkdirSync(place, { recursive: true });
  }
  return places;
}

/** Throws away what a killed portal had unpacked. Not to be called while another one works in this folder. */
export function emptyTemporary(folder: PortalFolder): void {
  rmSync(folder.temporary, { recursive: true, force: true });
  mkdirSync(folder.temporary, { recursive: true });
}
