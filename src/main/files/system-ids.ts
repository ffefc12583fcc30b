import { randomBytes } from 'node:crypto';
import type { Ids } from '#main/services/ports/ids.ts';

const counterBits = 12;
/** A fresh millisecond starts its counter in the lower half, so that it seldom runs over. */
const counterStart = 1 << (counterBits - 1);

/**
 * UUIDv7 (RFC 9562, 5.7) with a counter in `rand_a` (6.2, method 1): each id sorts after the one before it, also
 * within one millisecond and when the clock is set back.
 * @param now milliseconds since 1970; the machine's clock unless a test gives its own
 */
export function systemIds(now: () => number = Date.now): Ids {
  let moment = 0;
  let counter = 0;

  function step(): void {
    const present = now();
    if (present > moment) {
      moment = present;
      counter = randomBytes(2).readUInt16BE() % counterStart;
      return;
    }
    counter += 1;
    if (counter < 1 << counterBits) return;
    moment += 1;
    counter = 0;
  }

  return {
    next() {
      step();
      const bytes = randomBytes(16);
      bytes.writeUIntBE(moment, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
      const hex = bytes.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    },
  };
}
