import { auditStart, lineAfter, type AuditHead } from '../../audit/audit-chain.ts';
import type { AuditEntry, AuditLine, AuditStore } from '../../ports/audit-store.ts';
import type { PortalDatabase } from './open-database.ts';

interface AuditRow extends Omit<AuditLine, 'facts'> {
  readonly facts: string;
}

function fromRow(row: AuditRow): AuditLine {
  return { ...row, facts: JSON.parse(row.facts) as AuditLine['facts'] };
}

/** The log in SQLite, where triggers refuse changing or deleting a line. */
export class SqliteAudit implements AuditStore {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  async append(entry: AuditEntry): Promise<void> {
    this.with(entry, () => true);
  }

  /** Does something and notes it, in one transaction. What answers false is neither done nor noted. */
  with(entry: AuditEntry, act: () => boolean): boolean {
    return this.#database
      .transaction(() => {
        if (!act()) return false;
        const head = this.#database
          .prepare<[], AuditHead>('SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1')
          .get();
        const line = lineAfter(head ?? auditStart, entry);
        this.#database
          .prepare('INSERT INTO audit (number, at, who, event, facts, hash) VALUES (?, ?, ?, ?, ?, ?)')
          .run(line.number, line.at, line.who, line.event, JSON.stringify(line.facts), line.hash);
        return true;
      })
      .immediate();
  }

  async newest(offset: number, limit: number): Promise<readonly AuditLine[]> {
    return this.#database
      .prepare<[number, number], AuditRow>('SELECT * FROM audit ORDER BY number DESC LIMIT ? OFFSET ?')
      .all(limit, offset)
      .map(fromRow);
  }

  async latest(event: string): Promise<AuditLine | undefined> {
    const row = this.#database
      .prepare<[string], AuditRow>('SELECT * FROM audit WHERE event = ? ORDER BY number DESC LIMIT 1')
      .get(event);
    return row && fromRow(row);
  }

  async following(after: number, limit: number): Promise<readonly AuditLine[]> {
    return this.#database
      .prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?')
      .all(after, limit)
      .map(fromRow);
  }
}
