import { call, listen } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import type { WorkStep } from '#shared/ipc/channels/work.ts';
import { changeNotice, dismiss, notify } from './notices.ts';

export const exchangeTopic = 'exchange';

/** Begins a work that the window waits for, tells each step of it, and stops it when `signal` says so: it then refuses `cancelled`. */
export async function follow<Answer>(
  signal: AbortSignal,
  onStep: (step: WorkStep) => void,
  work: (workId: string) => Promise<Answer>,
): Promise<Answer> {
  const { workId } = await call('work:begin', {});
  const cancel = (): void => void call('work:cancel', { workId });
  const unlisten = listen('work:step', (step) => {
    if (step.workId === workId) onStep(step);
  });
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    return await work(workId);
  } finally {
    signal.removeEventListener('abort', cancel);
    unlisten();
  }
}

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
  const { signal } = abort;
  const act = { label: translate('common.cancel'), run: () => abort.abort() };
  const notice = notify({ intent: 'info', title, progress: null, topic: exchangeTopic, act });
  const onStep = ({ step, done, total }: WorkStep): void => {
    const place = total > 1 ? ` ${done + 1}/${total}` : '';
    changeNotice(notice, {
      lines: [`${translate(`exchange.step.${step}`)}${place}`],
      progress: total > 1 ? done / total : null,
    });
  };
  const progress = (part: number): void => changeNotice(notice, { progress: part });
  try {
    return await follow(signal, onStep, async (workId) => work({ workId, signal, progress }));
  } finally {
    dismiss(notice);
  }
}
