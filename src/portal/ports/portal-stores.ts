import type { KeyObject } from 'node:crypto';
import type { AdministratorStore } from './administrator-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { ExporterStore } from './exporter-store.ts';
import type { OverviewStore } from './overview-store.ts';
import type { PackageFiles } from './package-files.ts';
import type { PublicationStore } from './publication-store.ts';
import type { ReceptionStore } from './reception-store.ts';
import type { SiteStore } from './site-store.ts';
import type { Uploads } from './uploads.ts';

/** What the portal knows. Whatever a call answered is durable, and every other process on the same index sees it. */
export interface PortalIndex {
  readonly exporters: ExporterStore;
  readonly administrators: AdministratorStore;
  readonly sites: SiteStore;
  readonly receptions: ReceptionStore;
  readonly publications: PublicationStore;
  readonly overview: OverviewStore;
  readonly audit: AuditStore;
  close(): Promise<void>;
}

export interface PortalBackup {
  /** Published packages that are in it. */
  readonly packages: number;
  readonly bytes: number;
  /** How many of them lack their zip, because the portal has lost it. */
  readonly lacking: number;
}

/** All that a portal keeps. `openDiskStores` makes it of one folder. */
export interface PortalStores {
  /** Tells processes on the same stores apart: each has a name of its own, and the same one after a restart. */
  readonly processName: string;
  readonly index: PortalIndex;
  readonly files: PackageFiles;
  readonly uploads: Uploads;
  /** Ed25519; receipts are signed with it. */
  readonly receiptKey: KeyObject;
  /** Copies everything, while the portal works, so that a portal can be started on the copy. Into a place of its own when none is given. */
  backUp(folder?: string): Promise<PortalBackup>;
}
