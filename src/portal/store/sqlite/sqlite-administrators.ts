import type { Administrator, AdministratorStore } from '../../ports/administrator-store.ts';
import type { AuditEntry } from '../../ports/audit-store.ts';
import type { PortalDatabase } from './open-database.ts';
import type { SqliteAudit } from './sqlite-audit.ts';

export class SqliteAdministrators implements AdministratorStore {
  readonly #database: PortalDatabase;
  readonly #audit: SqliteAudit;

  constructor(database: PortalDatabase, audit: SqliteAudit) {
    this.#database = database;
    this.#audit = audit;
  }

  async put({ name, salt, passwordHash }: Administrator, entry: AuditEntry): Promise<void> {
    const statement = this.#database.prepare<string[]>(
      `INSERT INTO administrators (name, salt, password_hash, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET salt = excluded.salt, password_hash = excluded.password_hash`,
    );
    this.#audit.with(entry, () => statement.run(name, salt, passwordHash, entry.at).changes > 0);
  }

  async find(name: string): Promise<Administrator | undefined> {
    return this.#database
      .prepare<[string], Administrator>(
        'SELECT name, salt, password_hash AS passwordHash FROM administrators WHERE name = ?',
      )
      .get(name);
  }

  async list(): Promise<readonly string[]> {
    return this.#database.prepare<[], string>('SELECT name FROM administrators ORDER BY name').pluck().all();
  }
}
