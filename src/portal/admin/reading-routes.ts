import type { FastifyInstance, FastifyRequest } from 'fastify';
import { auditStart, firstBroken } from '../audit/audit-chain.ts';
import type { AuditLine } from '../ports/audit-store.ts';
import { pageNumber } from '../pages/page-number.ts';
import { packageStates } from '../ports/overview-store.ts';
import type { AdminDesk, AdminParts } from './admin-parts.ts';
import { logContent } from './pages/log-page.ts';
import { overviewContent } from './pages/overview-page.ts';
import { packagesContent } from './pages/packages-page.ts';

const pageSize = 50;

/** What can be looked at, and the backup. */
export function readingRoutes(app: FastifyInstance, parts: AdminParts, { signedIn, show }: AdminDesk): void {
  const { overview, audit } = parts;

  app.get(
    '/admin',
    signedIn(async (_request, reply, session) => {
      const content = overviewContent(session, {
        address: parts.baseUrl(),
        receiptPublicKey: parts.receiptPublicKey,
        statistics: await overview.statistics(),
        backup: await audit.latest('backup.made'),
        administrators: await parts.administrators.list(),
      });
      return show(reply, { title: '概况', path: '/admin', session, content });
    }),
  );

  app.get(
    '/admin/packages',
    signedIn(async (request, reply, session) => {
      const asked = askedOf(request);
      const query = (asked.get('query') ?? '').slice(0, 100);
      const state = packageStates.find((entry) => entry === asked.get('state')) ?? null;
      const page = pageNumber(asked.get('page'));
      const found = await overview.packages({ query, state }, (page - 1) * pageSize, pageSize + 1);
      const lines = found.slice(0, pageSize);
      const content = packagesContent({ query, state, page, lines, hasMore: found.length > pageSize });
      return show(reply, { title: '发布包', path: '/admin/packages', session, content });
    }),
  );

  app.get(
    '/admin/log',
    signedIn(async (request, reply, session) => {
      const asked = askedOf(request);
      const page = pageNumber(asked.get('page'));
      // One line more: what is shown is verified against it.
      const found = await audit.newest((page - 1) * pageSize, pageSize + 1);
      const isWhole = asked.get('verify') === 'all';
      const broken = isWhole ? await audit.broken() : firstBrokenAmong(found);
      const names = new Map((await parts.exporters.details()).map(({ id, name }) => [id, name]));
      const lines = found.slice(0, pageSize);
      const content = logContent({ lines, names, page, hasMore: found.length > pageSize, isWhole, broken });
      return show(reply, { title: '日志', path: '/admin/log', session, content });
    }),
  );

  app.post(
    '/admin/backup',
    signedIn(async (_request, reply, session) => {
      const { packages, bytes, lacking } = await parts.backUp();
      await audit.append(session.name, 'backup.made', { packages, bytes, lacking });
      return reply.redirect('/admin', 303);
    }),
  );
}

function askedOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://portal').searchParams;
}

/** The number of a line, the newest first, that does not fit to those before it; null when all do. */
function firstBrokenAmong(newestFirst: readonly AuditLine[]): number | null {
  const [oldest, ...rest] = newestFirst.toReversed();
  if (!oldest) return null;
  return oldest.number === 1 ? firstBroken(auditStart, [oldest, ...rest]) : firstBroken(oldest, rest);
}
