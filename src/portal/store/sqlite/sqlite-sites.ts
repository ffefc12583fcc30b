import type { AuditEntry } from '../../ports/audit-store.ts';
import type { KeptSite, Site, SiteStore } from '../../ports/site-store.ts';
import type { PortalDatabase } from './open-database.ts';
import type { SqliteAudit } from './sqlite-audit.ts';

const lists = ['contacts', 'filings', 'linkAllowList', 'columns'] as const;

type SiteRow = Omit<KeptSite, (typeof lists)[number]> & { readonly lists: string };

function toRow({ domain, siteName, bureauName, ...rest }: Site): Omit<SiteRow, 'retiredAt'> {
  const { contacts, filings, linkAllowList, columns } = rest;
  return { domain, siteName, bureauName, lists: JSON.stringify({ contacts, filings, linkAllowList, columns }) };
}

export class SqliteSites implements SiteStore {
  readonly #database: PortalDatabase;
  readonly #audit: SqliteAudit;

  constructor(database: PortalDatabase, audit: SqliteAudit) {
    this.#database = database;
    this.#audit = audit;
  }

  async add(site: Site, entry: AuditEntry): Promise<boolean> {
    const insert = this.#database.prepare(
      `INSERT INTO sites (domain, site_name, bureau_name, lists) VALUES (@domain, @siteName, @bureauName, @lists)
       ON CONFLICT (domain) DO NOTHING`,
    );
    const adopt = this.#database.prepare<[string]>("UPDATE publications SET site_domain = ? WHERE site_domain = ''");
    return this.#audit.with(entry, () => {
      if (insert.run(toRow(site)).changes === 0) return false;
      adopt.run(site.domain);
      return true;
    });
  }

  async change(site: Site, entry: AuditEntry): Promise<boolean> {
    const statement = this.#database.prepare(
      'UPDATE sites SET site_name = @siteName, bureau_name = @bureauName, lists = @lists WHERE domain = @domain',
    );
    return this.#audit.with(entry, () => statement.run(toRow(site)).changes > 0);
  }

  async retire(domain: string, entry: AuditEntry): Promise<boolean> {
    const statement = this.#database.prepare<[string, string, string]>(
      `UPDATE sites SET retired_at = ? WHERE domain = ? AND retired_at IS NULL
       AND EXISTS (SELECT 1 FROM sites WHERE domain <> ? AND retired_at IS NULL)`,
    );
    return this.#audit.with(entry, () => statement.run(entry.at, domain, domain).changes > 0);
  }

  async reinstate(domain: string, entry: AuditEntry): Promise<boolean> {
    const statement = this.#database.prepare<[string]>(
      'UPDATE sites SET retired_at = NULL WHERE domain = ? AND retired_at IS NOT NULL',
    );
    return this.#audit.with(entry, () => statement.run(domain).changes > 0);
  }

  async list(): Promise<readonly KeptSite[]> {
    return this.#database
      .prepare<[], SiteRow>(
        `SELECT domain, site_name AS siteName, bureau_name AS bureauName, lists, retired_at AS retiredAt
         FROM sites ORDER BY rowid`,
      )
      .all()
      .map(({ lists: kept, ...row }) => ({ ...row, ...(JSON.parse(kept) as Pick<Site, (typeof lists)[number]>) }));
  }
}
