import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { errorText, translate } from '#renderer/i18n/text.ts';
import { notify } from './notices.ts';

/** Tells the person of a refusal: what happened, what was kept, what to do. */
export function reportError(thrown: unknown, topic = 'problem'): void {
  const error = codedErrorOf(thrown);
  if (error.code === 'cancelled') return;
  notify({ intent: 'error', title: errorText(translate, error), topic });
}

/** Runs an act of the person; a refusal is told instead of thrown. Answers undefined then. */
export async function attempt<Value>(act: () => Promise<Value>, topic?: string): Promise<Value | undefined> {
  try {
    return await act();
  } catch (thrown) {
    reportError(thrown, topic);
    return undefined;
  }
}
