import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may speak to the host: a browser on this machine that was given this launch's token.
 * The token travels in the URL's fragment (never in a request line, a log or a Referer) and is exchanged for a cookie.
 */
export class Access {
  #token = randomBytes(32).toString('base64url');
  #cookie = randomBytes(32).toString('base64url');
  readonly #oneTime = new Set<string>();
  #port = 0;

  /** The port is known only once the server listens. */
  listensOn(port: number): void {
    this.#port = port;
  }

  /** Goes on with the token of the launch before: `npm run dev` starts the app again under the page that is open. */
  continueWith(token: string): void {
    this.#token = token;
    this.#cookie = createHash('sha256').update(`cookie ${token}`).digest('base64url');
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get socketOrigin(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** The address to show a person: good for as long as the host runs. */
  get address(): string {
    return `${this.origin}/#token=${this.#token}`;
  }

  /** An address good for one entry: for a command line, which every user of the machine can list. */
  oneTimeAddress(): string {
    const token = randomBytes(32).toString('base64url');
    this.#oneTime.add(token);
    return `${this.origin}/#token=${token}`;
  }

  /** The Set-Cookie value for the right token, or undefined. */
  exchange(token: string): string | undefined {
    if (!this.#oneTime.delete(token) && !same(token, this.#token)) return undefined;
    return `${this.#cookieName}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Against DNS rebinding and pages of other origins: the exact host, and the exact origin wherever one is given. */
  isOurOrigin(request: IncomingMessage, { originRequired }: { originRequired: boolean }): boolean {
    const { host, origin } = request.headers;
    if (host !== `127.0.0.1:${this.#port}`) return false;
    return origin === undefined ? !originRequired : origin === this.origin;
  }

  hasCookie(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
    return cookies.some(
      (part) => part.startsWith(`${this.#cookieName}=`) && same(part.slice(this.#cookieName.length + 1), this.#cookie),
    );
  }

  /** Cookies know no ports: two hosts on one machine must not overwrite each other's. */
  get #cookieName(): string {
    return `gaoqian-${this.#port}`;
  }
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
