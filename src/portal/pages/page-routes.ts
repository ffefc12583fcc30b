import { text } from 'node:stream/consumers';
import { extname } from 'node:path';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { articlePage, viewOf } from '#main/publishing/page-template/article-page.ts';
import type { Markup } from '#main/publishing/page-template/html.ts';
import { leavePage } from '#main/publishing/page-template/leave-page.ts';
import { templateFiles } from '#main/publishing/page-template/template-files.ts';
import type { Sites } from '../sites/sites.ts';
import type { Clock } from '#main/services/ports/clock.ts';
import type { Log } from '#main/services/ports/log.ts';
import { attachmentTypes } from '#shared/model/attachment.ts';
import { hostOf, sanitizeUrl } from '#shared/document/url.ts';
import type { PackageFiles } from '../ports/package-files.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { listPage } from './list-page.ts';
import { noticePage } from './notice-page.ts';
import { pageNumber } from './page-number.ts';

export interface PageParts {
  readonly sites: Sites;
  readonly publications: PublicationStore;
  readonly files: PackageFiles;
  readonly log: Log;
  readonly clock: Clock;
}

const pageSize = 20;

/** By the ending of the file's name, which we gave; whatever is on neither list is bytes and nothing more. */
const pictureTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};
const fileTypes: Readonly<Record<string, string>> = attachmentTypes;

/** The public pages. Nothing here needs scripts, and no script but the portal's own file may run. */
export async function pageRoutes(app: FastifyInstance, parts: PageParts): Promise<void> {
  const { sites, publications, files, clock } = parts;
  const notice = async (request: FastifyRequest, reply: FastifyReply, status: number): Promise<FastifyReply> =>
    sendPage(reply.code(status), noticePage(await sites.at(request.hostname), status));
  app.setNotFoundHandler(async (request, reply) => notice(request, reply, 404));
  app.setErrorHandler<FastifyError>(async (thrown, request, reply) => {
    const status = thrown.statusCode ?? 500;
    if (status >= 500) parts.log.error('portal-page-failed', { reason: thrown.code ?? thrown.name });
    return notice(request, reply, status);
  });

  app.get<{ Querystring: { column?: string; page?: string } }>('/', async (request, reply) => {
    const column = typeof request.query.column === 'string' ? request.query.column : null;
    const page = pageNumber(request.query.page);
    const site = await sites.at(request.hostname);
    const list = { siteDomain: site.domain, column };
    const found = await publications.page(list, (page - 1) * pageSize, pageSize + 1, clock.now());
    const articles = found.slice(0, pageSize);
    const view = {
      columns: inOrder(await publications.columns(site.domain, clock.now()), site.columns),
      column,
      articles,
      page,
      hasMore: found.length > pageSize,
    };
    return sendPage(reply, listPage(site, view));
  });

  app.get<{ Params: { slug: string } }>('/articles/:slug', (request, reply) =>
    reply.redirect(`/articles/${encodeURIComponent(request.params.slug)}/`, 301),
  );
  app.get<{ Params: { slug: string }; Querystring: { view?: string } }>('/articles/:slug/', async (request, reply) => {
    const publication = await publications.visibleAt(request.params.slug, clock.now());
    if (!publication) return notice(request, reply, 404);
    const site = await sites.at(publication.siteDomain);
    if (publication.action === 'withdraw') return sendPage(reply.code(410), noticePage(site, 410));
    const stored = await files.open(publication.zipSha256, 'data/index.html');
    if (!stored) throw new Error('the page of a published package is missing');
    const page = await text(stored.content());
    return sendPage(reply, articlePage(site, publication.columnName, page, viewOf(request.query.view)));
  });
  app.get<{ Params: { slug: string; folder: string; file: string } }>(
    '/articles/:slug/:folder/:file',
    async (request, reply) => {
      const { slug, folder, file } = request.params;
      const publication = await publications.visibleAt(slug, clock.now());
      const path = `data/${folder}/${file}`;
      // Only what the receipt names: never a path that a visitor made up.
      const known = publication?.receipt.body.files.find((entry) => entry.path === path);
      if (!publication || !known || publication.action === 'withdraw' || !/^(?:images|attachments)$/.test(folder)) {
        return notice(request, reply, 404);
      }
      const etag = `"${known.sha256}"`;
      reply.header('etag', etag).header('cache-control', 'public, max-age=300');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const type = (folder === 'images' ? pictureTypes : fileTypes)[extname(file).slice(1)];
      if (folder === 'attachments' || type === undefined) reply.header('content-disposition', 'attachment');
      const stored = await files.open(publication.zipSha256, path);
      if (!stored) throw new Error('a file of a published package is missing');
      reply.header('content-length', stored.bytes).type(type ?? 'application/octet-stream');
      return reply.send(stored.content());
    },
  );

  app.get<{ Querystring: { to?: string } }>('/leave', async (request, reply) => {
    const to = typeof request.query.to === 'string' ? sanitizeUrl(request.query.to) : undefined;
    if (to === undefined || hostOf(to) === '') return notice(request, reply, 400);
    const site = await sites.at(request.hostname);
    return sendPage(reply, leavePage(site, to, backAddress(request.headers.referer, request.headers.host)));
  });

  // Browsers ask for it unbidden; there is none.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  for (const [path, { type, text }] of templateFiles) app.get(path, (_request, reply) => sendAsset(reply, type, text));
}

/** The site's own order first, then what else there is. */
function inOrder(columns: readonly string[], order: readonly string[]): readonly string[] {
  const ordered = order.filter((name) => columns.includes(name));
  return [...ordered, ...columns.filter((name) => !ordered.includes(name))];
}

/** 放弃 leads back to the article, when the visitor came from one here. */
function backAddress(referer: string | undefined, host: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { host: from, pathname } = new URL(referer);
  return from === host && /^\/articles\/[\w-]+\/$/.test(pathname) ? pathname : '/';
}

function sendPage(reply: FastifyReply, page: Markup): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page.text);
}

function sendAsset(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(text);
}
