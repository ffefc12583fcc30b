import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { Clock } from '#main/services/ports/clock.ts';
import type { PortalDatabase } from './open-database.ts';

export interface AuditLine {
  readonly number: number;
  readonly at: string;
  /** Who did it: the name of an administrator, the id of an exporter, or `portal`. */
  readonly who: string;
  readonly event: string;
  /** Ids and codes, never words. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** SHA-256 over this line and the hash of the one before. */
  readonly hash: string;
}

interface AuditRow extends Omit<AuditLine, 'facts'> {
  readonly facts: string;
}

/** What was done at the portal, each line bound to the one before; triggers refuse changing or deleting one. */
export class AuditLog {
  readonly #database: PortalDatabase;
  readonly #clock: Clock;

  constructor(database: PortalDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  append(who: string, event: string, facts: AuditLine['facts'] = {}): void {
    this.#database
      .transaction(() => {
        const last = this.newest(0, 1)[0];
        const line = { number: (last?.number ?? 0) + 1, at: this.#clock.now(), who, event, facts };
        this.#database
          .prepare('INSERT INTO audit (number, at, who, event, facts, hash) VALUES (?, ?, ?, ?, ?, ?)')
          .run(line.number, line.at, who, event, JSON.stringify(facts), hashOf(line, last?.hash ?? ''));
      })
      .immediate();
  }

  newest(offset: number, limit: number): readonly AuditLine[] {
    return this.#database
      .prepare<[number, number], AuditRow>('SELECT * FROM audit ORDER BY number DESC LIMIT ? OFFSET ?')
      .all(limit, offset)
      .map((row) => ({ ...row, facts: JSON.parse(row.facts) as AuditLine['facts'] }));
  }

  /** The number of the first line that does not fit; null when the chain is whole. */
  broken(): number | null {
    let previous = '';
    let number = 0;
    for (const row of this.#database.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number').iterate()) {
      const { hash, facts, ...line } = row;
      const wanted = hashOf({ ...line, facts: JSON.parse(facts) as AuditLine['facts'] }, previous);
      if (row.number !== number + 1 || hash !== wanted) return row.number;
      number = row.number;
      previous = hash;
    }
    return null;
  }
}

function hashOf(line: Omit<AuditLine, 'hash'>, previous: string): string {
  const { number, at, who, event, facts } = line;
  return createHash('sha256').update(canonicalJson({ number, at, who, event, facts, previous })).digest('hex');
}
