import { setTimeout as wait } from 'node:timers/promises';
import { DetailedError, Upload, type HttpResponse } from 'tus-js-client';
import type { PackageToSend, PortalClient, PortalTarget, SendOptions } from '#main/services/ports/portal-client.ts';
import { AppError } from '#shared/errors.ts';
import { errorOfAnswer } from './answer-errors.ts';
import { checkReceipt } from './check-receipt.ts';
import { PortalHttpStack, type PortalResponse } from './portal-http-stack.ts';
import { proxyTo, straightOut, type WayOut } from './way-out.ts';
import { zipSource } from './zip-source.ts';

export interface PortalClientOptions {
  /** After so many milliseconds without a byte either way a portal counts as too slow. */
  readonly idleTimeout?: number;
  /** How long to wait for the receipt of a finished upload, in milliseconds. */
  readonly receiptTimeout?: number;
  /** Between two questions for the receipt, in milliseconds. */
  readonly receiptInterval?: number;
  /** Before trying a request again inside one run, in milliseconds each. */
  readonly retryDelays?: readonly number[];
  /** Lines are direct without it. */
  readonly wayOut?: WayOut;
}

const defaults = {
  idleTimeout: 30_000,
  receiptTimeout: 120_000,
  receiptInterval: 250,
  retryDelays: [500, 2_000],
} as const satisfies PortalClientOptions;

/**
 * What goes in one request. A break inside it loses nothing (the portal keeps what came in, and is asked for the offset);
 * it is bounded for the sake of proxies that hold a request's body back.
 */
const pieceBytes = 32 * 1024 * 1024;

type Settings = Required<PortalClientOptions>;

export function portalClient(options: PortalClientOptions = {}): PortalClient {
  const settings: Settings = { ...defaults, wayOut: straightOut, ...options };
  return {
    async send(target, pack, sending) {
      const connection = await Connection.to(target, settings);
      // What was published already (an answer got lost, or the app was killed) is not sent again.
      try {
        const answer = await connection.askForReceipt(pack.zipSha256, sending.signal);
        if (answer.getStatus() === 200) return checkReceipt(readJson(answer), pack, target.publicKey);
        if (answer.getStatus() !== 202) {
          if (!isWorthSending(answer)) throw errorOf(answer);
          await connection.upload(pack, sending);
        }
        sending.listener.onVerifying();
        return checkReceipt(await connection.awaitReceipt(pack.zipSha256, sending.signal), pack, target.publicKey);
      } finally {
        connection.close();
      }
    },
    async discard(target, uploadUrl) {
      const connection = await Connection.to(target, settings);
      try {
        await connection.request('DELETE', uploadUrl, new AbortController().signal, { 'Tus-Resumable': '1.0.0' });
      } finally {
        connection.close();
      }
    },
  };
}

/**
 * 404: never came; 409 and 422: an earlier try was refused; 500 and 507: the portal failed with it, or its disk was full.
 * A new try may mend all of these, so they are worth sending (again).
 */
function isWorthSending(answer: PortalResponse): boolean {
  return [404, 409, 422, 500, 507].includes(answer.getStatus()) && isJson(answer);
}

class Connection {
  readonly #origin: string;
  readonly #token: string;
  readonly #settings: Settings;
  readonly #stack: PortalHttpStack;

  private constructor(origin: string, token: string, settings: Settings, stack: PortalHttpStack) {
    this.#origin = origin;
    this.#token = token;
    this.#settings = settings;
    this.#stack = stack;
  }

  static async to({ url, token, certificate }: PortalTarget, settings: Settings): Promise<Connection> {
    const origin = originOf(url);
    const proxy = await proxyTo(origin, settings.wayOut);
    const stack = new PortalHttpStack(origin, { idleTimeout: settings.idleTimeout, certificate, proxy });
    return new Connection(origin, token, settings, stack);
  }

  close(): void {
    this.#stack.close();
  }

