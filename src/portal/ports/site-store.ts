import type { PortalSite } from '#main/publishing/page-template/portal-site.ts';
import type { AuditEntry } from './audit-store.ts';

/** A site that the portal serves: what its pages say of it, and where its packages belong. */
export interface Site extends PortalSite {
  /** A bare host; packages name it as SiteDomain. It never changes. */
  readonly domain: string;
  /** In the order in which lists show them; others that have articles come after. */
  readonly columns: readonly string[];
}

export interface KeptSite extends Site {
  /** Null while it takes packages. */
  readonly retiredAt: string | null;
}

export interface SiteStore {
  /** False when the domain is known. What was published before there was any site belongs to the first. */
  add(site: Site, entry: AuditEntry): Promise<boolean>;
  /** False when the domain is not known. */
  change(site: Site, entry: AuditEntry): Promise<boolean>;
  /** Takes no packages from now on; its pages stay. False when it is not in service, or the last one that is. */
  retire(domain: string, entry: AuditEntry): Promise<boolean>;
  /** False when it is in service, or not known. */
  reinstate(domain: string, entry: AuditEntry): Promise<boolean>;
  /** In the order in which they came. */
  list(): Promise<readonly KeptSite[]>;
}
