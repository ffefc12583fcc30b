import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noticePage } from '../pages/notice-page.ts';
import { formOf, send, type AdminDesk, type AdminHandler, type AdminParts } from './admin-parts.ts';
import { exporterRoutes } from './exporter-routes.ts';
import { adminPage } from './pages/admin-layout.ts';
import { adminStyle, adminStylePath } from './pages/admin-style.ts';
import { loginContent } from './pages/login-page.ts';
import { readingRoutes } from './reading-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { isSameToken, type Session } from './sessions.ts';

const cookieName = 'portal_admin';

/** Everything below `/admin`: its own sign-in, its own content policy; every act is a form with the session's token. */
export async function adminRoutes(app: FastifyInstance, parts: AdminParts): Promise<void> {
  const { sites, sessions, administrators, audit, logins } = parts;
  app.addHook('onRequest', async (_request, reply) => void reply.headers(adminHeaders));
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  const notice = async (reply: FastifyReply, status: number, page: number): Promise<FastifyReply> =>
    send(reply.code(status), noticePage(await sites.at(reply.request.hostname), page).text);
  app.setErrorHandler(async (_thrown, _request, reply) => {
    parts.log.error('portal-admin-failed');
    return notice(reply, 500, 500);
  });
  const show: AdminDesk['show'] = async (reply, page) =>
    send(reply, adminPage(await sites.at(reply.request.hostname), page).text);

  const login = async (reply: FastifyReply, problem: string): Promise<FastifyReply> =>
    show(reply, { title: '登录', path: '', session: null, content: loginContent(problem) });
  // As people type it.
  app.get('/admin/', async (_request, reply) => reply.redirect('/admin', 301));
  app.get('/admin/login', async (_request, reply) => login(reply, ''));
  app.post('/admin/login', async (request, reply) => {
    if (!isFromHere(request) || logins.isSpent(request.ip)) {
      return login(reply.code(429).header('retry-after', '60'), '试的次数太多，请稍候一分钟。');
    }
    const { name = '', password = '' } = formOf(request);
    if (!(await administrators.accepts(name, password))) {
      logins.count(request.ip);
      await audit.append('portal', 'login.refused', { from: request.ip });
      return login(reply.code(403), '姓名或密码不对。');
    }
    await audit.append(name, 'login.accepted', { from: request.ip });
    const secure = parts.baseUrl().startsWith('https:') ? '; Secure' : '';
    const cookie = `${cookieName}=${sessions.begin(name)}; Path=/admin; HttpOnly; SameSite=Strict${secure}`;
    return reply.header('set-cookie', cookie).redirect('/admin', 303);
  });
  app.post('/admin/logout', async (request, reply) => {
    if (isOurForm(request, sessions.find(cookieOf(request)))) sessions.end(cookieOf(request));
    return reply.header('set-cookie', `${cookieName}=; Path=/admin; Max-Age=0`).redirect('/admin/login', 303);
  });
  app.get(adminStylePath, async (_request, reply) => reply.type('text/css; charset=utf-8').send(adminStyle));

  const signedIn =
    (handler: AdminHandler) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const session = sessions.find(cookieOf(request));
      if (!session) return reply.redirect('/admin/login', 303);
      if (request.method === 'POST' && !isOurForm(request, session)) {
        return notice(reply, 403, 400);
      }
      return handler(request, reply, session);
    };
  const desk = { signedIn, show };
  readingRoutes(app, parts, desk);
  exporterRoutes(app, parts, desk);
  siteRoutes(app, parts, desk);
}

/** A form of ours carries the session's token, and comes from a page of this portal. */
function isOurForm(request: FastifyRequest, session: Session | undefined): boolean {
  return session !== undefined && isFromHere(request) && isSameToken(formOf(request)['csrf'] ?? '', session.csrf);
}

/** Browsers name the page that a form was sent from. */
function isFromHere({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

function cookieOf(request: FastifyRequest): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/).map((entry) => entry.split('='));
  return cookies.find(([name]) => name === cookieName)?.[1];
}

/** No script at all; forms go to this portal alone. */
const adminHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};
