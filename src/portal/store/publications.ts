import { receiptSchema, type Receipt } from '#shared/model/receipt.ts';
import type { PortalDatabase } from './open-database.ts';

/** One published revision of an article. Visitors see the highest revision under the article's address. */
export interface Publication {
  readonly packageName: string;
  readonly zipSha256: string;
  readonly exporterId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly action: 'publish' | 'correct' | 'withdraw';
  /** Last part of the address; given at the first publication of a draft and kept for its corrections. */
  readonly slug: string;
  readonly headline: string;
  readonly abstract: string;
  readonly columnName: string;
  readonly pubDate: string;
  readonly thumbnail: string | null;
  readonly thumbnailAlt: string;
  readonly receipt: Receipt;
  readonly publishedAt: string;
  /** From when visitors see it, ISO 8601; empty for at once. */
  readonly visibleFrom: string;
}

type PublicationRow = Omit<Publication, 'receipt'> & { readonly receipt: string };

const columns = `package_name AS packageName, zip_sha256 AS zipSha256, exporter_id AS exporterId, draft_id AS draftId, revision,
  action, slug, headline, abstract, column_name AS columnName, pub_date AS pubDate, thumbnail,
  thumbnail_alt AS thumbnailAlt, receipt, published_at AS publishedAt, visible_from AS visibleFrom`;

/** The newest revision of each article that is to be seen at a moment (the first parameter), withdrawn ones aside. */
const current = `FROM publications AS newest
  WHERE revision = (SELECT max(revision) FROM publications WHERE slug = newest.slug AND visible_from <= ?)
    AND action <> 'withdraw'`;

function fromRow(row: PublicationRow): Publication {
  return { ...row, receipt: receiptSchema.parse(JSON.parse(row.receipt)) };
}

export class Publications {
  readonly #database: PortalDatabase;

  constructor(database: PortalDatabase) {
    this.#database = database;
  }

  /** From the moment this returns, visitors see the page. */
  insert(publication: Publication): void {
    this.#database
      .prepare(
        `INSERT INTO publications (package_name, zip_sha256, exporter_id, draft_id, revision, action, slug, headline,
           abstract, column_name, pub_date, thumbnail, thumbnail_alt, receipt, published_at, visible_from)
         VALUES (@packageName, @zipSha256, @exporterId, @draftId, @revision, @action, @slug, @headline,
           @abstract, @columnName, @pubDate, @thumbnail, @thumbnailAlt, @receipt, @publishedAt,
           @visibleFrom)`,
      )
      .run({ ...publication, receipt: JSON.stringify(publication.receipt) });
  }

  findByZip(zipSha256: string): Publication | undefined {
    return this.#one('zip_sha256 = ?', zipSha256);
  }

  findByName(packageName: string): Publication | undefined {
    return this.#one('package_name = ?', packageName);
  }

  /** The highest revision of a draft. */
  newestOfDraft(draftId: string): Publication | undefined {
    return this.#one('draft_id = ? ORDER BY revision DESC LIMIT 1', draftId);
  }

  /** The highest revision under an address, seen or not yet, be it a withdrawal. */
  newestAt(slug: string): Publication | undefined {
    return this.#one('slug = ? ORDER BY revision DESC LIMIT 1', slug);
  }

  /** What visitors find under an address at a moment, be it a withdrawal. */
  visibleAt(slug: string, now: string): Publication | undefined {
    return this.#one('slug = ? AND visible_from <= ? ORDER BY revision DESC LIMIT 1', slug, now);
  }

  /** What visitors see at a moment, newest first. `column` null means all. */
  page(column: string | null, offset: number, limit: number, now: string): readonly Publication[] {
    return this.#database
      .prepare<[string, string | null, string | null, number, number], PublicationRow>(
        `SELECT ${columns} ${current} AND (? IS NULL OR column_name = ?)
         ORDER BY pub_date DESC, package_name DESC LIMIT ? OFFSET ?`,
      )
      .all(now, column, column, limit, offset)
      .map(fromRow);
  }

  /** Columns that have articles, with how many. */
  columns(now: string): readonly { readonly name: string; readonly articles: number }[] {
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
    return row && fromRow(row);
  }
}
