import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import { AppError } from '#shared/errors.ts';
import { trustedAuthorities } from './certificates.ts';

/** An answer is a receipt (2,000 files of some 120 bytes each), a page or a picture, and room to spare. */
const answerLimit = 32 * 1024 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** Redirects that hold for this request alone. */
const passingStatuses = new Set([302, 303, 307]);

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** How a portal is reached. */
export interface Line {
  /** Gives up when nothing moves for so many milliseconds. */
  readonly idleTimeout: number;
  /** PEM of an own certificate authority; empty for none. */
  readonly certificate: string;
  /** Address of the proxy to go through; null for none. */
  readonly proxy: string | null;
}

/**
 * Talks to one origin and to no other: the token goes nowhere else, whatever a redirect, a `Location` or a stored
 * address says. Rejects with `portal-unreachable`, `portal-not-found {host}`, `portal-timeout`, `portal-redirect {host}`,
 * `portal-foreign-answer {status}`, `portal-error`, `portal-certificate {reason}`, `portal-certificate-date {reason}`, `portal-proxy-login`.
 */
export class PortalHttpStack implements HttpStack {
  readonly #origin: string;
  readonly #idleTimeout: number;
  readonly #agent: Agent;

  constructor(origin: string, line: Line) {
    this.#origin = origin;
    this.#idleTimeout = line.idleTimeout;
    this.#agent = agentFor(origin, line);
  }

  /** Lets go of the connections that were kept for the next request. */
  close(): void {
    this.#agent.destroy();
  }

  getName(): string {
    return 'PortalHttpStack';
  }

  createRequest(method: string, url: string): PortalRequest {
    return new PortalRequest(method, url, this.#origin, this.#agent, this.#idleTimeout);
  }
}

export class PortalRequest implements HttpRequest {
  readonly #method: string;
  readonly #url: string;
  readonly #origin: string;
  readonly #agent: Agent;
  readonly #idleTimeout: number;
  readonly #headers: Record<string, string> = {};
  #request: ClientRequest | null = null;
  #onProgress: (bytesSent: number) => void = () => undefined;

  constructor(method: string, url: string, origin: string, agent: Agent, idleTimeout: number) {
    this.#method = method;
    this.#url = url;
    this.#origin = origin;
    this.#agent = agent;
    this.#idleTimeout = idleTimeout;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(header: string, value: string): void {
    this.#headers[header] = value;
  }

  getHeader(header: string): string | undefined {
    return this.#headers[header];
  }

  setProgressHandler(handler: (bytesSent: number) => void): void {
    this.#onProgress = handler;
  }

  async send(body: unknown): Promise<PortalResponse> {
    const url = new URL(this.#url);
    if (url.origin !== this.#origin) throw new AppError('portal-redirect', { host: url.host });
    const answer = await this.#exchange(url, body instanceof Readable ? body : null);
    refuseDetours(answer, this.#origin, this.#url);
    return new PortalResponse(answer, this.#request);
  }

  async abort(): Promise<void> {
    this.#request?.destroy();
  }

  getUnderlyingObject(): ClientRequest | null {
    return this.#request;
  }

  #exchange(url: URL, body: Readable | null): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const size = body && 'size' in body && typeof body.size === 'number' ? { 'content-length': body.size } : {};
      const request = open(url, { method: this.#method, headers: { ...this.#headers, ...size }, agent: this.#agent });
      this.#request = request;
      const fail = (thrown: unknown): void => {
        body?.destroy();
        request.destroy();
        reject(asPortalError(thrown));
      };
      request.setTimeout(this.#idleTimeout, () => fail(new AppError('portal-timeout')));
      request.on('error', fail);
      request.on('response', (response) => {
        collect(response).then(resolve, fail);
      });
      if (!body) {
        request.end();
        return;
      }
      let sent = 0;
      body.on('data', (chunk: Uint8Array) => {
        sent += chunk.length;
        this.#onProgress(sent);
      });
      body.on('error', (thrown) => fail(new AppError('file-unreadable', {}, { cause: thrown })));
      body.pipe(request);
    });
  }
}

export class PortalResponse implements HttpResponse {
  readonly #answer: HttpAnswer;
  readonly #request: ClientRequest | null;

  constructor(answer: HttpAnswer, request: ClientRequest | null) {
    this.#answer = answer;
    this.#request = request;
  }

  getStatus(): number {
    return this.#answer.status;
  }

  getHeader(header: string): string | undefined {
    const value = this.#answer.headers[header.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  }

  getBody(): string {
    return this.#answer.body.toString('utf8');
  }

  getBytes(): Buffer {
    return this.#answer.body;
  }

  getUnderlyingObject(): ClientRequest | null {
    return this.#request;
  }
}

/** What OpenSSL and Node say of a certificate that they do not believe. */
const certificateCodes =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE)/;

function agentFor(origin: string, { certificate, proxy }: Line): Agent {
  const common = {
    keepAlive: true,
    ...(proxy === null ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }),
  };
  if (!origin.startsWith('https:')) return new Agent(common);
  return new SecureAgent(certificate === '' ? common : { ...common, ca: trustedAuthorities(certificate) });
}

async function collect(response: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > answerLimit) throw new AppError('portal-error', { status: response.statusCode ?? 0 });
    chunks.push(part);
  }
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}

/**
 * No redirect is followed, and no address of another origin is taken from an answer. One for now, to another host, is how
 * networks ask to be signed in to; any other says that the portal moved.
 */
function refuseDetours({ status, headers: { location } }: HttpAnswer, origin: string, requestUrl: string): void {
  const target = location !== undefined && URL.canParse(location, requestUrl) ? new URL(location, requestUrl) : null;
  if (!redirectStatuses.has(status) && (!target || target.origin === origin)) return;
  const isSignIn = passingStatuses.has(status) && target?.hostname !== new URL(origin).hostname;
  if (!target || isSignIn) throw new AppError('portal-foreign-answer', { status });
  throw new AppError('portal-redirect', { host: target.host });
}

function asPortalError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const host = thrown instanceof Error && 'hostname' in thrown ? String(thrown.hostname) : '';
    return new AppError('portal-not-found', { host }, { cause: thrown });
  }
  // Told apart because it is most often the clock of this machine that is wrong.
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return new AppError('portal-certificate-date', { reason: code }, { cause: thrown });
  }
  if (certificateCodes.test(code)) return new AppError('portal-certificate', { reason: code }, { cause: thrown });
  // Node tells the proxy's status in words alone: "... response status 407 ...".
  if (code === 'ERR_PROXY_TUNNEL' && /\b407\b/.test(String(thrown))) {
    return new AppError('portal-proxy-login', {}, { cause: thrown });
  }
  return new AppError(code === 'ETIMEDOUT' ? 'portal-timeout' : 'portal-unreachable', {}, { cause: thrown });
}
