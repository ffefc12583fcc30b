import { describe, expect, test } from 'vitest';
import { mayPass, nextUpload, nextWake, waitAfter } from '#main/services/upload-rules.ts';
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
    expect(errorCodes.filter((code) => mayPass(error(code)))).toEqual([
      'portal-unreachable',
      'portal-timeout',
      'portal-error',
    ]);
    expect(mayPass(error('portal-conflict', { status: 423 }))).toBe(true);
    expect(mayPass(error('portal-conflict', { name: 'TSZJ-20261123-0007-r3' }))).toBe(false);
  });

  test('waits 1, 2, 4 … minutes, at most 60, and as long as the portal asks', () => {
    const minutes = [1, 2, 3, 6, 7, 8, 100].map((attempts) => waitAfter(error('portal-timeout'), attempts) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 32, 60, 60, 60]);
    expect(waitAfter(error('portal-error', { retryAfter: 90 }), 1)).toBe(90_000);
    expect(waitAfter(error('portal-error', { retryAfter: 5 }), 1)).toBe(60_000);
  });

  test('takes the oldest that is queued or whose wait is over', () => {
    const uploads = [
      upload(4, {}),
      upload(3, { state: 'waiting', nextTryAt: '2026-11-23T07:00:00.000Z' }),
      upload(2, { state: 'waiting', nextTryAt: '2026-11-23T06:30:00.000Z' }),
      upload(1, { state: 'published' }),
    ];
    expect(nextUpload(uploads, '2026-11-23T06:29:59.999Z')?.id).toBe(testId(4));
    expect(nextUpload(uploads, '2026-11-23T06:30:00.000Z')?.id).toBe(testId(2));
    expect(nextWake(uploads)).toBe('2026-11-23T06:30:00.000Z');
    expect(nextUpload([upload(1, { state: 'failed' })], '2026-11-23T06:30:00.000Z')).toBeUndefined();
    expect(nextWake([upload(1, { state: 'failed' })])).toBeUndefined();
  });
});
