import type { Clock } from '#main/services/ports/clock.ts';

/** Counts calls of each address in windows of one minute. Forgets addresses that keep quiet. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #callsPerMinute: number;
  #window = '';
  readonly #counts = new Map<string, number>();

  constructor(clock: Clock, callsPerMinute: number) {
    this.#clock = clock;
    this.#callsPerMinute = callsPerMinute;
  }

  /** Whether the address used its calls up. */
  isSpent(address: string): boolean {
    this.#turn();
    return (this.#counts.get(address) ?? 0) >= this.#callsPerMinute;
  }

  count(address: string): void {
    this.#turn();
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
  }

  #turn(): void {
    const window = this.#clock.now().slice(0, 'YYYY-MM-DDTHH:mm'.length);
    if (window === this.#window) return;
    this.#window = window;
    this.#counts.clear();
  }
}
