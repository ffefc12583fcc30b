import { decode, encode } from './wire.ts';

/** What a stream needs of a socket: hand over bytes; closing and events belong to the owner. */
export type Pipe = { send(bytes: Uint8Array<ArrayBuffer>): void };

const headerBytes = 16;
/** An end that never acknowledges must not fill the other's memory. */
const maximumUnacknowledgedBytes = 256 * 1024 * 1024;
const acknowledgementDelayMs = 100;

/**
 * One end of an ordered stream of messages over a socket that may drop and come back: every message arrives once,
 * in order, or (when the other end is gone for good) not at all. Frames carry their own number and the last one received;
 * what the other end has not acknowledged is kept and sent again on the next pipe.
 */
export class ReliableStream {
  readonly #deliver: (message: unknown) => void;
  #pipe: Pipe | undefined;
  #sent = 0;
  #received = 0;
  #outbox: { number: number; frame: Uint8Array<ArrayBuffer> }[] = [];
  #outboxBytes = 0;
  #acknowledgement: ReturnType<typeof setTimeout> | undefined;

  constructor(deliver: (message: unknown) => void) {
    this.#deliver = deliver;
  }

  /** Number of the last message received, told to the other end when a new socket opens. */
  get received(): number {
    return this.#received;
  }

  /** Goes on over a new pipe; `peerReceived` is the other end's `received`. */
  attach(pipe: Pipe, peerReceived: number): void {
    this.#pipe = pipe;
    this.#forget(peerReceived);
    for (const { frame } of this.#outbox) pipe.send(this.#stamp(frame));
  }

  /** The socket is gone; messages are kept for the next one. */
  detach(): void {
    this.#pipe = undefined;
    clearTimeout(this.#acknowledgement);
    this.#acknowledgement = undefined;
  }

  /** Sends, now or on the next pipe. Throws when the value cannot be cloned. */
  send(message: unknown): void {
    const payload = encode(message);
    const frame = new Uint8Array(headerBytes + payload.byteLength);
    frame.set(payload, headerBytes);
    this.#sent += 1;
    new DataView(frame.buffer).setFloat64(0, this.#sent, true);
    this.#outbox.push({ number: this.#sent, frame });
    this.#outboxBytes += frame.byteLength;
    if (this.#outboxBytes > maximumUnacknowledgedBytes) throw new Error('the other end does not read');
    this.#pipe?.send(this.#stamp(frame));
  }

  /** What the other end has not acknowledged, in order: for another way to it when the pipe is about to go. */
  unacknowledged(): readonly Uint8Array<ArrayBuffer>[] {
    return this.#outbox.map(({ frame }) => this.#stamp(frame));
  }

  /** Takes a frame from the pipe. A frame seen before is acknowledged and not delivered again. */
  receive(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const number = view.getFloat64(0, true);
    this.#forget(view.getFloat64(8, true));
    if (number === 0 || number <= this.#received) return;
    this.#received = number;
    this.#acknowledgement ??= setTimeout(() => this.#acknowledge(), acknowledgementDelayMs);
    this.#deliver(decode(bytes.subarray(headerBytes)));
  }

  #acknowledge(): void {
    this.#acknowledgement = undefined;
    this.#pipe?.send(this.#stamp(new Uint8Array(headerBytes)));
  }

  #stamp(frame: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    new DataView(frame.buffer).setFloat64(8, this.#received, true);
    return frame;
  }

  #forget(upTo: number): void {
    while (this.#outbox[0] !== undefined && this.#outbox[0].number <= upTo) {
      this.#outboxBytes -= this.#outbox.shift()?.frame.byteLength ?? 0;
    }
  }
}
