import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { WebSocketServer } from 'ws';
import { decodeFarewell, maximumFarewellBytes } from '../link/farewell.ts';
import { closeCode, closingPage, hostPath, type Greeting } from '../link/messages.ts';
import { welcomeStatus, type Welcome } from '../electron/instance-lock.ts';
import { Access } from './access.ts';
import { allowLink, defaultHeaders, hostPolicy, keptHeaders } from './content-security.ts';
import { closedPage, hostPage, hostScript, hostStyle, preloadModule, withPreload } from './host-assets.ts';
import type { PageLink } from './page-link.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Headers of one answer beside, or in place of, those of every one. */
type OwnHeaders = Readonly<Record<string, string>>;

export type ServerParts = {
  /** The link of the window whose page stands at this path; undefined while there is no window. */
  linkFor(path: string): PageLink | undefined;
  links(): readonly PageLink[];
  /** The handler of the scheme of the page that the window loads, and that page's origin, e.g. `app://desk`. */
  target(): { handler: SchemeHandler; origin: string } | undefined;
  preloadPath(): string | undefined;
  /** Path of the page that the window loads. */
  startPath(): string;
  /** A second start of the same app on the same data knocks here. */
  secondInstance(secret: string, details: { argv: string[]; workingDirectory: string }): Welcome | undefined;
};

const maximumFrameBytes = 64 * 1024 * 1024;

