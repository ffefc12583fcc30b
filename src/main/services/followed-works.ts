import { AppError } from '#shared/errors.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { WorkHandle } from './ports/work-handle.ts';

/** Works that a window waits for and may stop; each tells how far it is as `work:step`. */
export interface FollowedWorks {
  begin(): string;
  /** Refuses `cancelled` at once for a work that was stopped before it ran. */
  run<Value>(workId: string, work: (handle: WorkHandle) => Promise<Value>): Promise<Value>;
  cancel(workId: string): void;
  /** Stops all and waits until they have cleaned up: before the app quits. */
  cancelAll(): Promise<void>;
}

export function followedWorks({ ids, events }: { readonly ids: Ids; readonly events: EventSink }): FollowedWorks {
  const begun = new Map<string, AbortController>();
  const running = new Set<Promise<unknown>>();
  return {
    begin() {
      const workId = ids.next();
      begun.set(workId, new AbortController());
      return workId;
    },
    async run(workId, work) {
      const abort = begun.get(workId) ?? new AbortController();
      const step: WorkHandle['step'] = (name, done, total) => {
        events.emit('work:step', { workId, step: name, done, total: Math.max(total, 1) });
      };
      if (abort.signal.aborted) throw new AppError('cancelled');
      const under = work({ signal: abort.signal, step });
      const ended = under.then(
        () => undefined,
        () => undefined,
      );
      running.add(ended);
      try {
        return await under;
      } finally {
        running.delete(ended);
        begun.delete(workId);
      }
    },
    cancel(workId) {
      begun.get(workId)?.abort();
    },
    async cancelAll() {
      for (const abort of begun.values()) abort.abort();
      await Promise.all(running);
    },
  };
}
