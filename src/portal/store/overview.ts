import { codedErrorSchema, type CodedError } from '#shared/errors.ts';
import type { PortalDatabase } from './open-database.ts';

/** A package as whoever looks after the portal sees it. */
export interface PackageLine {
  readonly packageName: string;
  readonly zipSha256: string;
  readonly exporterName: string;
  readonly state: 'received' | 'published' | 'refused';
  readonly error: CodedError | null;
  readonly receivedAt: string;
  /** Null for one that was not published. */
  readonly headline: string | null;
  readonly slug: string | null;
  readonly action: 'publish' | 'correct' | 'withdraw' | null;
}

export interface Statistics {
  readonly published: number;
  readonly refused: number;
  readonly waiting: number;
  readonly exporters: number;
  /** Published in each of the last months, the newest first: `2026-11`. */
  readonly months: readonly { readonly month: string; readonly packages: number }[];
}

export const packageStates = ['received', 'published', 'refused'] as const;

type LineRow = Omit<PackageLine, 'error'> & { readonly error: string | null };

/** Searches and sums over the index; changes nothing. */
export class Overview {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  /** The newest first. `query` is looked for in name, headline, hash and exporter; an empty one finds all. */
  packages(
    filter: { readonly query: string; readonly state: PackageLine['state'] | null },
    offset: number,
    limit: number,
  ): readonly PackageLine[] {
    const like = `%${filter.query.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    return this.#database
      .prepare<[Record<string, string | number | null>], LineRow>(
        `SELECT receptions.package_name AS packageName, receptions.zip_sha256 AS zipSha256, exporters.name AS exporterName,
           state, error, received_at AS receivedAt, headline, slug, action
         FROM receptions JOIN exporters ON exporters.id = receptions.exporter_id
         LEFT JOIN publications ON publications.zip_sha256 = receptions.zip_sha256
         WHERE (@state IS NULL OR state = @state) AND (receptions.package_name LIKE @like ESCAPE '\\'
           OR headline LIKE @like ESCAPE '\\' OR exporters.name LIKE @like ESCAPE '\\'
           OR receptions.zip_sha256 LIKE @like ESCAPE '\\')
         ORDER BY received_at DESC, receptions.zip_sha256 LIMIT @limit OFFSET @offset`,
      )
      .all({ state: filter.state, like, limit, offset })
      .map((row) => ({ ...row, error: row.error === null ? null : codedErrorSchema.parse(JSON.parse(row.error)) }));
  }

  statistics(): Statistics {
    const count = (sql: string): number => this.#database.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      published: count('SELECT count(*) FROM publications'),
      refused: count("SELECT count(*) FROM receptions WHERE state = 'refused'"),
      waiting: count("SELECT count(*) FROM receptions WHERE state = 'received'"),
      exporters: count('SELECT count(*) FROM exporters WHERE revoked_at IS NULL'),
      months: this.#database
        .prepare<[], { month: string; packages: number }>(
          `SELECT substr(published_at, 1, 7) AS month, count(*) AS packages FROM publications
           GROUP BY month ORDER BY month DESC LIMIT 12`,
        )
        .all(),
    };
  }
}
