import type { Clock } from '#main/services/ports/clock.ts';
import type { AuditEntry, AuditLine, AuditStore } from '../ports/audit-store.ts';
import { auditStart, firstBroken } from './audit-chain.ts';

/** Lines that are verified at a time; others are answered in between. */
const stride = 500;

/** What was done at the portal. */
export class AuditLog {
  readonly #store: AuditStore;
  readonly #clock: Clock;

  constructor(store: AuditStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** An entry of this moment, for an act that keeps it together with what it changes. */
  entry(who: string, event: string, facts: AuditEntry['facts'] = {}): AuditEntry {
    return { at: this.#clock.now(), who, event, facts };
  }

  /** Notes what changes nothing else. */
  async append(who: string, event: string, facts: AuditEntry['facts'] = {}): Promise<void> {
    await this.#store.append(this.entry(who, event, facts));
  }

  /** The newest first. */
  async newest(offset: number, limit: number): Promise<readonly AuditLine[]> {
    return this.#store.newest(offset, limit);
  }

  /** The newest line of an event. */
  async latest(event: string): Promise<AuditLine | undefined> {
    return this.#store.latest(event);
  }

  /** The number of the first line that does not fit; null when the chain is whole. */
  async broken(): Promise<number | null> {
    let head = auditStart;
    for (;;) {
      const lines = await this.#store.following(head.number, stride);
      const broken = firstBroken(head, lines);
      const last = lines.at(-1);
      if (broken !== null || !last) return broken;
      head = last;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
