import type { DraftMetadata } from '#shared/model/draft.ts';
import { timeOfPage } from '#shared/model/time-of-page.ts';
import { shanghaiDate, shanghaiMinute } from '#shared/shanghai-time.ts';

/**
 * The time that a package's page gives as its own, where that is a day that is over: its bytes are signed, so a package of
 * Friday that is sent on Monday says Friday. Null where it is today's, or was meant (a planned time, a correction).
 * @param now milliseconds
 */
export function dayGoneBy(metadata: DraftMetadata, builtAt: string, now: number): string | null {
  const isMeant = timeOfPage(metadata, '') !== '';
  const today = shanghaiDate(new Date(now).toISOString());
  return isMeant || shanghaiDate(builtAt) >= today ? null : shanghaiMinute(builtAt);
}
