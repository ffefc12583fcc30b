import type { Clock } from '#main/services/ports/clock.ts';

/** Goes one second further each time it is asked, from a fixed moment. */
export function steppingClock(start = '2026-11-23T06:00:00.000Z'): Clock {
  let moment = Date.parse(start);
  return {
    now() {
      moment += 1_000;
      return new Date(moment).toISOString();
    },
  };
}
