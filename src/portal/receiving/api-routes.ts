import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, toCodedError, type CodedError } from '#shared/errors.ts';
import { sha256Schema } from '#shared/ids.ts';
import type { Log } from '#main/services/ports/log.ts';
import { noticePage } from '../pages/notice-page.ts';
import type { Sites } from '../sites/sites.ts';
import type { Exporters } from '../people/exporters.ts';
import type { PortalIndex } from '../ports/portal-stores.ts';
import { apiAnswer } from './api-errors.ts';
import { authenticate, type Senders } from './authenticate.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { UploadReceiver } from './upload-receiver.ts';

export interface ApiParts {
  readonly exporters: Exporters;
  readonly index: PortalIndex;
  readonly receiver: UploadReceiver;
  readonly senders: Senders;
  readonly calls: RateLimiter;
  readonly refusals: RateLimiter;
  readonly uploadBytes: number;
  readonly sites: Sites;
  readonly receiptPublicKey: string;
  readonly log: Log;
}

/** The API below `/api/v1`; `docs/portal-api.md` tells it to others. Everything needs a token. */
export async function apiRoutes(app: FastifyInstance, parts: ApiParts): Promise<void> {
  app.addHook('onRequest', async (request) => {
    await guard(parts, request);
    const declared = Number(request.headers['upload-length'] ?? 0);
    if (declared > parts.uploadBytes) throw new AppError('portal-too-large', { limit: parts.uploadBytes });
  });
  app.setErrorHandler<FastifyError>((thrown, _request, reply) =>
    refuse(parts.sites, reply, codedErrorOf(thrown, parts.log)),
  );
  app.setNotFoundHandler((_request, reply) => refuse(parts.sites, reply, { code: 'not-found', params: {} }));

  app.get('/', async (request) => ({
    portal: (await parts.sites.at(request.hostname)).siteName,
    receiptPublicKey: parts.receiptPublicKey,
    uploadBytes: parts.uploadBytes,
  }));
  app.get<{ Params: { zipSha256: string } }>('/receipts/:zipSha256', async (request, reply) => {
    const zipSha256 = sha256Schema.safeParse(request.params.zipSha256);
    if (!zipSha256.success) throw new AppError('bad-request');
    const reception = await parts.index.receptions.find(zipSha256.data, parts.senders.get(request.raw).id);
    if (reception?.state === 'received') {
      return reply.code(202).header('retry-after', '1').send({ state: 'verifying' });
    }
    if (reception?.state === 'refused')
      return refuse(parts.sites, reply, reception.error ?? { code: 'internal', params: {} });
    const publication = await parts.index.publications.findByZip(zipSha256.data);
    if (!publication) throw new AppError('not-found');
    return reply.send(publication.receipt);
  });

  // The tus server reads the body itself, as a stream.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  const receive = async (request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply): Promise<void> => {
    const { id } = request.params;
    // Another exporter's upload is as good as none.
    if (id !== undefined && !id.startsWith(`${parts.senders.get(request.raw).id}_`)) throw new AppError('not-found');
    reply.hijack();
    await parts.receiver.handle(request.raw, reply.raw);
  };
  app.route({ method: ['POST', 'OPTIONS'], url: '/uploads', handler: receive });
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: '/uploads/:id', handler: receive });
}

async function guard(parts: ApiParts, request: FastifyRequest): Promise<void> {
  parts.calls.count(request.ip);
  if (parts.calls.isSpent(request.ip) || parts.refusals.isSpent(request.ip)) throw new AppError('too-many-calls');
  try {
    parts.senders.set(request.raw, await authenticate(parts.exporters, request.headers.authorization));
  } catch (thrown) {
    parts.refusals.count(request.ip);
    throw thrown;
  }
}

function codedErrorOf(thrown: FastifyError | AppError, log: Log): CodedError {
  if (thrown instanceof AppError) return toCodedError(thrown);
  if (thrown.statusCode === 413) return { code: 'portal-too-large', params: {} };
  if (thrown.statusCode !== undefined && thrown.statusCode < 500) return { code: 'bad-request', params: {} };
  log.error('portal-api-failed', { reason: thrown.code });
  return { code: 'internal', params: {} };
}

async function refuse(sites: Sites, reply: FastifyReply, error: CodedError): Promise<FastifyReply> {
  const { status, body } = apiAnswer(error);
  // Somebody who opens an address of the API in a browser is no program.
  const wantsPage = reply.request.headers.accept?.includes('text/html') ?? false;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 429) reply.header('retry-after', '60');
  if (!wantsPage) return reply.code(status).send(body);
  const page = noticePage(await sites.at(reply.request.hostname), status);
  return reply.code(status).type('text/html; charset=utf-8').send(page.text);
}
