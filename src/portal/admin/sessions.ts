import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#main/services/ports/clock.ts';

export interface Session {
  readonly name: string;
  /** Stands in every form; what is sent without it was not sent from our pages. */
  readonly csrf: string;
}

interface Kept extends Session {
  usedAt: number;
  readonly begunAt: number;
}

const minute = 60_000;
/** Ends after so long without a call, and after a working day in any case. */
const idleTime = 30 * minute;
const longestTime = 10 * 60 * minute;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Who is signed in. Lives in memory: a restart signs everybody out. */
export class Sessions {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Answers the secret for the cookie; only its hash is kept. */
  begin(name: string): string {
    const secret = randomBytes(32).toString('base64url');
    const now = this.#now();
    this.#kept.set(hashOf(secret), { name, csrf: randomBytes(32).toString('base64url'), usedAt: now, begunAt: now });
    return secret;
  }

  find(secret: string | undefined): Session | undefined {
    if (secret === undefined) return undefined;
    const key = hashOf(secret);
    const session = this.#kept.get(key);
    if (!session) return undefined;
    const now = this.#now();
    if (now - session.usedAt > idleTime || now - session.begunAt > longestTime) {
      this.#kept.delete(key);
      return undefined;
    }
    session.usedAt = now;
    return session;
  }

  end(secret: string | undefined): void {
    if (secret !== undefined) this.#kept.delete(hashOf(secret));
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}

/** In constant time, so that nothing can be guessed letter by letter. */
export function isSameToken(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}
