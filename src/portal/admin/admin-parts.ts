import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Markup } from '#main/publishing/page-template/html.ts';
import type { Log } from '#main/services/ports/log.ts';
import type { RateLimiter } from '../receiving/rate-limiter.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Administrators } from '../people/administrators.ts';
import type { Exporters } from '../people/exporters.ts';
import type { OverviewStore } from '../ports/overview-store.ts';
import type { PortalBackup } from '../ports/portal-stores.ts';
import type { Sites } from '../sites/sites.ts';
import type { Session, Sessions } from './sessions.ts';

export interface AdminParts {
  readonly administrators: Administrators;
  readonly exporters: Exporters;
  readonly overview: OverviewStore;
  readonly audit: AuditLog;
  readonly sites: Sites;
  readonly sessions: Sessions;
  /** Failed tries to sign in, by address. */
  readonly logins: RateLimiter;
  readonly receiptPublicKey: string;
  readonly log: Log;
  /** Address of the portal's root, without a slash at the end. */
  readonly baseUrl: () => string;
  readonly backUp: () => Promise<PortalBackup>;
}

/** Answers a page to somebody who is signed in. */
export type AdminHandler = (request: FastifyRequest, reply: FastifyReply, session: Session) => Promise<FastifyReply>;

/** Shows a page of the administration; `session` null is for whoever is not signed in. */
type ShowPage = (
  reply: FastifyReply,
  page: { readonly title: string; readonly path: string; readonly session: Session | null; readonly content: Markup },
) => Promise<FastifyReply>;

/** What the routes of each area are built with. */
export interface AdminDesk {
  readonly signedIn: SignedIn;
  readonly show: ShowPage;
}

/** Makes a route out of a handler for somebody who is signed in. */
type SignedIn = (handler: AdminHandler) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** The fields of a form; whatever else was sent has none. */
export function formOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, string>) : {};
}

/** The lines of a text field, without blank ones and without what is written twice. */
export function linesOf(text: string | undefined): readonly string[] {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function send(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
