import type { Database } from 'better-sqlite3';
import { canonicalJson } from '#shared/document/canonical.ts';
import { sha256 } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

/** A line of `audit_log`; `hash` is over the canonical JSON of all other columns. */
interface AuditRow {
  sequence: number;
  at: string;
  person_id: string | null;
  event: string;
  facts: string;
  previous_hash: string | null;
  hash: string;
}

export const auditQueries: Queries<'appendAudit'> = {
  appendAudit(database, { at, personId, event, facts }) {
    inTransaction(database, () => {
      const last = sql<[], AuditRow>(database, 'SELECT * FROM audit_log ORDER BY sequence DESC LIMIT 1').get();
      const line = {
        sequence: (last?.sequence ?? 0) + 1,
        at,
        person_id: personId,
        event,
        facts: canonicalJson(facts),
        previous_hash: last?.hash ?? null,
      };
      sql<[AuditRow]>(
        database,
        `INSERT INTO audit_log (sequence, at, person_id, event, facts, previous_hash, hash)
         VALUES (@sequence, @at, @person_id, @event, @facts, @previous_hash, @hash)`,
      ).run({ ...line, hash: sha256(canonicalJson(line)) });
    });
  },
};

/** The first line that was changed, dropped or moved since it was written; null for a whole log. */
export function brokenAuditLine(database: Database): number | null {
  let previous: AuditRow | undefined;
  for (const row of sql<[], AuditRow>(database, 'SELECT * FROM audit_log ORDER BY sequence').iterate()) {
    const { hash, ...line } = row;
    const follows = row.previous_hash === (previous?.hash ?? null) && row.sequence === (previous?.sequence ?? 0) + 1;
    if (!follows || hash !== sha256(canonicalJson(line))) return row.sequence;
    previous = row;
  }
  return null;
}
