import type { FastifyInstance, FastifyReply } from 'fastify';
import { parsePublicKey } from '#main/publishing/minisign.ts';
import { AppError } from '#shared/errors.ts';
import { formOf, type AdminDesk, type AdminParts } from './admin-parts.ts';
import { exportersContent, type ExportersView } from './pages/exporters-page.ts';
import type { Session } from './sessions.ts';

/** Who may send packages. A token is shown in the answer to the act that made it, and never again. */
export function exporterRoutes(app: FastifyInstance, parts: AdminParts, { signedIn, show: showPage }: AdminDesk): void {
  const { exporters } = parts;

  const show = async (
    reply: FastifyReply,
    session: Session,
    view: Partial<Omit<ExportersView, 'exporters'>> = {},
  ): Promise<FastifyReply> => {
    const shown = { token: null, problem: '', ...view, exporters: await exporters.details() };
    const content = exportersContent(session, shown);
    return showPage(reply, { title: '信息发布员', path: '/admin/exporters', session, content });
  };

  app.get(
    '/admin/exporters',
    signedIn(async (_request, reply, session) => show(reply, session)),
  );

  app.post(
    '/admin/exporters',
    signedIn(async (request, reply, session) => {
      const name = (formOf(request)['name'] ?? '').trim();
      if (name === '' || name.length > 40) return show(reply.code(400), session, { problem: '请填写姓名。' });
      try {
        const { token } = await exporters.add(name, session.name);
        return await show(reply, session, { token: { name, value: token } });
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        return show(reply.code(409), session, { problem: `已有信息发布员“${name}”。` });
      }
    }),
  );

  /** An act on one exporter; answers what to show, or null to go back to the list. Whoever is not in service is not found. */
  const onExporter = (
    path: string,
    act: (id: string, session: Session, key: string) => Promise<Shown | null>,
  ): void => {
    app.post(
      `/admin/exporters/:id/${path}`,
      signedIn(async (request, reply, session) => {
        const { id } = request.params as { readonly id: string };
        try {
          const shown = await act(id, session, (formOf(request)['key'] ?? '').trim());
          if (!shown) return reply.redirect('/admin/exporters', 303);
          return await show(shown.problem === undefined ? reply : reply.code(400), session, shown);
        } catch (thrown) {
          if (!(thrown instanceof AppError)) throw thrown;
          return show(reply.code(404), session, { problem: '没有这位信息发布员，或已停用。' });
        }
      }),
    );
  };

  onExporter('renew-token', async (id, session) => {
    const value = await exporters.renewToken(id, session.name);
    const name = (await exporters.list()).find((entry) => entry.id === id)?.name ?? '';
    return { token: { name, value } };
  });
  onExporter('revoke', async (id, session) => {
    await exporters.revoke(id, session.name);
    return null;
  });
  onExporter('add-key', async (id, session, key) => {
    if (!parsePublicKey(key)) return { problem: '这不是 minisign 公钥（Ed25519）：应是 package.pub 文件的最后一行。' };
    await exporters.addKey(id, key, session.name);
    return null;
  });
  onExporter('revoke-key', async (id, session, key) => {
    await exporters.revokeKey(id, key, session.name);
    return null;
  });
}

type Shown = Partial<Omit<ExportersView, 'exporters'>>;
