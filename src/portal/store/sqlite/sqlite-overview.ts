import { codedErrorSchema } from '#shared/errors.ts';
import type { OverviewStore, PackageLine, Statistics } from '../../ports/overview-store.ts';
import type { PortalDatabase } from './open-database.ts';

type LineRow = Omit<PackageLine, 'error'> & { readonly error: string | null };

export class SqliteOverview implements OverviewStore {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  async packages(
    filter: { readonly query: string; readonly state: PackageLine['state'] | null },
    offset: number,
    limit: number,
  ): Promise<readonly PackageLine[]> {
    const like = `%${filter.query.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const words = ['receptions.package_name', 'headline', 'exporters.name', 'receptions.zip_sha256'];
    const conditions = [
      ...(filter.state === null ? [] : ['state = @state']),
      ...(filter.query === '' ? [] : [`(${words.map((word) => `${word} LIKE @like ESCAPE '\\'`).join(' OR ')})`]),
    ];
    // CROSS keeps receptions in front, which come along their index as they are wanted.
    return this.#database
      .prepare<[Record<string, string | number | null>], LineRow>(
        `SELECT receptions.package_name AS packageName, receptions.zip_sha256 AS zipSha256, exporters.name AS exporterName,
           state, error, received_at AS receivedAt, headline, slug, action
         FROM receptions CROSS JOIN exporters ON exporters.id = receptions.exporter_id
         LEFT JOIN publications ON publications.zip_sha256 = receptions.zip_sha256
         ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
         ORDER BY received_at DESC, receptions.zip_sha256 DESC LIMIT @limit OFFSET @offset`,
      )
      .all({ state: filter.state, like, limit, offset })
      .map((row) => ({ ...row, error: row.error === null ? null : codedErrorSchema.parse(JSON.parse(row.error)) }));
  }

  async statistics(): Promise<Statistics> {
    const count = (sql: string): number => this.#database.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      published: count('SELECT count(*) FROM publications'),
      refused: count("SELECT count(*) FROM receptions WHERE state = 'refused'"),
      waiting: count("SELECT count(*) FROM receptions WHERE state = 'received'"),
      exporters: count('SELECT count(*) FROM exporters WHERE revoked_at IS NULL'),
      months: this.#database
        .prepare<[], { month: string; packages: number }>(
          `SELECT strftime('%Y-%m', published_at, '+8 hours') AS month, count(*) AS packages FROM publications
           GROUP BY month ORDER BY month DESC LIMIT 12`,
        )
        .all(),
    };
  }
}
