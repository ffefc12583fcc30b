import type { Clock } from '#main/services/ports/clock.ts';
import type { Ids } from '#main/services/ports/ids.ts';
import type { Log } from '#main/services/ports/log.ts';
import type { PackageReader } from '#main/services/ports/package-reader.ts';
import type { Site } from './ports/site-store.ts';
import type { PortalStores } from './ports/portal-stores.ts';

export interface PortalOptions {
  /** All that the portal keeps. It closes the index when it is closed itself. */
  readonly stores: PortalStores;
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port?: number;
  /** Address under which visitors reach the portal, when it is not the one it listens on (behind a proxy). */
  readonly publicUrl?: string;
  /** The first site that it serves. Once there is one, the admin page says what it is. */
  readonly site: Site;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly reader: PackageReader;
  readonly limits?: Partial<PortalLimits>;
}

export interface PortalLimits {
  /** Of one package, in bytes. */
  readonly uploadBytes: number;
  /** Calls to the API from one address within a minute. */
  readonly callsPerMinute: number;
  /** Refused tokens from one address within a minute. */
  readonly refusalsPerMinute: number;
  /** Failed tries to sign in as an administrator, from one address within a minute. */
  readonly loginsPerMinute: number;
}

export const defaultLimits: PortalLimits = {
  uploadBytes: 512 * 1024 * 1024,
  callsPerMinute: 6000,
  refusalsPerMinute: 30,
  loginsPerMinute: 10,
};
