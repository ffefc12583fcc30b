import type { WebSocket } from 'ws';
import {
  closeCode,
  type FromHost,
  type FromPage,
  type Greeting,
  type Question,
  type Welcome,
} from '../link/messages.ts';
import type { Farewell } from '../link/farewell.ts';
import { ReliableStream } from '../link/stream.ts';

/** How long the window stays without its page: a reload comes back at once, a dropped socket after sleep or load. */
const graceMs = { left: 1_500, dropped: 60_000 } as const;
/** How long the page that holds the window may take to prove it is there. */
const proofMs = 1_000;
/** How long a page may take to save before another takes its window. */
const leaveMs = 2_000;

export type PageEvents = {
  message(message: FromPage): void;
  /** A page took the window: a first one, a reload, or another tab that took over. */
  opened(path: string): void;
  /** The page left and no other came. */
  gone(): void;
};

type Page = { id: string; stream: ReliableStream; socket: WebSocket | undefined };

/** The one page that has the window, over however many sockets it takes. */
export class PageLink {
  readonly #events: PageEvents;
  readonly #grace: { left: number; dropped: number };
  #page: Page | undefined;
  #farewell: NodeJS.Timeout | undefined;
  #nextQuestion = 1;
  readonly #questions = new Map<number, { question: Question; resolve: (value: unknown) => void }>();

  constructor(events: PageEvents, grace: { left: number; dropped: number } = graceMs) {
    this.#events = events;
    this.#grace = grace;
  }

  get isOpen(): boolean {
    return this.#page !== undefined;
  }

  /** Sends to the page; false when there is none. A value that cannot be cloned throws. */
  send(message: FromHost): boolean {
    this.#page?.stream.send(message);
    return this.#page !== undefined;
  }

  /** Asks the person through the page; asked again of the next page when this one goes away unanswered. */
  ask(question: Question): Promise<unknown> {
    return new Promise((resolve) => {
      const id = this.#nextQuestion++;
      this.#questions.set(id, { question, resolve });
      this.send({ kind: 'ask', id, question });
    });
  }

  /** A socket that has passed the checks of the server says which page it belongs to. */
  async greet(socket: WebSocket, greeting: Greeting): Promise<void> {
    const page = this.#page;
    if (page?.id === greeting.page) return this.#resume(page, socket, greeting.received);
    // Numbers of a page that this host does not know cannot be continued: its calls may have run already.
    if (greeting.received > 0) return refuse(socket, { kind: 'unknown-page' });
    if (page?.socket !== undefined && (await isAlive(page.socket))) return refuse(socket, { kind: 'taken' });
    this.#open(socket, greeting);
  }

  /** The last frames of a page that is being closed, which its socket may not have delivered. */
  farewell({ page, frames }: Farewell): void {
    if (this.#page?.id !== page) return;
    for (const frame of frames) this.#page.stream.receive(frame);
  }

  /** Sends the page that has the window away, so that another can take it. */
  release(code: number): void {
    const page = this.#page;
    this.#page = undefined;
    clearTimeout(this.#farewell);
    page?.stream.detach();
    page?.socket?.close(code);
  }

  /** Asks the page to leave and gives it a moment to save; a page that does not answer loses the window all the same. */
  async handOver(): Promise<void> {
    const socket = this.#page?.socket;
    if (socket !== undefined) {
      this.send({ kind: 'leave' });
      await closedWithin(socket, leaveMs);
    }
    this.release(closeCode.takenOver);
  }

  #open(socket: WebSocket, greeting: Greeting): void {
    if (this.#page !== undefined) this.release(closeCode.takenOver);
    const stream = new ReliableStream((message) => this.#receive(message as FromPage));
    this.#page = { id: greeting.page, stream, socket: undefined };
    this.#resume(this.#page, socket, 0);
    this.#events.opened(greeting.path);
    for (const [id, { question }] of this.#questions) this.send({ kind: 'ask', id, question });
  }

  #resume(page: Page, socket: WebSocket, received: number): void {
    clearTimeout(this.#farewell);
    page.socket?.terminate();
    page.socket = socket;
    socket.send(JSON.stringify({ kind: 'welcome', received: page.stream.received } satisfies Welcome));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary && page.socket === socket) page.stream.receive(data);
    });
    socket.on('close', (code) => {
      if (page.socket === socket) this.#lost(page, code);
    });
    page.stream.attach({ send: (bytes) => socket.send(bytes) }, received);
  }

  #lost(page: Page, code: number): void {
    page.socket = undefined;
    page.stream.detach();
    if (this.#page !== page) return;
    const left = code === 1000 || code === 1001 || code === 1005;
    this.#farewell = setTimeout(
      () => {
        this.#page = undefined;
        this.#events.gone();
      },
      left ? this.#grace.left : this.#grace.dropped,
    );
  }

  #receive(message: FromPage): void {
    if (message.kind !== 'answer') return this.#events.message(message);
    this.#questions.get(message.id)?.resolve(message.value);
    this.#questions.delete(message.id);
  }
}

function refuse(socket: WebSocket, welcome: Welcome): void {
  socket.send(JSON.stringify(welcome));
  socket.close(closeCode.refused);
}

function closedWithin(socket: WebSocket, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A page being reloaded still holds its socket for a moment: one round trip tells it from a page that is really there. */
function isAlive(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (alive: boolean) => {
      clearTimeout(timer);
      socket.off('pong', onPong);
      socket.off('close', onClose);
      resolve(alive);
    };
    const onPong = () => settle(true);
    const onClose = () => settle(false);
    const timer = setTimeout(() => settle(false), proofMs);
    socket.once('pong', onPong);
    socket.once('close', onClose);
    socket.ping();
  });
}
