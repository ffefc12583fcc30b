import { describe, expect, test } from 'vitest';
import { mayPass, nextUploads, nextWake, waitAfter, waitsForTheLine } from '#main/services/upload-rules.ts';
import { errorCodes, type CodedError, type ErrorCode } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

function error(code: ErrorCode, params: CodedError['params'] = {}): CodedError {
  return { code, params };
}

function upload(count: number, changes: Partial<Upload>): Upload {
  const at = `2026-11-23T06:00:0${count}.000Z`;
  return {
    id: testId(count),
    packageId: testId(count, 2),
    draftId: testId(count, 3),
    packageName: 'TSZJ-20261123-0007-r3',
    targetId: 'portal',
    targetName: '局门户',
    zipSha256: 'a'.repeat(64),
    bytes: 10,
    offset: 0,
    state: 'queued',
    attempts: 0,
    nextTryAt: null,
    lastError: null,
    tusUrl: '',
    receipt: null,
    createdAt: at,
    updatedAt: at,
    ...changes,
  };
}

describe('the queue', () => {
  test('waits out faults of the line and of the portal, and asks a person about everything else', () => {
    expect(errorCodes.filter((code) => mayPass(error(code))).toSorted()).toEqual(
      [
        'folder-missing',
        'portal-unreachable',
        'portal-not-found',
        'portal-timeout',
        'portal-error',
        'portal-full',
        'portal-busy',
        'portal-unavailable',
        'portal-foreign-answer',
      ].toSorted(),
    );
  });

  test('waits 1, 2, 4 … minutes, at most 60, and as long as the portal asks', () => {
    const minutes = [1, 2, 3, 6, 7, 8, 100].map((attempts) => waitAfter(error('portal-timeout'), attempts) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 32, 60, 60, 60]);
    expect(waitAfter(error('portal-unavailable', { retryAfter: 90 }), 1)).toBe(90_000);
    expect(waitAfter(error('portal-unavailable', { retryAfter: 5 }), 1)).toBe(60_000);
  });

  test('takes the oldest that is queued or whose wait is over', () => {
    const uploads = [
      upload(4, {}),
      upload(3, { state: 'waiting', nextTryAt: '2026-11-23T07:00:00.000Z' }),
      upload(2, { state: 'waiting', nextTryAt: '2026-11-23T06:30:00.000Z' }),
      upload(1, { state: 'published' }),
    ];
    const next = (now: string, ...busy: readonly string[]) => nextUploads(uploads, now, new Set(busy));
    expect(next('2026-11-23T06:29:59.999Z').map(({ id }) => id)).toEqual([testId(4)]);
    expect(next('2026-11-23T06:30:00.000Z').map(({ id }) => id)).toEqual([testId(2)]);
    expect(next('2026-11-23T06:30:00.000Z', 'portal')).toEqual([]);
    expect(nextWake(uploads, '2026-11-23T06:00:00.000Z')).toBe('2026-11-23T06:30:00.000Z');
    expect(nextWake(uploads, '2026-11-23T06:30:00.000Z')).toBe('2026-11-23T07:00:00.000Z');
    const failed = [upload(1, { state: 'failed' }), upload(2, { state: 'paused' })];
    expect(nextUploads(failed, '2026-11-23T06:30:00.000Z', new Set())).toEqual([]);
    expect(nextWake(failed, '2026-11-23T06:00:00.000Z')).toBeUndefined();
  });

  test('has one upload on its way for each target, and a target that is busy holds up no other', () => {
    const uploads = [upload(1, {}), upload(2, {}), upload(3, { targetId: 'stick' })];
    expect(nextUploads(uploads, '', new Set()).map(({ id }) => id)).toEqual([testId(1), testId(3)]);
    expect(nextUploads(uploads, '', new Set(['portal'])).map(({ id }) => id)).toEqual([testId(3)]);
  });

  test('need not wait for the line once the network is back; what the portal asked for is kept to', () => {
    const waiting = (code: ErrorCode) => waitsForTheLine(upload(1, { state: 'waiting', lastError: error(code) }));
    expect(errorCodes.filter(waiting)).toEqual([
      'portal-unreachable',
      'portal-not-found',
      'portal-timeout',
      'portal-foreign-answer',
    ]);
    // What a person was asked to mend may be no fault of the next network.
    const failed = (code: ErrorCode) => waitsForTheLine(upload(1, { state: 'failed', lastError: error(code) }));
    expect(errorCodes.filter(failed)).toEqual([
      'portal-certificate',
      'portal-certificate-date',
      'portal-proxy',
      'portal-proxy-login',
    ]);
    expect(waitsForTheLine(upload(1, { state: 'paused' }))).toBe(false);
  });
});