/** The HTTP and WebSocket side of the host. Bound to 127.0.0.1; nothing is answered before `Host` and `Origin` are right. */
export class HostServer {
  readonly access = new Access();
  readonly #parts: ServerParts;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: maximumFrameBytes, perMessageDeflate: false });

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => {
      if (!this.#mayUpgrade(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.once('message', (data: Buffer, isBinary) => {
          const greeting = isBinary ? undefined : readGreeting(data.toString());
          const link = greeting && this.#parts.linkFor(greeting.path);
          if (greeting === undefined || link === undefined) webSocket.close(closeCode.refused);
          else void link.greet(webSocket, greeting);
        });
        webSocket.on('error', () => webSocket.terminate());
      });
    });
  }

  /** Listens on the port, or on any free one for 0. Rejects with the system's error (EADDRINUSE). */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', () => {
        this.#http.off('error', reject);
        const actual = (this.#http.address() as AddressInfo).port;
        this.access.listensOn(actual);
        resolve(actual);
      });
    });
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.close();
    this.#http.closeAllConnections();
  }

  #mayUpgrade(request: IncomingMessage): boolean {
    return (
      request.url === `${hostPath}socket` &&
      this.access.isOurOrigin(request, { originRequired: true }) &&
      this.access.hasCookie(request)
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (!this.access.isOurOrigin(request, { originRequired: changes && !isKnock(request) }))
        return plain(response, 403);
      const path = new URL(request.url ?? '/', this.access.origin).pathname;
      if (path === '/favicon.ico') plain(response, 204);
      else if (path.startsWith(hostPath)) await this.#answerAsHost(path.slice(hostPath.length), request, response);
      else if (this.access.hasCookie(request)) await this.#answerAsApp(request, response);
      else if (request.headers['sec-fetch-dest'] === 'document') html(response, 200, hostPage('entry'));
      else plain(response, 401);
    } catch (error) {
      process.stderr.write(
        `browser host: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      if (response.headersSent) response.destroy();
      else plain(response, 500);
    }
  }

  async #answerAsHost(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') return this.#act(name, request, response);
    if (name === 'closed') return html(response, 200, closedPage(), keptHeaders);
    if (name === 'page/host.css') return send(response, 200, 'text/css; charset=utf-8', hostStyle(), keptHeaders);
    if (name === 'taken') return html(response, 200, hostPage(name));
    if (name === 'preload.js' && this.access.hasCookie(request)) {
      return send(response, 200, 'text/javascript; charset=utf-8', preloadModule(this.#parts.preloadPath()));
    }
    const script = hostScript(name);
    return script === undefined ? plain(response, 404) : send(response, 200, 'text/javascript; charset=utf-8', script);
  }

  async #act(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readSmallBody(request);
    if (name === 'farewell' && this.access.hasCookie(request)) {
      const farewell = decodeFarewell(bytes);
      if (farewell !== undefined) for (const link of this.#parts.links()) link.farewell(farewell);
      return plain(response, farewell === undefined ? 400 : 204);
    }
    const body = bytes.toString('utf8');
    if (name === 'enter') {
      const cookie = this.access.exchange(body);
      if (cookie === undefined) return plain(response, 401);
      response.setHeader('set-cookie', cookie);
      return plain(response, 200, this.#parts.startPath());
    }
    if (name === 'second-instance') {
      const details = JSON.parse(body) as { argv: string[]; workingDirectory: string };
      const welcome = this.#parts.secondInstance(String(request.headers['x-gaoqian-secret'] ?? ''), details);
      return plain(response, welcome === undefined ? 403 : welcomeStatus[welcome]);
    }
    if (name === 'take-over' && this.access.hasCookie(request)) {
      await this.#parts.linkFor(this.#parts.startPath())?.handOver();
      return plain(response, 200, this.#parts.startPath());
    }
    return plain(response, 404);
  }

  async #answerAsApp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = this.#parts.target();
    if (target === undefined) return plain(response, 503);
    const answer = await target.handler(asSchemeRequest(request, target.origin));
    for (const [name, value] of Object.entries(defaultHeaders)) response.setHeader(name, value);
    for (const [name, value] of answer.headers) {
      response.setHeader(
        name,
        name === 'content-security-policy'
          ? allowLink(value, [
              this.access.socketOrigin,
              ...['farewell', ...closingPage].map((name) => `${this.access.origin}${hostPath}${name}`),
            ])
          : value,
      );
    }
    response.statusCode = answer.status;
    const isMainPage =
      request.headers['sec-fetch-dest'] === 'document' &&
      (answer.headers.get('content-type') ?? '').startsWith('text/html');
    if (isMainPage) {
      response.removeHeader('content-length');
      response.end(withPreload(await answer.text()));
    } else if (answer.body === null || request.method === 'HEAD') {
      await answer.body?.cancel();
      response.end();
    } else {
      // Ends the app's stream too when the browser goes away in the middle.
      await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response).catch(() =>
        response.destroy(),
      );
    }
  }
}

/** The second start is no page and has no origin; its secret is checked instead. */
function isKnock(request: IncomingMessage): boolean {
  return request.url === `${hostPath}second-instance`;
}

function asSchemeRequest(request: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (['cookie', 'host', 'connection', 'origin', 'referer'].includes(name) || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(origin + (request.url ?? '/'), { method, headers });
  return new Request(origin + (request.url ?? '/'), {
    method,
    headers,
    body: Readable.toWeb(request) as unknown as BodyInit,
    duplex: 'half',
  } as RequestInit);
}

function readGreeting(text: string): Greeting | undefined {
  try {
    const { page, received, path } = JSON.parse(text) as Record<string, unknown>;
    if (typeof page !== 'string' || typeof received !== 'number' || typeof path !== 'string') return undefined;
    return { page, received, path };
  } catch {
    return undefined;
  }
}

async function readSmallBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumFarewellBytes) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, type: string, body: string, own: OwnHeaders = {}): void {
  for (const [name, value] of Object.entries({ ...defaultHeaders, ...own })) response.setHeader(name, value);
  response.writeHead(status, { 'content-type': type, 'content-security-policy': hostPolicy });
  response.end(body);
}

function html(response: ServerResponse, status: number, body: string, own: OwnHeaders = {}): void {
  send(response, status, 'text/html; charset=utf-8', body, own);
}

function plain(response: ServerResponse, status: number, body = status === 204 ? '' : `${status}`): void {
  send(response, status, 'text/plain; charset=utf-8', body);
}
