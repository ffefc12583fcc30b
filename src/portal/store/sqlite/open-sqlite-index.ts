import type { PortalIndex } from '../../ports/portal-stores.ts';
import { openPortalDatabase, type PortalDatabase } from './open-database.ts';
import { SqliteAdministrators } from './sqlite-administrators.ts';
import { SqliteAudit } from './sqlite-audit.ts';
import { SqliteExporters } from './sqlite-exporters.ts';
import { SqliteOverview } from './sqlite-overview.ts';
import { SqlitePublications } from './sqlite-publications.ts';
import { SqliteReceptions } from './sqlite-receptions.ts';
import { SqliteSites } from './sqlite-sites.ts';

export interface SqliteIndex extends PortalIndex {
  /** For the backup, which copies it page by page. */
  readonly database: PortalDatabase;
}

/** The index as one SQLite file; several processes of one machine may open it. */
export function openSqliteIndex(path: string): SqliteIndex {
  const database = openPortalDatabase(path);
  const audit = new SqliteAudit(database);
  return {
    database,
    audit,
    exporters: new SqliteExporters(database, audit),
    administrators: new SqliteAdministrators(database, audit),
    sites: new SqliteSites(database, audit),
    receptions: new SqliteReceptions(database, audit),
    publications: new SqlitePublications(database),
    overview: new SqliteOverview(database),
    close: async () => void database.close(),
  };
}
