import type { Database } from 'better-sqlite3';
import { canonicalJson } from '#shared/document/canonical.ts';
import { auditFactsSchema, type AuditEntry, type AuditFilter } from '#shared/model/audit.ts';
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

/** A line with what is known today of the person and the draft that it names. */
interface ShownRow extends AuditRow {
  person_name: string | null;
  draft_id: string | null;
  headline: string | null;
  purged_number: number | null;
}

export const auditQueries: Queries<'appendAudit' | 'listAudit' | 'listAuditEvents' | 'verifyAudit'> = {
  appendAudit(database, { at, personId, event, facts }) {
    inTransaction(database, () => {
      const last = lastLine(database);
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

  listAudit(database, { filter, before, limit }) {
    return sql<[AuditFilter & { before: number | null; limit: number }], ShownRow>(
      database,
      `SELECT log.*, persons.name AS person_name, drafts.id AS draft_id, drafts.headline,
         CASE WHEN drafts.id IS NULL THEN (
           SELECT max(number) FROM purged_drafts WHERE draft_id = json_extract(log.facts, '$.draftId')
         ) END AS purged_number
       FROM audit_log log
         LEFT JOIN persons ON persons.id = log.person_id
         LEFT JOIN drafts ON drafts.id = json_extract(log.facts, '$.draftId')
       WHERE (@before IS NULL OR log.sequence < @before)
         AND (@personId IS NULL OR log.person_id = @personId)
         AND (@event IS NULL OR log.event = @event)
         AND (@from IS NULL OR log.at >= @from)
         AND (@until IS NULL OR log.at < @until)
         AND (@draft = '' OR json_extract(log.facts, '$.draftId') = @draft OR instr(drafts.headline, @draft) > 0)
       ORDER BY log.sequence DESC LIMIT @limit`,
    )
      .all({ ...filter, before, limit })
      .map(rowToEntry);
  },

  listAuditEvents(database) {
    return sql<[], { event: string }>(database, 'SELECT DISTINCT event FROM audit_log ORDER BY event')
      .all()
      .map(({ event }) => event);
  },

  verifyAudit(database) {
    const last = lastLine(database);
    return { lines: last?.sequence ?? 0, brokenAt: brokenAuditLine(database), head: last?.hash ?? null };
  },
};

function lastLine(database: Database): AuditRow | undefined {
  return sql<[], AuditRow>(database, 'SELECT * FROM audit_log ORDER BY sequence DESC LIMIT 1').get();
}

function rowToEntry(row: ShownRow): AuditEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    personId: row.person_id,
    personName: row.person_name,
    event: row.event,
    facts: auditFactsSchema.catch({}).parse(JSON.parse(row.facts)),
    draftId: row.draft_id,
    headline: row.headline,
    purgedNumber: row.purged_number,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

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
