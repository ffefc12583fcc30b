import { create } from 'zustand';
import { listen } from '#renderer/api/desk-api.ts';
import type { Job } from '#shared/model/job.ts';

/** Works in the background, by draft (null: the whole store), as last heard of. */
interface Jobs {
  readonly byDraft: ReadonlyMap<string | null, Job>;
  readonly running: Job | undefined;
}

export const useJobs = create<Jobs>(() => ({ byDraft: new Map(), running: undefined }));

export function noteJob(job: Job): void {
  useJobs.setState(({ byDraft }) => {
    const jobs = new Map(byDraft).set(job.draftId, job);
    return { byDraft: jobs, running: [...jobs.values()].find((entry) => entry.state === 'running') };
  });
}

/** The answer of the call that began a job. Its events may have come first: then they know more. */
export function noteBegunJob(job: Job): void {
  if (useJobs.getState().byDraft.get(job.draftId)?.id !== job.id) noteJob(job);
}

export function followJobs(): () => void {
  return listen('job:changed', noteJob);
}
