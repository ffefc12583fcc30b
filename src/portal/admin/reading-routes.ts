import type { FastifyInstance, FastifyReply } from 'fastify';
import { packageStates } from '../ports/overview-store.ts';
import { send, type AdminParts, type SignedIn } from './admin-parts.ts';
import { adminPage } from './pages/admin-layout.ts';
import { logContent } from './pages/log-page.ts';
import { overviewContent } from './pages/overview-page.ts';
import { packagesContent } from './pages/packages-page.ts';

const pageSize = 50;

/** What can be looked at, and the backup. */
export function readingRoutes(app: FastifyInstance, parts: AdminParts, signedIn: SignedIn): void {
  const { site, overview, audit } = parts;

  app.get(
    '/admin',
    signedIn(async (_request, reply, session) => {
      const content = overviewContent(session, {
        site,
        address: parts.baseUrl(),
        receiptPublicKey: parts.receiptPublicKey,
        statistics: await overview.statistics(),
        backup: parts.newestBackup(),
        administrators: await parts.administrators.list(),
      });
      return send(reply, adminPage(site, { title: '概况', path: '/admin', session, content }).text);
    }),
  );

  app.get(
    '/admin/packages',
    signedIn(async (request, reply: FastifyReply, session) => {
      const asked = new URL(request.url, 'http://portal').searchParams;
      const query = (asked.get('query') ?? '').slice(0, 100);
      const state = packageStates.find((entry) => entry === asked.get('state')) ?? null;
      const page = Math.max(1, Math.trunc(Number(asked.get('page') ?? 1)) || 1);
      const found = await overview.packages({ query, state }, (page - 1) * pageSize, pageSize + 1);
      const lines = found.slice(0, pageSize);
      const content = packagesContent({ query, state, page, lines, hasMore: found.length > pageSize });
      return send(reply, adminPage(site, { title: '发布包', path: '/admin/packages', session, content }).text);
    }),
  );

  app.get(
    '/admin/log',
    signedIn(async (_request, reply, session) => {
      const content = logContent(await audit.newest(0, 200), await audit.broken());
      return send(reply, adminPage(site, { title: '日志', path: '/admin/log', session, content }).text);
    }),
  );

  app.post(
    '/admin/backup',
    signedIn(async (_request, reply, session) => {
      const made = await parts.backUp();
      await audit.append(session.name, 'backup.made', { made });
      return reply.redirect('/admin', 303);
    }),
  );
}
