import type { Receipt } from '#shared/model/receipt.ts';

/** An article as lists, the feed and the sitemap show it. */
export interface ArticleLine {
  /** Last part of the address; given at the first publication of a draft and kept for its corrections. */
  readonly slug: string;
  readonly headline: string;
  readonly abstract: string;
  readonly columnName: string;
  readonly pubDate: string;
  /** Path in the package; null without a picture. */
  readonly thumbnail: string | null;
  readonly thumbnailAlt: string;
  readonly publishedAt: string;
}

/** One published revision of an article. Visitors see the highest revision under the article's address. */
export interface Publication extends ArticleLine {
  readonly packageName: string;
  readonly zipSha256: string;
  readonly exporterId: string;
  readonly draftId: string;
  /** The site that it stands on. */
  readonly siteDomain: string;
  readonly revision: number;
  /** Name of the package that was the newest of its draft before this one; empty for the first. */
  readonly follows: string;
  readonly action: 'publish' | 'correct' | 'withdraw';
  readonly receipt: Receipt;
  /** From when visitors see it, ISO 8601; empty for at once. */
  readonly visibleFrom: string;
}

export interface ArticleList {
  readonly siteDomain: string;
  /** Null means all. */
  readonly column: string | null;
}

/** What was published. The index itself keeps every name, address and revision single, whoever writes to it. */
export interface PublicationStore {
  /**
   * From the moment this resolves, visitors see the page. False, and nothing published, when something came before it:
   * the package's name, zip or revision is there, or another package follows the same one under this draft or address.
   */
  insert(publication: Publication): Promise<boolean>;
  findByZip(zipSha256: string): Promise<Publication | undefined>;
  findByName(packageName: string): Promise<Publication | undefined>;
  /** The highest revision of a draft. */
  newestOfDraft(draftId: string): Promise<Publication | undefined>;
  /** The highest revision under an address, seen or not yet, be it a withdrawal. */
  newestAt(slug: string): Promise<Publication | undefined>;
  /** What visitors find under an address at a moment, be it a withdrawal. */
  visibleAt(slug: string, now: string): Promise<Publication | undefined>;
  /** What visitors of a site see at a moment, the newest first, withdrawn ones aside. */
  page(list: ArticleList, offset: number, limit: number, now: string): Promise<readonly ArticleLine[]>;
  /** Columns of a site that have articles to be seen. */
  columns(siteDomain: string, now: string): Promise<readonly string[]>;
}
