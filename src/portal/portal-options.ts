import type { Clock } from '#main/services/ports/clock.ts';
import type { Ids } from '#main/services/ports/ids.ts';
import type { Log } from '#main/services/ports/log.ts';
import type { PortalSite } from '#main/publishing/page-template/portal-site.ts';
import type { PackageReader } from '#main/services/ports/package-reader.ts';

export interface PortalOptions {
  /** Everything the portal keeps lies in this folder; it is created when missing. */
  readonly folder: string;
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port?: number;
  /** Address under which visitors reach the portal, when it is not the one it listens on (behind a proxy). */
  readonly publicUrl?: string;
  readonly site: PortalSite;
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
  /** After which an unfinished upload is thrown away, in milliseconds. */
  readonly uploadLifetime: number;
}

export const defaultLimits: PortalLimits = {
  uploadBytes: 512 * 1024 * 1024,
  callsPerMinute: 6000,
  refusalsPerMinute: 30,
  loginsPerMinute: 10,
  uploadLifetime: 24 * 60 * 60 * 1000,
};
