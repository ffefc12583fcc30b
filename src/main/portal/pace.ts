import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** Sent at once under a limit; small, so that a slow line sees a steady stream. */
const pieceBytes = 16 * 1024;

/** A stream that gives away no more than `bytesPerSecond()` (0: no limit), which may change on the way. */
export function paced(source: Readable, bytesPerSecond: () => number): Readable {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let next = performance.now();
    for await (const chunk of source as AsyncIterable<Buffer>) {
      let at = 0;
      while (at < chunk.length) {
        const limit = bytesPerSecond();
        const piece = limit > 0 ? chunk.subarray(at, at + Math.min(pieceBytes, limit)) : chunk.subarray(at);
        at += piece.length;
        if (limit > 0) {
          next = Math.max(next, performance.now()) + (piece.length / limit) * 1000;
          await wait(Math.max(0, next - performance.now()));
        }
        yield piece;
      }
    }
  }
  const stream = Readable.from(pieces(), { objectMode: false });
  stream.once('close', () => source.destroy());
  return stream;
}
