import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the portal keeps what. */
export interface PortalFolder {
  readonly database: string;
  readonly receiptKey: string;
  /** Uploads that come in, by the tus file store. */
  readonly uploads: string;
  /** Unpacked packages under way; emptied at each start. */
  readonly temporary: string;
  /** Unpacked packages by the SHA-256 of their zip. A page is public only when the index says so. */
  readonly packages: string;
  /** The zips as received, by SHA-256: the record of what was published. */
  readonly archive: string;
}

export function openPortalFolder(folder: string): PortalFolder {
  const places: PortalFolder = {
    database: join(folder, 'portal.db'),
    receiptKey: join(folder, 'receipt-key.pem'),
    uploads: join(folder, 'uploads'),
    temporary: join(folder, 'temporary'),
    packages: join(folder, 'packages'),
    archive: join(folder, 'archive'),
  };
  rmSync(places.temporary, { recursive: true, force: true });
  for (const place of [places.uploads, places.temporary, places.packages, places.archive]) {
    mkdirSync(place, { recursive: true });
  }
  return places;
}
