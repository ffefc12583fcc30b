import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the portal keeps what. */
export interface PortalFolder {
  readonly database: string;
  readonly receiptKey: string;
  /** Uploads that come in, by the tus file store. */
  readonly uploads: string;
  /** Packages under way are unpacked in it, by each process in a folder of its own. */
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
