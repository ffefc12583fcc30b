import type { Log } from '#main/services/ports/log.ts';

/**
 * Errors that no code took: one line in the log (kind and place, never words), and the app goes on. What was saved is
 * safe, and a dialog with a stack would help nobody. Answers a function that stops listening.
 */
export function logStrayErrors(log: Log): () => void {
  const onError = (thrown: unknown): void => log.error('stray-error', placeOf(thrown));
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  return () => {
    process.off('uncaughtException', onError);
    process.off('unhandledRejection', onError);
  };
}

function placeOf(thrown: unknown): { readonly error: string; readonly place: string } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, place: '' };
  const place = /([\w.-]+\.[cm]?[jt]s:\d+:\d+)/.exec(thrown.stack ?? '')?.[1] ?? '';
  return { error: thrown.name, place };
}
