import type { JobStep } from '#shared/model/job.ts';

/** Progress and cancel of a long work. `step` throws `cancelled` once the person has said stop. */
export interface Pace {
  step(step: JobStep, done: number, total: number): void;
  /** Lets messages in, so that cancel can come between two pieces of synchronous work. */
  breathe(): Promise<void>;
}
