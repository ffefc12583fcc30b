import { create } from 'zustand';
import { listen } from '#renderer/api/desk-api.ts';
import type { Job } from '#shared/model/job.ts';

/** Works in the background, by draft, as last heard of. */
interface Jobs {
  readonly byDraft: ReadonlyMap<string, Job>;
  readonly running: Job | undefined;
}

export const useJobs = create<Jobs>(() => ({ byDraft: new Map(), running: undefined }));

export function noteJob(job: Job): void {
  useJobs.setState(({ byDraft }) => {
    const jobs = new Map(byDraft).set(job.draftId, job);
    return { byDraft: jobs, running: [...jobs.values()].find((entry) => entry.state === 'running') };
  });
}

export function followJobs(): () => void {
  return listen('job:changed', noteJob);
}
