import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { ReaderAnswers, ReaderMessage, ReaderQuestion } from './reader-protocol.ts';

export interface ReaderLimits {
  /** Of one question. */
  readonly milliseconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
}

export interface ReaderThread {
  /**
   * Refuses what the reading refuses, `cancelled` once the signal is aborted, and `import-too-heavy` for what takes more
   * time or memory than the limits. Questions are answered one after another.
   */
  ask<Question extends ReaderQuestion>(
    question: Question,
    signal?: AbortSignal,
  ): Promise<ReaderAnswers[Question['kind']]>;
  close(): Promise<void>;
}

/**
 * A thread that reads what others wrote. The readers are synchronous for seconds, and what hostile content does to
 * their time and memory ends with the thread: the next question gets a new one. It starts with the first question.
 * @param script `reader-worker` of this folder: the source when run from source, the built file otherwise
 */
export function readerThread(script: URL, limits: ReaderLimits): ReaderThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function stop(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  async function askNow(question: ReaderQuestion, signal: AbortSignal | undefined): Promise<unknown> {
    if (signal?.aborted) throw new AppError('cancelled');
    worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
    const message = await talk(worker, question, limits.milliseconds, signal).catch(async (thrown: unknown) => {
      await stop();
      throw thrown;
    });
    if (message.kind === 'refused') throw new AppError(message.error.code, message.error.params);
    return message.value;
  }

  return {
    async ask<Question extends ReaderQuestion>(question: Question, signal?: AbortSignal) {
      const answered = last.then(async () => askNow(question, signal));
      last = answered.catch(() => undefined);
      // The worker answers each kind with its own value.
      return (await answered) as ReaderAnswers[Question['kind']];
    },
    close: stop,
  };
}

/** One question and its message. Rejects when the thread cannot be asked again. */
async function talk(
  worker: Worker,
  question: ReaderQuestion,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<ReaderMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderMessage>();
  const cancel = (): void => reject(new AppError('cancelled'));
  const fail = (cause?: unknown): void => reject(new AppError('import-too-heavy', {}, { cause }));
  const timer = setTimeout(fail, milliseconds);
  signal?.addEventListener('abort', cancel);
  worker.on('message', resolve);
  worker.on('error', fail);
  worker.postMessage(question);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    worker.off('message', resolve);
    worker.off('error', fail);
    // An idle thread keeps no program running.
    worker.unref();
  }
}
