import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '#main/services/ports/clock.ts';
import type { Site } from '../ports/site-store.ts';
import type { Sites } from '../sites/sites.ts';
import type { ArticleLine, PublicationStore } from '../ports/publication-store.ts';
import { html as xml, type Markup } from '#main/publishing/page-template/html.ts';

export interface FeedParts {
  readonly sites: Sites;
  readonly publications: PublicationStore;
  /** Address of the portal's root, without a slash at the end. */
  readonly baseUrl: () => string;
  /** What is planned for later is not told of before its time. */
  readonly clock: Clock;
}

const feedLength = 50;
/** What one sitemap may hold (sitemaps.org). */
const sitemapLength = 50_000;

/** The published pages for programs: Atom (RFC 4287), a sitemap, and what robots may look at. */
export async function feedRoutes(
  app: FastifyInstance,
  { sites, publications, baseUrl, clock }: FeedParts,
): Promise<void> {
  const articles = async (site: Site, limit: number): Promise<readonly ArticleLine[]> =>
    publications.page({ siteDomain: site.domain, column: null }, 0, limit, clock.now());

  app.get('/feed.xml', async (request, reply) => {
    const site = await sites.at(request.hostname);
    return send(reply, 'application/atom+xml', atomFeed(site, baseUrl(), await articles(site, feedLength)));
  });
  app.get('/sitemap.xml', async (request, reply) => {
    const site = await sites.at(request.hostname);
    return send(reply, 'application/xml', sitemap(baseUrl(), await articles(site, sitemapLength)));
  });
  app.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`User-agent: *
Disallow: /admin
Disallow: /api
Disallow: /leave
Sitemap: ${baseUrl()}/sitemap.xml
`),
  );
}

function send(reply: FastifyReply, type: string, document: Markup): FastifyReply {
  return reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(document.text);
}

function atomFeed(site: Site, base: string, articles: readonly ArticleLine[]): Markup {
  const updated =
    articles
      .map(({ publishedAt }) => publishedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
  <id>${base}/</id>
  <title>${site.siteName}</title>
  <updated>${updated}</updated>
  <author><name>${site.bureauName}</name></author>
  <link rel="self" type="application/atom+xml" href="${base}/feed.xml" />
  <link rel="alternate" type="text/html" href="${base}/" />
${articles.map(
  (article) => xml`  <entry>
    <id>${base}/articles/${article.slug}/</id>
    <title>${article.headline}</title>
    <link rel="alternate" type="text/html" href="${base}/articles/${article.slug}/" />
    <published>${article.pubDate.replace(' ', 'T')}:00+08:00</published>
    <updated>${article.publishedAt}</updated>
    <category term="${article.columnName}" />
    <summary>${article.abstract}</summary>
  </entry>
`,
)}</feed>
`;
}

function sitemap(base: string, articles: readonly ArticleLine[]): Markup {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${articles.map(
  ({ slug, publishedAt }) => xml`  <url><loc>${base}/articles/${slug}/</loc><lastmod>${publishedAt}</lastmod></url>
`,
)}</urlset>
`;
}
