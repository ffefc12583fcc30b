import type { DraftContent } from '#shared/model/draft.ts';
import type { FindAnswer, FindRequest } from './find-messages.ts';

/** What of a worker is needed here. */
export interface FindWorker {
  postMessage(request: FindRequest): void;
  listen(hear: (answer: FindAnswer) => void): void;
  terminate(): void;
}

/** `slow`: the expression was still not through the draft when its time was up. `superseded`: a newer request came. */
export type FindOutcome = Exclude<FindAnswer, { kind: 'began' }> | { readonly kind: 'slow' | 'superseded' };

export interface FindRunner {
  /** Never rejects. While one request runs only the newest of those that came after it waits; the others are superseded. */
  run(request: FindRequest & { readonly content: DraftContent }): Promise<FindOutcome>;
  dispose(): void;
}

interface Waiting {
  readonly request: FindRequest & { readonly content: DraftContent };
  readonly settle: (outcome: FindOutcome) => void;
}

export interface RunnerPorts {
  readonly startWorker: () => FindWorker;
  /** Calls back after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Milliseconds after which a search is ended. A plain one takes a few for the longest draft. */
export const searchTime = 1500;

const nothing = (): void => undefined;

/** Runs searches one at a time in a worker that is started with the first and again after one had to be ended. */
export function createFindRunner({ startWorker, after }: RunnerPorts): FindRunner {
  let worker: FindWorker | undefined;
  let known: DraftContent | undefined;
  let running: Waiting | undefined;
  let next: Waiting | undefined;
  let stopClock: () => void = nothing;

  const settle = (outcome: FindOutcome): void => {
    stopClock();
    const done = running;
    running = undefined;
    const following = next;
    next = undefined;
    if (following) begin(following);
    done?.settle(outcome);
  };
  const end = (): void => {
    stopClock();
    worker?.terminate();
    worker = undefined;
    known = undefined;
  };
  const tooSlow = (): void => {
    end();
    settle({ kind: 'slow' });
  };
  const start = (): FindWorker => {
    const started = startWorker();
    started.listen((answer) => {
      if (started !== worker || !running) return;
      if (answer.kind === 'began') stopClock = after(searchTime, tooSlow);
      else settle(answer);
    });
    return started;
  };
  const begin = (waiting: Waiting): void => {
    running = waiting;
    worker ??= start();
    const { content, ...rest } = waiting.request;
    worker.postMessage(content === known ? rest : waiting.request);
    known = content;
  };
  return {
    run: (request) =>
      new Promise((settle) => {
        const waiting: Waiting = { request, settle };
        next?.settle({ kind: 'superseded' });
        next = undefined;
        if (running) next = waiting;
        else begin(waiting);
      }),
    dispose() {
      end();
      next?.settle({ kind: 'superseded' });
      next = undefined;
      running?.settle({ kind: 'superseded' });
      running = undefined;
    },
  };
}
