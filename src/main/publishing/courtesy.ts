import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds after which somebody who saved words counts as still typing: while keys come, words are saved each second. */
const typingLasts = 2500;
/** Between two pieces of work meanwhile. A piece takes about one, so keys find both processors free nearly always. */
const pause = 25;

/** Lets work in the background step back while somebody types, for they share the processors with the window. */
export interface Courtesy {
  /** Words were saved just now. */
  readonly typed: () => void;
  /** Before each small piece of work: resolves at once while nobody types, and one after the other while somebody does. */
  readonly giveWay: () => Promise<void>;
}

export function courtesy(): Courtesy {
  let typedAt = -Infinity;
  let turn = 0;
  return {
    typed() {
      typedAt = performance.now();
    },
    async giveWay() {
      const now = performance.now();
      if (now - typedAt > typingLasts) return;
      turn = Math.max(turn, now) + pause;
      await wait(turn - now);
    },
  };
}
