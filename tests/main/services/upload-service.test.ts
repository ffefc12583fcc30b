import { appendFile, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { systemIds } from '#main/files/system-ids.ts';
import { AppError } from '#shared/errors.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { uploadDesk as desk } from '#tests/helpers/upload-desk.ts';

const ids = systemIds();

describe('a queued package', () => {
  test('is sent, verified and published; receipt, pinned key and audit row are kept', async () => {
    const portal = await runningPortal();
    const { uploads, store, record, told, published, sendTo, until } = await desk();
    sendTo(portal);
    const queued = await uploads.enqueue(record.id, 'portal');
    expect(queued).toMatchObject({ state: 'queued', packageName: record.name, offset: 0, attempts: 0 });
    const upload = await until('published');
    expect(told).toEqual(['queued', 'sending', 'verifying', 'published']);
    expect(upload).toMatchObject({ offset: record.bytes, attempts: 1, lastError: null, nextTryAt: null, tusUrl: '' });
    expect(upload.receipt?.body.zipSha256).toBe(record.zipSha256);
    expect(published.map(({ id, receipt }) => [id, receipt])).toEqual([[upload.id, upload.receipt]]);
    expect(await store.readSetting({ key: `portal-key:${portal.url}` })).toBe(upload.receipt?.publicKey);
    expect((await fetch(upload.receipt?.body.pageUrl ?? '')).status).toBe(200);
  });

  test('is queued once, however often it is asked for', async () => {
    const { uploads, record, sendTo } = await desk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    const [first, second] = await Promise.all([
      uploads.enqueue(record.id, 'portal'),
      uploads.enqueue(record.id, 'portal'),
    ]);
    expect(second.id).toBe(first.id);
    expect(await uploads.list()).toHaveLength(1);
  });

  test('is not taken without a portal, without the right to export, or when nobody knows it', async () => {
    const { uploads, record, sendTo } = await desk();
    await expect(uploads.enqueue(record.id, 'portal')).rejects.toMatchObject({ code: 'portal-not-configured' });
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    await expect(uploads.enqueue(ids.next(), 'portal')).rejects.toMatchObject({ code: 'not-found' });
    const refusing = await desk({ authorize: async () => Promise.reject(new AppError('not-allowed')) });
    await expect(refusing.uploads.enqueue(refusing.record.id, 'portal')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('is not sent when our own reader refuses it', async () => {
    const portal = await hostileServer((_request, response) => response.writeHead(500).end());
    const { uploads, record, sendTo, until } = await desk();
    sendTo({ url: portal.url, token: 'x' });
    await appendFile(record.path, '!');
    await uploads.enqueue(record.id, 'portal');
    expect((await until('failed')).lastError).toMatchObject({ code: 'archive-extra-bytes' });
    expect(portal.requests).toEqual([]);
  });

  test('is not sent when its file is gone', async () => {
    const { uploads, record, sendTo, until } = await desk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    await rm(record.path);
    await uploads.enqueue(record.id, 'portal');
    expect((await until('failed')).lastError).toMatchObject({ code: 'file-vanished' });
  });
});

test('progress is told at most ten times a second, and the last of it always', async () => {
  const portal = await runningPortal();
  const time = new ManualTime();
  const offsets: number[] = [];
  const { uploads, record, events, sendTo, until } = await desk({
    clock: time,
    client: {
      ...quickClient(),
      send: async (_target, _pack, { listener }) => {
        for (let offset = 1; offset <= 200; offset += 1) {
          time.pass(5);
          listener.onOffset(offset);
          offsets.push((await uploads.list())[0]?.offset ?? 0);
        }
        throw new AppError('portal-refused', { reason: 'enough' });
      },
    },
  });
  sendTo(portal);
  await uploads.enqueue(record.id, 'portal');
  expect((await until('failed')).offset).toBe(200);
  // The list knows every byte; the rows (and with them the events) only one in twenty of these steps.
  expect(offsets).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  expect(events()).toBeLessThanOrEqual(15);
});

describe('a portal that is away', () => {
  test('is tried again after 1, 2, 4 minutes, and the package gets there in the end', async () => {
    const { uploads, record, time, sendTo, until, untilTried } = await desk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    await uploads.enqueue(record.id, 'portal');
    for (const [attempts, minutes] of [
      [1, 1],
      [2, 2],
      [3, 4],
    ] as const) {
      const waiting = await untilTried(attempts);
      expect(waiting).toMatchObject({ lastError: { code: 'portal-unreachable' } });
      expect(Date.parse(waiting.nextTryAt ?? '') - Date.parse(time.now())).toBe(minutes * 60_000);
      if (attempts === 3) sendTo(await runningPortal());
      time.pass(minutes * 60_000);
    }
    expect(await until('published')).toMatchObject({ attempts: 4, lastError: null });
  });

  test('is tried when it asked to be, not before', async () => {
    const portal = await hostileServer((_request, response) => {
      response.writeHead(503, { 'retry-after': '600' }).end();
    });
    const { uploads, record, time, sendTo, until } = await desk();
    sendTo({ url: portal.url, token: 'x' });
    await uploads.enqueue(record.id, 'portal');
    const waiting = await until('waiting');
    expect(Date.parse(waiting.nextTryAt ?? '') - Date.parse(time.now())).toBe(600_000);
  });

  test('a person can try at once', async () => {
    const { uploads, record, sendTo, until } = await desk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    await until('waiting');
    sendTo(await runningPortal());
    expect(await uploads.retry(id)).toMatchObject({ state: 'queued', attempts: 0, nextTryAt: null });
    await until('published');
  });
});

test('a store that fails for a while does not end the queue', async () => {
  const portal = await runningPortal();
  let fails = true;
  const { uploads, record, time, sendTo, until } = await desk({}, (store) => ({
    ...store,
    listOpenUploads: async () => (fails ? Promise.reject(new AppError('disk-full')) : store.listOpenUploads()),
  }));
  sendTo(portal);
  await uploads.enqueue(record.id, 'portal');
  await expect.poll(() => time.waiting()).toBe(1);
  fails = false;
  time.pass(60_000);
  await until('published');
});

describe('what only a person can mend', () => {
  test('a wrong token waits for one, and is tried again when asked', async () => {
    const portal = await runningPortal();
    const { uploads, record, sendTo, until } = await desk();
    sendTo({ url: portal.url, token: 'gqx_wrong' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    expect((await until('failed')).lastError).toEqual({ code: 'portal-unauthorized', params: {} });
    sendTo(portal);
    await uploads.retry(id);
    await until('published');
  });

  test('a portal whose key changed is not believed', async () => {
    const portal = await runningPortal();
    const { uploads, record, store, published, sendTo, until } = await desk();
    sendTo(portal);
    const key = `portal-key:${portal.url}`;
    await store.writeSetting({ key, value: Buffer.alloc(32, 1).toString('base64') });
    await uploads.enqueue(record.id, 'portal');
    expect((await until('failed')).lastError).toEqual({ code: 'receipt-invalid', params: { reason: 'key' } });
    expect(published).toEqual([]);
  });
});

describe('cancelling', () => {
  test('stops what is being sent, and it can be begun again', async () => {
    const portal = await hostileServer((request, response) => {
      if (request.method === 'GET') {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not-found","params":{}}');
      }
    });
    const { uploads, record, sendTo, until } = await desk();
    sendTo({ url: portal.url, token: 'x' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    await expect.poll(() => portal.requests.some((request) => request.method === 'POST')).toBe(true);
    expect(await uploads.cancel(id)).toMatchObject({ state: 'cancelled', lastError: null });
    sendTo(await runningPortal());
    await uploads.retry(id);
    await until('published');
  });

  test('comes too late once the portal has published', async () => {
    const portal = await runningPortal();
    const { uploads, record, sendTo, until } = await desk();
    sendTo(portal);
    const { id } = await uploads.enqueue(record.id, 'portal');
    await until('published');
    await expect(uploads.cancel(id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a restart', () => {
  test('goes on with what was being sent when the app was closed', async () => {
    const slow = await hostileServer(() => undefined);
    const { uploads, record, sendTo, until, restart } = await desk();
    sendTo({ url: slow.url, token: 'x' });
    await uploads.enqueue(record.id, 'portal');
    await expect.poll(() => slow.requests.length).toBe(1);
    await uploads.close();
    expect((await until('queued')).lastError).toBeNull();
    sendTo(await runningPortal());
    await restart();
    await until('published');
  });

  test('goes on with what was being sent or verified when the app was killed', async () => {
    for (const state of ['sending', 'verifying'] as const) {
      const portal = await runningPortal();
      const { uploads, store, record, sendTo, until, restart } = await desk();
      sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
      await uploads.enqueue(record.id, 'portal');
      const waiting = await until('waiting');
      await uploads.close();
      await store.saveUpload({ upload: { ...waiting, state, nextTryAt: null } });
      sendTo(portal);
      await restart();
      await until('published');
    }
  });

  test('marks the draft again when the app was killed between receipt and row; the portal publishes once', async () => {
    const portal = await runningPortal();
    const { uploads, store, record, published, sendTo, until, restart } = await desk();
    sendTo(portal);
    await uploads.enqueue(record.id, 'portal');
    const first = await until('published');
    await uploads.close();
    await store.saveUpload({ upload: { ...first, state: 'verifying', receipt: null } });
    await restart();
    const again = await until('published');
    expect(again.receipt).toEqual(first.receipt);
    expect(published).toHaveLength(2);
  });
});
