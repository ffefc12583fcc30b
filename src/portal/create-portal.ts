import { fastify, type FastifyInstance } from 'fastify';
import { rm } from 'node:fs/promises';
import { adminRoutes } from './admin/admin-routes.ts';
import { Sessions } from './admin/sessions.ts';
import { AuditLog } from './audit/audit-log.ts';
import { apiRoutes } from './receiving/api-routes.ts';
import { Senders } from './receiving/authenticate.ts';
import { openApi } from './receiving/openapi.ts';
import { RateLimiter } from './receiving/rate-limiter.ts';
import { ReceiptSigner } from './receiving/receipt-signer.ts';
import { ReceptionDesk } from './receiving/reception-desk.ts';
import { UploadReceiver } from './receiving/upload-receiver.ts';
import { feedRoutes } from './pages/feed.ts';
import { noticePage } from './pages/notice-page.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { defaultLimits, type PortalOptions } from './portal-options.ts';
import { Administrators } from './people/administrators.ts';
import { Exporters } from './people/exporters.ts';
import { Sites } from './sites/sites.ts';
import type { PortalBackup } from './ports/portal-stores.ts';

export interface Portal {
  readonly app: FastifyInstance;
  readonly exporters: Exporters;
  readonly administrators: Administrators;
  readonly audit: AuditLog;
  readonly sites: Sites;
  /** Copies everything into a folder that a portal can be started on; see `PortalStores`. */
  backUp(folder?: string): Promise<PortalBackup>;
  /** Starts to listen, goes on with what a killed portal left, and answers the address (without a slash at the end). */
  listen(): Promise<string>;
  /** Stops listening, finishes the package in hand, closes the index. */
  close(): Promise<void>;
}

const hour = 60 * 60 * 1000;

/** Builds the reference portal on its stores. It can run alone (`main.ts`) or inside another program. */
export function createPortal(options: PortalOptions): Portal {
  const limits = { ...defaultLimits, ...options.limits };
  const { site, clock, ids, log, reader, host = '127.0.0.1' } = options;
  const { processName, index, files, uploads, receiptKey } = options.stores;
  const audit = new AuditLog(index.audit, clock);
  const exporters = new Exporters(index.exporters, audit, ids);
  const administrators = new Administrators(index.administrators, audit);
  const signer = new ReceiptSigner(receiptKey);
  const senders = new Senders();
  let address = '';
  const baseUrl = (): string => options.publicUrl ?? address;
  const sites = new Sites(index.sites, audit);
  const publishing = { index, files, audit, sites, signer, clock, ids, log, reader, baseUrl };
  const desk = new ReceptionDesk({ ...publishing, uploads, processName });
  const receiver = new UploadReceiver({ senders, desk, index, uploads, ids, uploadBytes: limits.uploadBytes });

  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    // Addresses that cannot even be read never reach a route.
    frameworkErrors: (_thrown, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, { ...securityHeaders, 'content-type': 'text/html; charset=utf-8' });
      reply.raw.end(noticePage(site, 400).text);
    },
  });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(securityHeaders));
  app.register(
    async (scope) =>
      apiRoutes(scope, {
        exporters,
        index,
        receiver,
        senders,
        log,
        calls: new RateLimiter(clock, limits.callsPerMinute),
        refusals: new RateLimiter(clock, limits.refusalsPerMinute),
        uploadBytes: limits.uploadBytes,
        sites,
        receiptPublicKey: signer.publicKey,
      }),
    { prefix: '/api/v1' },
  );
  const { publications } = index;
  app.register(async (scope) => pageRoutes(scope, { sites, publications, files, log, clock }));
  app.register(async (scope) => feedRoutes(scope, { sites, publications, baseUrl, clock }));
  app.get('/api/v1/openapi.json', async () => openApi(baseUrl()));
  app.register(async (scope) =>
    adminRoutes(scope, {
      sites,
      administrators,
      exporters,
      overview: index.overview,
      audit,
      sessions: new Sessions(clock),
      logins: new RateLimiter(clock, limits.loginsPerMinute),
      receiptPublicKey: signer.publicKey,
      log,
      baseUrl,
      backUp: async () => options.stores.backUp(),
    }),
  );
  const cleaning = setInterval(() => {
    receiver.clean().catch(() => log.warn('portal-cleaning-failed'));
  }, hour);
  cleaning.unref();

  return {
    app,
    exporters,
    administrators,
    audit,
    sites,
    backUp: async (folder) => options.stores.backUp(folder),
    listen: async () => {
      await sites.begin(site);
      address = await app.listen({ host, port: options.port ?? 0 });
      // Only now: had another process of this name been at work here, it would hold the port.
      await rm(files.workFolder, { recursive: true, force: true });
      await receiver.clean();
      await receiver.recover();
      await desk.resume();
      return address;
    },
    close: async () => {
      clearInterval(cleaning);
      await app.close();
      await desk.close();
      await index.close();
    },
  };
}

/** No script but the portal's own file, nothing from other hosts, no frame around it. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