  async request(
    method: string,
    url: string,
    signal: AbortSignal,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PortalResponse> {
    if (signal.aborted) throw new AppError('cancelled');
    const request = this.#stack.createRequest(method, url);
    request.setHeader('Authorization', `Bearer ${this.#token}`);
    request.setHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    const abort = (): void => void request.abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await request.send(null);
    } catch (thrown) {
      throw signal.aborted ? new AppError('cancelled') : thrown;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async askForReceipt(zipSha256: string, signal: AbortSignal): Promise<PortalResponse> {
    return await this.request('GET', `${this.#origin}/api/v1/receipts/${zipSha256}`, signal);
  }

  /** Asks until the portal has made up its mind. */
  async awaitReceipt(zipSha256: string, signal: AbortSignal): Promise<unknown> {
    const questions = Math.ceil(this.#settings.receiptTimeout / this.#settings.receiptInterval);
    for (let question = 0; question < questions; question += 1) {
      const answer = await this.askForReceipt(zipSha256, signal);
      if (answer.getStatus() === 200) return readJson(answer);
      if (answer.getStatus() !== 202) throw errorOf(answer);
      await wait(this.#settings.receiptInterval, undefined, { signal }).catch(() => undefined);
    }
    throw new AppError('portal-timeout');
  }

  /** Whether the portal has the whole package, verified or not. */
  async #hasAll({ zipSha256 }: PackageToSend, signal: AbortSignal): Promise<boolean> {
    return [200, 202].includes((await this.askForReceipt(zipSha256, signal)).getStatus());
  }

  /** Sends the zip by tus 1.0, from where the portal has it. */
  upload(pack: PackageToSend, { uploadUrl, bytesPerSecond, signal, listener }: SendOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      // An address that was begun at another portal, or before this one moved, is of no use here.
      const isHere = URL.canParse(uploadUrl) && new URL(uploadUrl).origin === this.#origin;
      let isBegun = false;
      // The bytes come from the reader below; the first argument only must not be nothing.
      const upload = new Upload(Buffer.alloc(0), {
        fileReader: zipSource(pack.path, pack.bytes, bytesPerSecond),
        fingerprint: async () => pack.zipSha256,
        endpoint: `${this.#origin}/api/v1/uploads`,
        uploadUrl: isHere ? uploadUrl : null,
        httpStack: this.#stack,
        headers: { Authorization: `Bearer ${this.#token}` },
        metadata: { filename: `${pack.name}.zip`, sha256: pack.zipSha256, packageName: pack.name },
        chunkSize: pieceBytes,
        uploadSize: pack.bytes,
        retryDelays: [...this.#settings.retryDelays],
        storeFingerprintForResuming: false,
        onShouldRetry: (error, tries) => isWorthAnotherTry(codeOf(error), tries),
        onBeforeRequest: async (request) => {
          // A portal that is done with an upload knows its address no more. When only its answer got lost, nothing is sent twice.
          if (request.getMethod() === 'POST' && isBegun && (await this.#hasAll(pack, signal))) {
            settle(resolve);
            throw new AppError('cancelled');
          }
        },
        onAfterResponse: (_request, response) => {
          // A page of a hotel's Wi-Fi answers 200 to anything; only a portal speaks tus.
          if (response.getStatus() < 300 && response.getHeader('tus-resumable') === undefined) {
            throw new AppError('portal-foreign-answer', { status: response.getStatus() });
          }
        },
        onUploadUrlAvailable: () => {
          isBegun = true;
          listener.onUploadUrl(upload.url ?? '');
        },
        onProgress: (sent) => listener.onOffset(sent),
        onChunkComplete: (_size, accepted) => listener.onOffset(accepted),
        onSuccess: () => settle(resolve),
        onError: (error) => settle(() => reject(codeOf(error))),
      });
      const cancel = (): void => {
        void upload.abort();
        reject(new AppError('cancelled'));
      };
      const settle = (finish: () => void): void => {
        signal.removeEventListener('abort', cancel);
        finish();
      };
      if (signal.aborted) return cancel();
      signal.addEventListener('abort', cancel, { once: true });
      upload.start();
    });
  }
}

/**
 * Breaks that pass within seconds are bridged here; the queue waits for the longer ones.
 * @param tries since something arrived last; a line that went dead is tried anew once
 */
function isWorthAnotherTry({ code }: AppError, tries: number): boolean {
  return code === 'portal-unreachable' || code === 'portal-busy' || (code === 'portal-timeout' && tries === 0);
}

function codeOf(error: Error): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof DetailedError)) return new AppError('portal-error', {}, { cause: error });
  if (error.originalResponse) return errorOf(error.originalResponse);
  return error.causingError instanceof AppError
    ? error.causingError
    : new AppError('portal-unreachable', {}, { cause: error.causingError });
}

function errorOf(response: HttpResponse): AppError {
  return errorOfAnswer(response.getStatus(), (name) => response.getHeader(name), response.getBody());
}

function isJson(response: HttpResponse): boolean {
  return response.getHeader('content-type')?.startsWith('application/json') ?? false;
}

function readJson(answer: PortalResponse): unknown {
  if (!isJson(answer)) throw new AppError('portal-foreign-answer', { status: answer.getStatus() });
  try {
    return JSON.parse(answer.getBody());
  } catch {
    throw new AppError('portal-foreign-answer', { status: answer.getStatus() });
  }
}

/** Refuses `portal-not-configured` for what is no http(s) address. */
function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) {
    throw new AppError('portal-not-configured');
  }
  return parsed.origin;
}
