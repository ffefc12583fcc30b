import { closeCode, hostPath, type FromHost, type FromPage, type Greeting, type Welcome } from '../link/messages.ts';
import { encodeFarewell } from '../link/farewell.ts';
import { ReliableStream } from '../link/stream.ts';

const retryMs = [50, 100, 200, 500, 1_000, 2_000];
/** A break shorter than this is not worth a word to the person. */
const quietMs = 2_500;
/** Longer than the host keeps a page that dropped out: after it no answer can come any more. */
const giveUpMs = 65_000;

/** A window that may close itself is closed by then: to begin a navigation in the middle of it can keep it open for good. */
const closeMs = 200;

type LeavingPage = 'taken' | 'closed';

export type ConnectionEvents = {
  message(message: FromHost): void;
  /** The connection is broken, back, or broken for good. */
  state(state: 'connected' | 'broken' | 'lost'): void;
};

/** The page's end of the link: connects, comes back after a break, and goes on exactly where it stopped. */
export class Connection {
  readonly #id = crypto.randomUUID();
  readonly #events: ConnectionEvents;
  readonly #stream: ReliableStream;
  #attempt = 0;
  #brokenSince: number | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #leaving = false;

  constructor(events: ConnectionEvents) {
    this.#events = events;
    this.#stream = new ReliableStream((message) => events.message(message as FromHost));
    this.#connect();
    // Before the app's own listeners, so that what they send finds the other way open. A page may come back from the cache.
    addEventListener('pagehide', () => this.#hide());
    addEventListener('pageshow', () => (this.#leaving = false));
  }

  /** Sends now or when the socket is back. Throws when the value cannot be cloned. */
  send(message: FromPage): void {
    this.#stream.send(message);
    if (this.#leaving) this.#sayFarewell();
  }

  #hide(): void {
    this.#leaving = true;
    this.#sayFarewell();
  }

  /** Frames that arrive both ways are known by their numbers and taken once. */
  #sayFarewell(): void {
    const frames = this.#stream.unacknowledged();
    if (frames.length > 0) navigator.sendBeacon(`${hostPath}farewell`, encodeFarewell({ page: this.#id, frames }));
  }

  #connect(): void {
    const socket = new WebSocket(`ws://${location.host}${hostPath}socket`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      const greeting: Greeting = {
        page: this.#id,
        received: this.#stream.received,
        path: location.pathname + location.search,
      };
      socket.send(JSON.stringify(greeting));
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#welcome(socket, JSON.parse(data) as Welcome);
      else this.#stream.receive(new Uint8Array(data));
    });
    socket.addEventListener('close', ({ code }) => this.#closed(code));
  }

  #welcome(socket: WebSocket, welcome: Welcome): void {
    if (welcome.kind === 'taken') return this.leave('taken');
    if (welcome.kind === 'unknown-page') return this.#end();
    this.#attempt = 0;
    this.#brokenSince = undefined;
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    this.#stream.attach({ send: (bytes) => socket.send(bytes) }, welcome.received);
    this.#events.state('connected');
  }

  #closed(code: number): void {
    this.#stream.detach();
    if (this.#ended) return;
    if (code === closeCode.takenOver) return this.leave('taken');
    if (code === closeCode.windowClosed) return this.leave('closed');
    this.#brokenSince ??= Date.now();
    if (Date.now() - this.#brokenSince > giveUpMs) return this.#end();
    this.#quiet ??= setTimeout(() => this.#events.state('broken'), quietMs);
    setTimeout(() => this.#connect(), retryMs[Math.min(this.#attempt++, retryMs.length - 1)]);
  }

  /** Goes to one of the host's own pages; what the app sends while it is being left still arrives. */
  leave(page: LeavingPage): void {
    if (this.#ended) return;
    this.#ended = true;
    if (page === 'taken') return location.replace(hostPath + page);
    // Only a window that a script or a command line opened may close itself; another shows the closing page, which lies
    // in the cache, for the host may be gone by now.
    window.close();
    setTimeout(() => location.replace(hostPath + page), closeMs);
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#quiet);
    this.#events.state('lost');
  }
}
