import { call, listen } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { changeNotice, dismiss, notify } from './notices.ts';

export const exchangeTopic = 'exchange';

export interface FollowedWork {
  readonly workId: string;
  readonly signal: AbortSignal;
  /** For what comes before the main process begins. */
  progress(part: number): void;
}

/** A work on an exchange file in sight of the person: how far it is, and a button that stops it. */
export async function followed<Answer>(
  title: string,
  work: (followed: FollowedWork) => Promise<Answer>,
): Promise<Answer> {
  const abort = new AbortController();
  const act = { label: translate('common.cancel'), run: () => abort.abort() };
  const notice = notify({ intent: 'info', title, progress: null, topic: exchangeTopic, act });
  try {
    const { workId } = await call('exchange:begin', {});
    abort.signal.addEventListener('abort', () => void call('exchange:cancel', { workId }));
    const stop = listen('exchange:step', ({ workId: of, step, done, total }) => {
      if (of !== workId) return;
      const place = total > 1 ? ` ${done + 1}/${total}` : '';
      changeNotice(notice, {
        lines: [`${translate(`exchange.step.${step}`)}${place}`],
        progress: total > 1 ? done / total : null,
      });
    });
    try {
      return await work({ workId, signal: abort.signal, progress: (part) => changeNotice(notice, { progress: part }) });
    } finally {
      stop();
    }
  } finally {
    dismiss(notice);
  }
}
