import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors.ts';
import type { Site } from '../ports/site-store.ts';
import { formOf, linesOf, type AdminDesk, type AdminParts } from './admin-parts.ts';
import { sitesContent } from './pages/sites-page.ts';
import type { Session } from './sessions.ts';

const domainPattern = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const hostPattern = /^(?:\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(?::\d+)?$/;

/** Which sites the portal serves, and what their pages say of them. */
export function siteRoutes(app: FastifyInstance, parts: AdminParts, { signedIn, show: showPage }: AdminDesk): void {
  const { sites } = parts;

  const show = async (reply: FastifyReply, session: Session, problem = ''): Promise<FastifyReply> => {
    const content = sitesContent(session, { sites: await sites.list(), problem });
    return showPage(reply, { title: '站点', path: '/admin/sites', session, content });
  };

  app.get(
    '/admin/sites',
    signedIn(async (_request, reply, session) => show(reply, session)),
  );

  /** An act with a form; what the portal refuses is said on the page, with nothing changed. */
  const onForm = (path: string, act: (request: FastifyRequest, session: Session) => Promise<void>): void => {
    app.post(
      path,
      signedIn(async (request, reply, session) => {
        try {
          await act(request, session);
          return reply.redirect('/admin/sites', 303);
        } catch (thrown) {
          if (thrown instanceof FormProblem) return show(reply.code(400), session, thrown.message);
          if (!(thrown instanceof AppError)) throw thrown;
          const isKnown = thrown.code === 'portal-conflict';
          const problem = isKnown ? '已有这个域名的站点。' : '没有这个站点，或者它是最后一个在用的站点，没有改动。';
          return show(reply.code(isKnown ? 409 : 404), session, problem);
        }
      }),
    );
  };

  onForm('/admin/sites', async (request, session) => {
    const domain = (formOf(request)['domain'] ?? '').trim().toLowerCase();
    if (!domainPattern.test(domain)) throw new FormProblem('域名只写主机名，如 zjj.example.gov.cn。');
    await sites.add(siteOfForm(request, domain), session.name);
  });
  onForm('/admin/sites/:domain/change', async (request, session) => {
    await sites.change(siteOfForm(request, domainOf(request)), session.name);
  });
  onForm('/admin/sites/:domain/retire', async (request, session) => sites.retire(domainOf(request), session.name));
  onForm('/admin/sites/:domain/reinstate', async (request, session) => {
    await sites.reinstate(domainOf(request), session.name);
  });
}

function domainOf(request: FastifyRequest): string {
  return (request.params as { readonly domain: string }).domain;
}

/** A form that cannot be taken as it is; the message is for whoever filled it in. */
class FormProblem extends Error {}

function siteOfForm(request: FastifyRequest, domain: string): Site {
  const form = formOf(request);
  const siteName = (form['siteName'] ?? '').trim();
  const bureauName = (form['bureauName'] ?? '').trim();
  if (siteName === '' || bureauName === '') throw new FormProblem('请填写网站名称和主办单位。');
  const lists = {
    contacts: linesOf(form['contacts']),
    filings: linesOf(form['filings']),
    columns: linesOf(form['columns']),
  };
  const hosts = linesOf(form['linkAllowList']).map((host) => host.toLowerCase());
  const strange = hosts.find((host) => !hostPattern.test(host));
  if (strange !== undefined) throw new FormProblem(`“${strange}”不是主机名；可写 www.gov.cn 或 *.gov.cn。`);
  const words = [siteName, bureauName, ...Object.values(lists).flat()];
  if (words.some((text) => text.length > 100)) throw new FormProblem('每一项最多 100 个字。');
  return { domain, siteName, bureauName, ...lists, linkAllowList: [...new Set([domain, ...hosts])] };
}
