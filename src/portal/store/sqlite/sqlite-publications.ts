import { SqliteError } from 'better-sqlite3';
import { receiptSchema } from '#shared/model/receipt.ts';
import type { ArticleLine, Publication, PublicationStore } from '../../ports/publication-store.ts';
import type { PortalDatabase } from './open-database.ts';

type PublicationRow = Omit<Publication, 'receipt'> & { readonly receipt: string };

const lineColumns = `slug, headline, abstract, column_name AS columnName, pub_date AS pubDate, thumbnail,
  thumbnail_alt AS thumbnailAlt, published_at AS publishedAt`;
const columns = `${lineColumns}, package_name AS packageName, zip_sha256 AS zipSha256, exporter_id AS exporterId,
  draft_id AS draftId, revision, follows, action, receipt, visible_from AS visibleFrom`;

/** The newest revision of each article that is to be seen at a moment (the first parameter), withdrawn ones aside. */
const current = `FROM publications AS newest
  WHERE revision = (SELECT max(revision) FROM publications WHERE slug = newest.slug AND visible_from <= ?)
    AND action <> 'withdraw'`;

export class SqlitePublications implements PublicationStore {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  async insert(publication: Publication): Promise<boolean> {
    const statement = this.#database.prepare(
      `INSERT INTO publications (package_name, zip_sha256, exporter_id, draft_id, revision, follows, action, slug,
         headline, abstract, column_name, pub_date, thumbnail, thumbnail_alt, receipt, published_at, visible_from)
       VALUES (@packageName, @zipSha256, @exporterId, @draftId, @revision, @follows, @action, @slug,
         @headline, @abstract, @columnName, @pubDate, @thumbnail, @thumbnailAlt, @receipt, @publishedAt, @visibleFrom)`,
    );
    try {
      statement.run({ ...publication, receipt: JSON.stringify(publication.receipt) });
      return true;
    } catch (thrown) {
      if (thrown instanceof SqliteError && /^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY)$/.test(thrown.code)) return false;
      throw thrown;
    }
  }

  async findByZip(zipSha256: string): Promise<Publication | undefined> {
    return this.#one('zip_sha256 = ?', zipSha256);
  }

  async findByName(packageName: string): Promise<Publication | undefined> {
    return this.#one('package_name = ?', packageName);
  }

  async newestOfDraft(draftId: string): Promise<Publication | undefined> {
    return this.#one('draft_id = ? ORDER BY revision DESC LIMIT 1', draftId);
  }

  async newestAt(slug: string): Promise<Publication | undefined> {
    return this.#one('slug = ? ORDER BY revision DESC LIMIT 1', slug);
  }

  async visibleAt(slug: string, now: string): Promise<Publication | undefined> {
    return this.#one('slug = ? AND visible_from <= ? ORDER BY revision DESC LIMIT 1', slug, now);
  }

  async page(column: string | null, offset: number, limit: number, now: string): Promise<readonly ArticleLine[]> {
    return this.#database
      .prepare<[string, string | null, string | null, number, number], ArticleLine>(
        `SELECT ${lineColumns} ${current} AND (? IS NULL OR column_name = ?)
         ORDER BY pub_date DESC, package_name DESC LIMIT ? OFFSET ?`,
      )
      .all(now, column, column, limit, offset);
  }

  async columns(now: string): Promise<readonly { readonly name: string; readonly articles: number }[]> {
    return this.#database
      .prepare<[string], { name: string; articles: number }>(
        `SELECT column_name AS name, count(*) AS articles ${current} GROUP BY column_name ORDER BY column_name`,
      )
      .all(now);
  }

  #one(condition: string, ...values: readonly string[]): Publication | undefined {
    const row = this.#database
      .prepare<string[], PublicationRow>(`SELECT ${columns} FROM publications WHERE ${condition}`)
      .get(...values);
    return row && { ...row, receipt: receiptSchema.parse(JSON.parse(row.receipt)) };
  }
}
