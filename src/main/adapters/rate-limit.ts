export interface Pace {
  /** Milliseconds to wait before going on; undefined when the caller must be refused. */
  next(key: string): number | undefined;
}

/**
 * At most `perSecond` calls a second for each key, with a burst of as many. A call above the pace waits its turn, so that a
 * large file in many chunks only slows down; one that would wait over a second is refused.
 */
export function createPace(perSecond: number, nowMs: () => number): Pace {
  const spacingMs = 1000 / perSecond;
  /** When the calls so far would be done at the even pace. */
  const paidUntil = new Map<string, number>();
  return {
    next(key) {
      const now = nowMs();
      const until = Math.max(paidUntil.get(key) ?? Number.NEGATIVE_INFINITY, now - 1000) + spacingMs;
      const waitMs = Math.max(0, until - now);
      if (waitMs > 1000) return undefined;
      paidUntil.set(key, until);
      return waitMs;
    },
  };
}
