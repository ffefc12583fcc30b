import type { CodedError, ErrorCode } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';

const minute = 60_000;
const longestWait = 60 * minute;

const passing: ReadonlySet<ErrorCode> = new Set(['portal-unreachable', 'portal-timeout', 'portal-error']);

/** Whether a fault passes by itself, so that the queue tries again without being asked. */
export function mayPass(error: CodedError): boolean {
  // A conflict with a status: the upload is held by another request. With a name: the portal has other bytes under it.
  return passing.has(error.code) || (error.code === 'portal-conflict' && 'status' in error.params);
}

/**
 * Milliseconds to wait after a fault: 1, 2, 4, … minutes, at most 60, and never less than the portal asked for.
 * @param attempts tries so far, 1 or more
 */
export function waitAfter(error: CodedError, attempts: number): number {
  const asked = Number(error.params['retryAfter'] ?? 0) * 1000;
  return Math.max(asked, Math.min(longestWait, 2 ** (attempts - 1) * minute));
}

/** The upload that comes next at `now`: the oldest of those that are queued or whose wait is over. */
export function nextUpload(uploads: readonly Upload[], now: string): Upload | undefined {
  return uploads
    .filter(({ state, nextTryAt }) => state === 'queued' || (state === 'waiting' && (nextTryAt ?? '') <= now))
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0];
}

/** When the next wait is over; undefined when nothing waits. */
export function nextWake(uploads: readonly Upload[]): string | undefined {
  return uploads
    .filter((upload) => upload.state === 'waiting')
    .flatMap((upload) => upload.nextTryAt ?? [])
    .sort()[0];
}
