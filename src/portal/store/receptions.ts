import { codedErrorSchema, type CodedError } from '#shared/errors.ts';
import type { PortalDatabase } from './open-database.ts';

/** A package that came in completely, and what became of it. One for each zip and exporter; a repeat begins anew. */
export interface Reception {
  readonly zipSha256: string;
  readonly exporterId: string;
  readonly tusId: string;
  readonly packageName: string;
  readonly state: 'received' | 'published' | 'refused';
  readonly error: CodedError | null;
}

interface ReceptionRow {
  readonly zip_sha256: string;
  readonly exporter_id: string;
  readonly tus_id: string;
  readonly package_name: string;
  readonly state: Reception['state'];
  readonly error: string | null;
}

function fromRow(row: ReceptionRow): Reception {
  return {
    zipSha256: row.zip_sha256,
    exporterId: row.exporter_id,
    tusId: row.tus_id,
    packageName: row.package_name,
    state: row.state,
    error: row.error === null ? null : codedErrorSchema.parse(JSON.parse(row.error)),
  };
}

export class Receptions {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  /** Notes a finished upload, to be verified. */
  receive(reception: Omit<Reception, 'state' | 'error'>, at: string): void {
    this.#database
      .prepare(
        `INSERT INTO receptions (zip_sha256, exporter_id, tus_id, package_name, state, error, received_at)
         VALUES (@zipSha256, @exporterId, @tusId, @packageName, 'received', NULL, @at)
         ON CONFLICT (zip_sha256, exporter_id) DO UPDATE SET
           tus_id = @tusId, package_name = @packageName, state = 'received', error = NULL, received_at = @at`,
      )
      .run({ ...reception, at });
  }

  settle(reception: Reception, state: 'published' | 'refused', error: CodedError | null): void {
    this.#database
      .prepare('UPDATE receptions SET state = ?, error = ? WHERE zip_sha256 = ? AND exporter_id = ?')
      .run(state, error && JSON.stringify(error), reception.zipSha256, reception.exporterId);
  }

  find(zipSha256: string, exporterId: string): Reception | undefined {
    const row = this.#database
      .prepare<[string, string], ReceptionRow>('SELECT * FROM receptions WHERE zip_sha256 = ? AND exporter_id = ?')
      .get(zipSha256, exporterId);
    return row && fromRow(row);
  }

  findByUpload(tusId: string): Reception | undefined {
    const row = this.#database.prepare<[string], ReceptionRow>('SELECT * FROM receptions WHERE tus_id = ?').get(tusId);
    return row && fromRow(row);
  }

  /** Those still to be verified, the oldest first. */
  listReceived(): readonly Reception[] {
    return this.#database
      .prepare<[], ReceptionRow>("SELECT * FROM receptions WHERE state = 'received' ORDER BY received_at, zip_sha256")
      .all()
      .map(fromRow);
  }
}
