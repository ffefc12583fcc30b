const kept = { recent: 12, daily: 14, weekly: 8 } as const;
const dayLength = 86_400_000;

/**
 * Which backups stay: the 12 newest, the newest of each of the last 14 days and of the last 8 weeks that have one.
 * Days and weeks (from Monday) are counted among the backups, in UTC, so a clock that jumps throws nothing away.
 * @param newestFirst ISO 8601, in the order in which they were written and not that of the clock
 */
export function backupsToKeep(newestFirst: readonly string[]): ReadonlySet<string> {
  return new Set([
    ...newestFirst.slice(0, kept.recent),
    ...newestOfEach(newestFirst, dayOf).slice(0, kept.daily),
    ...newestOfEach(newestFirst, (moment) => Math.floor((dayOf(moment) + 3) / 7)).slice(0, kept.weekly),
  ]);
}

/** Whole days since 1970-01-01, a Thursday. */
function dayOf(moment: string): number {
  return Math.floor(Date.parse(moment) / dayLength);
}

function newestOfEach(newestFirst: readonly string[], spanOf: (moment: string) => number): string[] {
  const seen = new Set<number>();
  return newestFirst.filter((moment) => {
    const span = spanOf(moment);
    if (seen.has(span)) return false;
    seen.add(span);
    return true;
  });
}
