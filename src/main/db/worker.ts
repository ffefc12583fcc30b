import { parentPort, workerData } from 'node:worker_threads';
import { toCodedError, type CodedError, type ErrorCode } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { openForReading, openStoreFolder, type OpenFolder } from './store-folder.ts';
import { startHousekeeping } from './housekeeping.ts';
import { toAppError } from './sqlite-errors.ts';
import { runStoreMethod } from './store-methods.ts';
import type { WorkerMessage, WorkerRequest, WorkerStart } from './worker-protocol.ts';

/** The database worker: the only thread that holds the database. It answers one request after the other. */
const port = parentPort;
if (!port) throw new Error('the database worker runs as a worker thread only');
const { folder, mode } = workerData as WorkerStart;

function send(message: WorkerMessage): void {
  port?.postMessage(message);
}

async function answer(id: number, work: () => unknown): Promise<Result<string>> {
  try {
    const result = ok(JSON.stringify((await work()) ?? null));
    send({ kind: 'answer', id, result });
    return result;
  } catch (thrown) {
    const result = fail(refusalOf(thrown));
    send({ kind: 'answer', id, result, trace: framesOf(thrown) });
    return result;
  }
}

function refusalOf(thrown: unknown): CodedError {
  const error = toCodedError(toAppError(thrown));
  return mode === 'reading' && error.code === 'data-folder-unwritable' ? { code: 'read-only', params: {} } : error;
}

function framesOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [thrown.name, ...frames.slice(0, 6)].join('\n');
}

function afterFailure(open: OpenFolder, code: ErrorCode): void {
  try {
    if (code === 'database-damaged') open.noteDamage();
    if (code === 'disk-error') open.dropConnection();
  } catch {
    // The disk refuses this too; the caller has its answer, and the next start checks a folder that was not closed well.
  }
}

function serve(open: OpenFolder): void {
  const housekeeping = mode === 'reading' ? null : startHousekeeping(open);
  port?.on('message', (request: WorkerRequest) => {
    void (async () => {
      if (request.kind === 'call') {
        const result = await answer(request.id, () => runStoreMethod(open, request.method, JSON.parse(request.args)));
        if (!result.ok) afterFailure(open, result.error.code);
        housekeeping?.afterCall();
        return;
      }
      housekeeping?.stop();
      await answer(request.id, () => open.close());
      port?.close();
    })();
  });
  send({ kind: 'opened', report: open.report });
}

try {
  serve(mode === 'reading' ? openForReading(folder) : await openStoreFolder(folder, new Date().toISOString()));
} catch (thrown) {
  send({ kind: 'refused', error: toCodedError(toAppError(thrown)) });
  port.close();
}
