import { codedErrorSchema } from '#shared/errors.ts';
import type { AuditEntry } from '../../ports/audit-store.ts';
import type { Arrival, Claim, Outcome, Reception, ReceptionStore } from '../../ports/reception-store.ts';
import type { PortalDatabase } from './open-database.ts';
import type { SqliteAudit } from './sqlite-audit.ts';

type ReceptionRow = Omit<Reception, 'error'> & { readonly error: string | null };

const arrivalColumns =
  'zip_sha256 AS zipSha256, exporter_id AS exporterId, tus_id AS tusId, package_name AS packageName';
const columns = `${arrivalColumns}, state, error`;
const noClaim = 'claim_id = NULL, claimed_by = NULL, claimed_until = NULL';

/** One statement for each step: that is what keeps two processes from claiming the same one. */
export class SqliteReceptions implements ReceptionStore {
  readonly #database: PortalDatabase;
  readonly #audit: SqliteAudit;

  constructor(database: PortalDatabase, audit: SqliteAudit) {
    this.#database = database;
    this.#audit = audit;
  }

  async receive(arrival: Arrival, at: string, claim: Claim): Promise<void> {
    this.#database
      .prepare(
        `INSERT INTO receptions
           (zip_sha256, exporter_id, tus_id, package_name, state, error, received_at, claim_id, claimed_by, claimed_until)
         VALUES (@zipSha256, @exporterId, @tusId, @packageName, 'received', NULL, @at, @id, @holder, @until)
         ON CONFLICT (zip_sha256, exporter_id) DO UPDATE SET
           tus_id = @tusId, package_name = @packageName, state = 'received', error = NULL, received_at = @at,
           claim_id = @id, claimed_by = @holder, claimed_until = @until`,
      )
      .run({ ...arrival, ...claim, at });
  }

  async claimNext(claim: Claim, now: string): Promise<Arrival | undefined> {
    return this.#database
      .prepare<[Claim & { now: string }], Arrival>(
        `UPDATE receptions SET claim_id = @id, claimed_by = @holder, claimed_until = @until
         WHERE rowid = (SELECT rowid FROM receptions
           WHERE state = 'received' AND (claimed_until IS NULL OR claimed_until <= @now)
           ORDER BY received_at, zip_sha256 LIMIT 1)
         RETURNING ${arrivalColumns}`,
      )
      .get({ ...claim, now });
  }

  async renew(claimId: string, until: string): Promise<boolean> {
    return this.#run('UPDATE receptions SET claimed_until = ? WHERE claim_id = ?', until, claimId) > 0;
  }

  async release(claimId: string): Promise<void> {
    this.#run(`UPDATE receptions SET ${noClaim} WHERE claim_id = ?`, claimId);
  }

  async releaseAll(holder: string): Promise<void> {
    this.#run(`UPDATE receptions SET ${noClaim} WHERE claim_id IS NOT NULL AND claimed_by = ?`, holder);
  }

  async settle(claimId: string, { state, error }: Outcome, entry: AuditEntry): Promise<boolean> {
    const sql = `UPDATE receptions SET state = ?, error = ?, ${noClaim} WHERE claim_id = ?`;
    return this.#audit.with(entry, () => this.#run(sql, state, error && JSON.stringify(error), claimId) > 0);
  }

  async find(zipSha256: string, exporterId: string): Promise<Reception | undefined> {
    return this.#one('zip_sha256 = ? AND exporter_id = ?', zipSha256, exporterId);
  }

  async findByUpload(tusId: string): Promise<Reception | undefined> {
    return this.#one('tus_id = ?', tusId);
  }

  #run(sql: string, ...values: readonly (string | null)[]): number {
    return this.#database.prepare<(string | null)[]>(sql).run(...values).changes;
  }

  #one(condition: string, ...values: readonly string[]): Reception | undefined {
    const row = this.#database
      .prepare<string[], ReceptionRow>(`SELECT ${columns} FROM receptions WHERE ${condition}`)
      .get(...values);
    return row && { ...row, error: row.error === null ? null : codedErrorSchema.parse(JSON.parse(row.error)) };
  }
}
