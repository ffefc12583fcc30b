import type { Clock } from '#main/services/ports/clock.ts';
import type { Timers } from '#main/services/ports/timers.ts';

/** Time that moves only when the test says so: a clock and the timers that go by it. */
export class ManualTime implements Clock, Timers {
  #now: number;
  readonly #waiting = new Map<() => void, number>();

  constructor(start = '2026-11-23T06:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): string {
    return new Date(this.#now).toISOString();
  }

  after(milliseconds: number, callback: () => void): () => void {
    const call = (): void => callback();
    this.#waiting.set(call, this.#now + milliseconds);
    return () => void this.#waiting.delete(call);
  }

  /** How many calls are due later. */
  waiting(): number {
    return this.#waiting.size;
  }

  /** Puts the clock to another time. Timers go by what passes, not by it. */
  turnTo(moment: string): void {
    const jump = Date.parse(moment) - this.#now;
    this.#now += jump;
    for (const [call, at] of this.#waiting) this.#waiting.set(call, at + jump);
  }

  /** Lets so many milliseconds pass and calls what was due. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [call, at] of this.#waiting) {
      if (at > this.#now) continue;
      this.#waiting.delete(call);
      call();
    }
  }
}
