import { useText } from '#renderer/i18n/text.ts';
import type { Health } from '#shared/model/health.ts';

type Problems = NonNullable<Health['check']>['problems'];

/** What a check found wrong, in words. */
export function useProblems(): (problems: Problems) => string {
  const text = useText();
  return ({ database, missing, damaged }) =>
    [
      ...(database ? [text('health.problemDatabase')] : []),
      ...(missing > 0 ? [text('health.problemMissing', { count: missing })] : []),
      ...(damaged > 0 ? [text('health.problemDamaged', { count: damaged })] : []),
    ].join(text('health.and'));
}
