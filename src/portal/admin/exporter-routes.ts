import type { FastifyInstance, FastifyReply } from 'fastify';
import { parsePublicKey } from '#main/publishing/minisign.ts';
import { formOf, send, type AdminParts, type SignedIn } from './admin-parts.ts';
import { adminPage } from './pages/admin-layout.ts';
import { exportersContent, type ExportersView } from './pages/exporters-page.ts';
import type { Session } from './sessions.ts';

/** Who may send packages. A token is shown in the answer to the act that made it, and never again. */
export function exporterRoutes(app: FastifyInstance, parts: AdminParts, signedIn: SignedIn): void {
  const { site, exporters, audit } = parts;

  const show = (
    reply: FastifyReply,
    session: Session,
    view: Partial<Omit<ExportersView, 'exporters'>> = {},
  ): FastifyReply => {
    const content = exportersContent(session, { token: null, problem: '', ...view, exporters: exporters.details() });
    return send(reply, adminPage(site, { title: '信息发布员', path: '/admin/exporters', session, content }).text);
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
      if (exporters.list().some((exporter) => exporter.name === name)) {
        return show(reply.code(409), session, { problem: `已有信息发布员“${name}”。` });
      }
      const { id, token } = exporters.add(name);
      audit.append(session.name, 'exporter.added', { exporterId: id });
      return show(reply, session, { token: { name, value: token } });
    }),
  );

  /** An act on one exporter who is not revoked; `act` answers what to show, or null to go back to the list. */
  const onExporter = (
    path: string,
    act: (exporter: { readonly id: string; readonly name: string }, session: Session, key: string) => Shown | null,
  ): void => {
    app.post(
      `/admin/exporters/:id/${path}`,
      signedIn(async (request, reply, session) => {
        const { id } = request.params as { readonly id: string };
        const exporter = exporters.list().find((entry) => entry.id === id);
        if (!exporter) return show(reply.code(404), session, { problem: '没有这位信息发布员，或已停用。' });
        const shown = act(exporter, session, (formOf(request)['key'] ?? '').trim());
        if (!shown) return reply.redirect('/admin/exporters', 303);
        return show(shown.problem === undefined ? reply : reply.code(400), session, shown);
      }),
    );
  };

  onExporter('renew-token', ({ id, name }, session) => {
    const value = exporters.renewToken(id);
    audit.append(session.name, 'token.renewed', { exporterId: id });
    return { token: { name, value } };
  });
  onExporter('revoke', ({ id }, session) => {
    exporters.revoke(id);
    audit.append(session.name, 'exporter.revoked', { exporterId: id });
    return null;
  });
  onExporter('add-key', ({ id }, session, key) => {
    if (!parsePublicKey(key)) return { problem: '这不是 minisign 公钥（Ed25519）：应是 package.pub 文件的最后一行。' };
    exporters.addKey(id, key);
    audit.append(session.name, 'key.added', { exporterId: id, key });
    return null;
  });
  onExporter('revoke-key', ({ id }, session, key) => {
    exporters.revokeKey(id, key);
    audit.append(session.name, 'key.revoked', { exporterId: id, key });
    return null;
  });
}

type Shown = Partial<Omit<ExportersView, 'exporters'>>;
