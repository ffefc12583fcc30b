import { SqliteError } from 'better-sqlite3';
import { receiptSchema } from '#shared/model/receipt.ts';
import type { ArticleLine, ArticleList, Publication, PublicationStore } from '../../ports/publication-store.ts';
import type { PortalDatabase } from './open-database.ts';

type PublicationRow = Omit<Publication, 'receipt'> & { readonly receipt: string };

const lineColumns = `slug, headline, abstract, column_name AS columnName, pub_date AS pubDate, thumbnail,
  thumbnail_alt AS thumbnailAlt, published_at AS publishedAt`;
const columns = `${lineColumns}, package_name AS packageName, zip_sha256 AS zipSha256, exporter_id AS exporterId,
  draft_id AS draftId, site_domain AS siteDomain, revision, follows, action, receipt, visible_from AS visibleFrom`;

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
      `INSERT INTO publications (package_name, zip_sha256, exporter_id, draft_id, site_domain, revision, follows, action, slug,
         headline, abstract, column_name, pub_date, thumbnail, thumbnail_alt, receipt, published_at, visible_from)
       VALUES (@packageName, @zipSha256, @exporterId, @draftId, @siteDomain, @revision, @follows, @action, @slug,
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

  async page(
    { siteDomain, column }: ArticleList,
    offset: number,
    limit: number,
    now: string,
  ): Promise<readonly ArticleLine[]> {
    // Two statements, so that each walks along an index of its own.
    const [condition, values] = column === null ? ['', []] : ['AND column_name = ?', [column]];
    return this.#database
      .prepare<(string | number)[], ArticleLine>(
        `SELECT ${lineColumns} ${current} AND site_domain = ? ${condition}
         ORDER BY pub_date DESC, package_name DESC LIMIT ? OFFSET ?`,
      )
      .all(now, siteDomain, ...values, limit, offset);
  }

  async columns(siteDomain: string, now: string): Promise<readonly string[]> {
    return this.#database
      .prepare<[string, string, string], string>(
        `SELECT name FROM (SELECT DISTINCT column_name AS name FROM publications WHERE site_domain = ?)
         WHERE EXISTS (SELECT 1 ${current} AND site_domain = ? AND column_name = name) ORDER BY name`,
      )
      .pluck()
      .all(siteDomain, now, siteDomain);
  }

  #one(condition: string, ...values: readonly string[]): Publication | undefined {
    const row = this.#database
      .prepare<string[], PublicationRow>(`SELECT ${columns} FROM publications WHERE ${condition}`)
      .get(...values);
    return row && { ...row, receipt: receiptSchema.parse(JSON.parse(row.receipt)) };
  }
}
