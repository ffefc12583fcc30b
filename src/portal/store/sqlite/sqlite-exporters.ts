import type { AuditEntry } from '../../ports/audit-store.ts';
import type { Exporter, ExporterDetails, ExporterStore } from '../../ports/exporter-store.ts';
import type { PortalDatabase } from './open-database.ts';
import type { SqliteAudit } from './sqlite-audit.ts';

export class SqliteExporters implements ExporterStore {
  readonly #database: PortalDatabase;
  readonly #audit: SqliteAudit;

  constructor(database: PortalDatabase, audit: SqliteAudit) {
    this.#database = database;
    this.#audit = audit;
  }

  async add({ id, name, tokenHash }: Parameters<ExporterStore['add']>[0], entry: AuditEntry): Promise<boolean> {
    return this.#change(
      entry,
      `INSERT INTO exporters (id, name, token_hash, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING`,
      id,
      name,
      tokenHash,
      entry.at,
    );
  }

  async setToken(id: string, tokenHash: string, entry: AuditEntry): Promise<boolean> {
    return this.#change(
      entry,
      'UPDATE exporters SET token_hash = ? WHERE id = ? AND revoked_at IS NULL',
      tokenHash,
      id,
    );
  }

  async revoke(id: string, entry: AuditEntry): Promise<boolean> {
    return this.#change(entry, 'UPDATE exporters SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', entry.at, id);
  }

  async addKey(id: string, publicKey: string, entry: AuditEntry): Promise<boolean> {
    return this.#change(
      entry,
      `INSERT INTO exporter_keys (exporter_id, public_key, added_at)
       SELECT id, ?, ? FROM exporters WHERE id = ? AND revoked_at IS NULL
       ON CONFLICT (exporter_id, public_key) DO UPDATE SET revoked_at = NULL`,
      publicKey,
      entry.at,
      id,
    );
  }

  async revokeKey(id: string, publicKey: string, entry: AuditEntry): Promise<boolean> {
    return this.#change(
      entry,
      `UPDATE exporter_keys SET revoked_at = ? WHERE public_key = ? AND revoked_at IS NULL
       AND exporter_id IN (SELECT id FROM exporters WHERE id = ? AND revoked_at IS NULL)`,
      entry.at,
      publicKey,
      id,
    );
  }

  async findByToken(tokenHash: string): Promise<Exporter | undefined> {
    return this.#database
      .prepare<[string], Exporter>('SELECT id, name FROM exporters WHERE token_hash = ? AND revoked_at IS NULL')
      .get(tokenHash);
  }

  async list(): Promise<readonly Exporter[]> {
    return this.#database
      .prepare<[], Exporter>('SELECT id, name FROM exporters WHERE revoked_at IS NULL ORDER BY created_at, id')
      .all();
  }

  async keysOf(id: string): Promise<readonly string[]> {
    return this.#database
      .prepare<[string], string>('SELECT public_key FROM exporter_keys WHERE exporter_id = ? AND revoked_at IS NULL')
      .pluck()
      .all(id);
  }

  async details(): Promise<readonly ExporterDetails[]> {
    const keys = this.#database.prepare<[string], ExporterDetails['keys'][number]>(
      `SELECT public_key AS publicKey, added_at AS addedAt, revoked_at AS revokedAt FROM exporter_keys
       WHERE exporter_id = ? ORDER BY added_at, public_key`,
    );
    return this.#database
      .prepare<[], Omit<ExporterDetails, 'keys'>>(
        `SELECT id, name, created_at AS createdAt, revoked_at AS revokedAt,
           (SELECT count(*) FROM publications WHERE exporter_id = exporters.id) AS packages
         FROM exporters ORDER BY revoked_at IS NOT NULL, created_at, id`,
      )
      .all()
      .map((exporter) => ({ ...exporter, keys: keys.all(exporter.id) }));
  }

  /** Whether the statement changed a row; the entry is kept with it. */
  #change(entry: AuditEntry, sql: string, ...values: readonly string[]): boolean {
    return this.#audit.with(entry, () => this.#database.prepare<string[]>(sql).run(...values).changes > 0);
  }
}
