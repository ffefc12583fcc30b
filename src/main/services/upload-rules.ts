import type { CodedError, ErrorCode } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';

const minute = 60_000;
const longestWait = 60 * minute;

const passing: ReadonlySet<ErrorCode> = new Set([
  'portal-unreachable',
  'portal-not-found',
  'portal-timeout',
  'portal-error',
  'portal-full',
  'portal-busy',
  'portal-unavailable',
  'portal-foreign-answer',
  // A stick that is not plugged in yet.
  'folder-missing',
]);

/** Faults of the line between here and there, which end when the network is back or another one is chosen. */
const ofTheLine: ReadonlySet<ErrorCode> = new Set([
  'portal-unreachable',
  'portal-not-found',
  'portal-timeout',
  'portal-foreign-answer',
]);

/** Whether a fault passes by itself, so that the queue tries again without being asked. */
export function mayPass(error: CodedError): boolean {
  return passing.has(error.code);
}

/** Faults of a network that a person could mend, and that another network need not have. */
const ofTheNetwork: ReadonlySet<ErrorCode> = new Set([
  'portal-proxy',
  'portal-proxy-login',
  'portal-certificate',
  'portal-certificate-date',
]);

/** Whether an upload may go on as soon as the network is back, or another one. What a portal asked for is kept to. */
export function waitsForTheLine({ state, lastError }: Pick<Upload, 'state' | 'lastError'>): boolean {
  if (!lastError) return false;
  return (
    (state === 'waiting' && ofTheLine.has(lastError.code)) || (state === 'failed' && ofTheNetwork.has(lastError.code))
  );
}

/**
 * Milliseconds to wait after a fault: 1, 2, 4, … minutes, at most 60, and never less than the portal asked for.
 * @param attempts tries so far, 1 or more
 */
export function waitAfter(error: CodedError, attempts: number): number {
  const asked = Number(error.params['retryAfter'] ?? 0) * 1000;
  return Math.max(asked, Math.min(longestWait, 2 ** (attempts - 1) * minute));
}

/** Whether a wait is over at `now`; one that began in what is now the future was measured by a clock that was put back. */
function isOver({ nextTryAt, updatedAt }: Upload, now: string): boolean {
  return (nextTryAt ?? '') <= now || updatedAt > now;
}

/**
 * The uploads that come next at `now`: for each target that is free, the oldest of those that are queued or whose wait is
 * over. A target that is slow or away holds up no other.
 */
export function nextUploads(uploads: readonly Upload[], now: string, busy: ReadonlySet<string>): readonly Upload[] {
  const next = new Map<string, Upload>();
  const due = uploads.filter(
    (upload) => upload.state === 'queued' || (upload.state === 'waiting' && isOver(upload, now)),
  );
  for (const upload of due.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    if (!busy.has(upload.targetId) && !next.has(upload.targetId)) next.set(upload.targetId, upload);
  }
  return [...next.values()];
}

/** When the next wait after `now` is over; undefined when nothing waits. */
export function nextWake(uploads: readonly Upload[], now: string): string | undefined {
  return uploads
    .filter((upload) => upload.state === 'waiting')
    .flatMap((upload) => upload.nextTryAt ?? [])
    .filter((moment) => moment > now)
    .sort()[0];
}
