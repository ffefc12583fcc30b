import { AppError, toCodedError } from '#shared/errors.ts';
import type { Job } from '#shared/model/job.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { WorkHandle } from './ports/work-handle.ts';

/** Long works in the background: each change is told to the windows as `job:changed`. */
export interface JobRunner {
  /**
   * Starts the work at once and answers before it is done; a work that still runs for the same draft (or, with null, for the
   * whole store) is answered instead. The work answers the id of what it made, if that has one.
   */
  start(kind: Job['kind'], draftId: string | null, work: Work): Job;
  /** Asks a work to stop. Refuses `not-found`; what is already over stays as it is. */
  cancel(jobId: string): Job;
  /** The job once it is over. Refuses `not-found`. */
  settled(jobId: string): Promise<Job>;
  /** Stops all and waits until they have cleaned up: before the app quits. */
  cancelAll(): Promise<void>;
}

type Work = (handle: WorkHandle) => Promise<string | null>;

interface Running {
  job: Job;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

/** Events of one step are at least so far apart, in milliseconds: each one is drawn by the window in which somebody may type. */
const progressInterval = 200;

export function jobRunner(ports: {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly log: Log;
}): JobRunner {
  const { ids, clock, events, log } = ports;
  const jobs = new Map<string, Running>();

  function running(jobId: string): Running {
    const found = jobs.get(jobId);
    if (!found) throw new AppError('not-found');
    return found;
  }

  function change(jobId: string, changes: Partial<Job>): void {
    const entry = running(jobId);
    entry.job = { ...entry.job, ...changes };
    events.emit('job:changed', entry.job);
  }

  /** A new step is told at once, how far it came now and then. */
  function progress(jobId: string): WorkHandle['step'] {
    let toldAt = 0;
    return (step, done, total) => {
      const entry = running(jobId);
      const at = Date.parse(clock.now());
      const next = { step, done, total: Math.max(total, 1) };
      if (step === entry.job.step && at - toldAt < progressInterval) entry.job = { ...entry.job, ...next };
      else {
        toldAt = at;
        change(jobId, next);
      }
    };
  }

  async function run(jobId: string, abort: AbortController, work: Work): Promise<void> {
    // The caller hears of the job first, then its events follow.
    await Promise.resolve();
    try {
      if (abort.signal.aborted) throw new AppError('cancelled');
      const packageId = await work({
        signal: abort.signal,
        step: progress(jobId),
      });
      change(jobId, { state: 'done', packageId });
    } catch (thrown) {
      const error = toCodedError(thrown);
      log.warn('job.ended', { jobId, code: error.code });
      if (error.code === 'cancelled') change(jobId, { state: 'cancelled' });
      else change(jobId, { state: 'failed', error: { code: error.code, params: { ...error.params } } });
    }
  }

  return {
    start(kind, draftId, work) {
      const already = [...jobs.values()].find(({ job }) => job.draftId === draftId && job.state === 'running');
      if (already) return already.job;
      const abort = new AbortController();
      const id = ids.next();
      const job: Job = {
        id,
        kind,
        draftId,
        step: kind === 'package' ? 'checks' : 'database',
        done: 0,
        total: 1,
        state: 'running',
        error: null,
        packageId: null,
      };
      jobs.set(id, { job, abort, end: run(id, abort, work) });
      return job;
    },
    cancel(jobId) {
      const { job, abort } = running(jobId);
      if (job.state === 'running') abort.abort();
      return job;
    },
    async settled(jobId) {
      await running(jobId).end;
      return running(jobId).job;
    },
    async cancelAll() {
      for (const { abort } of jobs.values()) abort.abort();
      await Promise.all([...jobs.values()].map(async ({ end }) => end));
    },
  };
}
