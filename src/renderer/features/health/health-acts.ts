import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { follow } from '#renderer/session/followed-work.ts';
import { noteBegunJob, noteJob } from '#renderer/session/jobs.ts';
import { lackingFold } from '#renderer/session/lacking-files.ts';
import { dismissTopic, notify, useNotices } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { BackupDraft, BackupName } from '#shared/model/backup.ts';
import type { WorkStep } from '#shared/ipc/channels/work.ts';
import type { Job } from '#shared/model/job.ts';

const topic = 'health';

/** What was refused last, until the next act: a notice lies under the dialog that the act was asked for in. */
export function useRefusal(): string | undefined {
  return useNotices(({ shown }) => shown.find((notice) => notice.topic === topic && notice.intent === 'error')?.title);
}

type StoreWork = 'backup:run' | 'backup:prove' | 'health:check' | 'health:repair';

/** Begins a work on the whole store, after the words on the sheet are durable. */
export function begin(work: StoreWork): Promise<void> {
  return tried(async () => {
    await draftActs().flush();
    noteBegunJob(await call(work, {}));
  });
}

export function stop(job: Job): Promise<void> {
  return tried(async () => noteJob(await call('job:cancel', { jobId: job.id })));
}

export function restoreAll(backup: BackupName): Promise<void> {
  return tried(async () => {
    await draftActs().flush();
    noteBegunJob(await call('backup:restore-all', backup));
  });
}

export interface Following {
  /** Stops the work. */
  readonly signal: AbortSignal;
  readonly onStep: (step: WorkStep) => void;
}

/** Brings one draft back and shows it; answers whether that went well. */
export async function restoreDraft(
  backup: BackupName,
  draft: BackupDraft,
  as: 'new-draft' | 'new-revision',
  { signal, onStep }: Following,
): Promise<boolean> {
  const done = await tried(async () => {
    await draftActs().flush();
    const { draftId, lacking } = await follow(signal, onStep, async (workId) =>
      call('backup:restore-draft', { ...backup, workId, draftId: draft.id, as }),
    );
    await refreshDrafts();
    // A draft that is open already is read anew.
    draftActs().close();
    await draftActs().open(draftId);
    const title = translate('health.restored', { headline: draft.headline || translate('drafts.untitled') });
    const isWhole = lacking.length === 0;
    const intent = isWhole ? 'success' : 'warning';
    notify({ intent, title, folds: lackingFold(lacking), passing: isWhole, topic });
    return true;
  });
  return done === true;
}

async function tried<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
  dismissTopic(topic);
  return attempt(act, topic);
}
