import type { Translate } from '#renderer/i18n/text.ts';
import type { Problems } from '#shared/model/health.ts';

/** What a check found wrong, in words. */
export function problemWords(text: Translate, { database, missing, damaged }: Problems): string {
  return [
    ...(database ? [text('health.problemDatabase')] : []),
    ...(missing > 0 ? [text('health.problemMissing', { count: missing })] : []),
    ...(damaged > 0 ? [text('health.problemDamaged', { count: damaged })] : []),
  ].join(text('health.and'));
}
