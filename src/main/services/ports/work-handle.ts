import type { JobStep } from '#shared/model/job.ts';

/** What a long work listens to and tells. */
export interface WorkHandle {
  readonly signal: AbortSignal;
  step(step: JobStep, done: number, total: number): void;
}
