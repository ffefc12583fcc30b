import { Transform, type Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** Sent at once under a limit; small, so that a slow line sees a steady stream. */
const pieceBytes = 16 * 1024;

/** A stream that gives away no more than `bytesPerSecond()` (0: no limit), which may change on the way. */
export function paced(source: Readable, bytesPerSecond: () => number): Readable {
  let next = performance.now();
  const stream = new Transform({
    readableHighWaterMark: source.readableHighWaterMark,
    writableHighWaterMark: source.readableHighWaterMark,
    transform(chunk: Buffer, _encoding, done) {
      // Without a limit nothing is waited for.
      if (bytesPerSecond() <= 0) done(null, chunk);
      else void slowly(chunk, done);
    },
  });

  async function slowly(chunk: Buffer, done: () => void): Promise<void> {
    for (let at = 0; at < chunk.length && !stream.destroyed;) {
      const limit = bytesPerSecond();
      const piece = limit > 0 ? chunk.subarray(at, at + Math.min(pieceBytes, limit)) : chunk.subarray(at);
      at += piece.length;
      if (limit > 0) {
        next = Math.max(next, performance.now()) + (piece.length / limit) * 1000;
        await wait(Math.max(0, next - performance.now()));
      }
      stream.push(piece);
    }
    done();
  }

  source.on('error', (error) => stream.destroy(error));
  stream.once('close', () => source.destroy());
  return source.pipe(stream);
}
