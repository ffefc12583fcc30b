import Database from 'better-sqlite3';

export type PortalDatabase = Database.Database;

/** Steps of the schema, in order; `user_version` counts those that were taken. Never edited once landed. */
const steps: readonly string[] = [
  `CREATE TABLE exporters (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     token_hash TEXT NOT NULL UNIQUE,
     created_at TEXT NOT NULL,
     revoked_at TEXT
   ) STRICT;
   CREATE UNIQUE INDEX exporters_by_name ON exporters (name) WHERE revoked_at IS NULL;
   CREATE TABLE exporter_keys (
     exporter_id TEXT NOT NULL REFERENCES exporters (id),
     public_key TEXT NOT NULL,
     added_at TEXT NOT NULL,
     PRIMARY KEY (exporter_id, public_key)
   ) STRICT;
   CREATE TABLE receptions (
     zip_sha256 TEXT NOT NULL,
     exporter_id TEXT NOT NULL REFERENCES exporters (id),
     tus_id TEXT NOT NULL,
     package_name TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('received', 'published', 'refused')),
     error TEXT,
     received_at TEXT NOT NULL,
     PRIMARY KEY (zip_sha256, exporter_id)
   ) STRICT;
   CREATE TABLE publications (
     package_name TEXT PRIMARY KEY,
     zip_sha256 TEXT NOT NULL UNIQUE,
     exporter_id TEXT NOT NULL REFERENCES exporters (id),
     draft_id TEXT NOT NULL,
     revision INTEGER NOT NULL,
     action TEXT NOT NULL CHECK (action IN ('publish', 'correct', 'withdraw')),
     slug TEXT NOT NULL,
     headline TEXT NOT NULL,
     abstract TEXT NOT NULL,
     column_name TEXT NOT NULL,
     pub_date TEXT NOT NULL,
     thumbnail TEXT,
     thumbnail_alt TEXT NOT NULL,
     receipt TEXT NOT NULL,
     published_at TEXT NOT NULL,
     UNIQUE (draft_id, revision)
   ) STRICT;
   CREATE INDEX publications_by_slug ON publications (slug, revision);
   CREATE INDEX publications_by_date ON publications (pub_date, package_name);`,
  // Embargo: what is planned for later is stored and receipted, and seen from then on. Empty is at once.
  `ALTER TABLE publications ADD COLUMN visible_from TEXT NOT NULL DEFAULT '';`,
  `ALTER TABLE exporter_keys ADD COLUMN revoked_at TEXT;
   CREATE INDEX receptions_by_time ON receptions (received_at, zip_sha256);
   CREATE TABLE administrators (
     name TEXT PRIMARY KEY,
     salt TEXT NOT NULL,
     password_hash TEXT NOT NULL,
     created_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE audit (
     number INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     who TEXT NOT NULL,
     event TEXT NOT NULL,
     facts TEXT NOT NULL,
     hash TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;
   CREATE TRIGGER audit_grows BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;`,
  // What the desk asks for with each package must not cost more, the more packages there were.
  `CREATE INDEX receptions_waiting ON receptions (received_at, zip_sha256) WHERE state = 'received';
   CREATE INDEX receptions_by_upload ON receptions (tus_id);`,
  // Many processes on one index: a reception is claimed for a while, and the publications of a draft, and of an address,
  // stand in one line, whoever writes them: two packages cannot follow the same one.
  `ALTER TABLE receptions ADD COLUMN claim_id TEXT;
   ALTER TABLE receptions ADD COLUMN claimed_by TEXT;
   ALTER TABLE receptions ADD COLUMN claimed_until TEXT;
   CREATE INDEX receptions_by_claim ON receptions (claim_id) WHERE claim_id IS NOT NULL;
   ALTER TABLE publications ADD COLUMN follows TEXT NOT NULL DEFAULT '';
   UPDATE publications SET follows = coalesce((SELECT package_name FROM publications AS before
     WHERE before.draft_id = publications.draft_id AND before.revision < publications.revision
     ORDER BY before.revision DESC LIMIT 1), '');
   CREATE UNIQUE INDEX publications_in_line ON publications (draft_id, follows);
   CREATE UNIQUE INDEX addresses_in_line ON publications (slug, follows);`,
  // What was published before there were sites is given to the first one.
  `CREATE TABLE sites (
     domain TEXT PRIMARY KEY,
     site_name TEXT NOT NULL,
     bureau_name TEXT NOT NULL,
     lists TEXT NOT NULL,
     retired_at TEXT
   ) STRICT;
   ALTER TABLE publications ADD COLUMN site_domain TEXT NOT NULL DEFAULT '';`,
  // Lists, sums and searches walk along these, not through the rows with their receipts.
  `DROP INDEX publications_by_date;
   CREATE INDEX publications_of_site ON publications (site_domain, pub_date, package_name);
   CREATE INDEX publications_of_column ON publications (site_domain, column_name, pub_date, package_name);
   CREATE INDEX publications_by_time ON publications (published_at);
   CREATE INDEX publications_of_exporter ON publications (exporter_id);
   CREATE INDEX receptions_by_state ON receptions (state, received_at, zip_sha256);`,
];

/** Opens the portal's index; what it holds is durable once a statement returns. */
export function openPortalDatabase(path: string): PortalDatabase {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('busy_timeout = 5000');
  try {
    database.transaction(() => takeSteps(database)).immediate();
  } catch (thrown) {
    database.close();
    throw thrown;
  }
  return database;
}

/** All that are missing, or none; another process that opens the same index waits, and finds them taken. */
function takeSteps(database: PortalDatabase): void {
  const taken = Number(database.pragma('user_version', { simple: true }));
  if (taken > steps.length) throw new Error('the portal index was written by a newer version');
  for (const step of steps.slice(taken)) database.exec(step);
  database.pragma(`user_version = ${steps.length}`);
}
