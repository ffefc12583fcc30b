import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { uploadDesk } from '#tests/helpers/upload-desk.ts';

const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

describe('several targets', () => {
  test('get the same package each, and one that is away holds up no other', async () => {
    const silent = await hostileServer(() => undefined);
    const second = await runningPortal();
    const { uploads, record, store, sendTo, alsoTo, until } = await uploadDesk();
    sendTo({ url: silent.url, token: 'x' });
    alsoTo('second', { kind: 'portal', name: '市政府门户', certificate: '', url: second.url, token: second.token });
    const first = await uploads.enqueue(record.id, 'portal');
    await expect.poll(() => silent.requests.length).toBe(1);
    const other = await uploads.enqueue(record.id, 'second');
    expect(other).toMatchObject({ targetId: 'second', targetName: '市政府门户' });
    expect(other.id).not.toBe(first.id);
    expect(await until('published')).toMatchObject({ id: other.id });
    expect(await store.readUpload({ uploadId: first.id })).toMatchObject({ state: 'sending' });
  });

  test('that was taken away since is asked for by the upload, and nothing is sent', async () => {
    const { uploads, record, sendTo, until } = await uploadDesk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    await until('waiting');
    sendTo(null);
    await uploads.retry(id);
    expect((await until('failed')).lastError).toEqual({ code: 'portal-not-configured', params: {} });
  });
});

describe('a folder', () => {
  test('gets the package under its name, equal byte for byte; that alone publishes nothing', async () => {
    const folder = await temporaryFolder();
    const { uploads, record, told, published, alsoTo, until } = await uploadDesk();
    alsoTo('stick', { kind: 'folder', name: 'U 盘', path: folder });
    await uploads.enqueue(record.id, 'stick');
    expect(await until('delivered')).toMatchObject({ offset: record.bytes, receipt: null, lastError: null });
    expect(told).toEqual(['queued', 'sending', 'verifying', 'delivered']);
    expect(await readdir(folder)).toEqual([`${record.name}.zip`]);
    expect(await sha256(join(folder, `${record.name}.zip`))).toBe(record.zipSha256);
    expect(published).toEqual([]);
  });

  test('that is not there yet is waited for, as a stick that is plugged in later', async () => {
    const folder = join(await temporaryFolder(), 'stick');
    const { uploads, record, time, alsoTo, until } = await uploadDesk();
    alsoTo('stick', { kind: 'folder', name: 'U 盘', path: folder });
    await uploads.enqueue(record.id, 'stick');
    expect((await until('waiting')).lastError).toEqual({ code: 'folder-missing', params: {} });
    await mkdir(folder);
    time.pass(60_000);
    await until('delivered');
  });

  test('that holds the package already is well; another file of that name is not overwritten', async () => {
    const folder = await temporaryFolder();
    const { uploads, record, alsoTo, until } = await uploadDesk();
    const place = join(folder, `${record.name}.zip`);
    await writeFile(place, '别的内容');
    alsoTo('stick', { kind: 'folder', name: 'U 盘', path: folder });
    const { id } = await uploads.enqueue(record.id, 'stick');
    expect((await until('failed')).lastError).toMatchObject({ code: 'folder-name-taken' });
    expect(await readFile(place, 'utf8')).toBe('别的内容');
    await writeFile(place, await readFile(record.path));
    await uploads.retry(id);
    await until('delivered');
    expect(await readdir(folder)).toEqual([`${record.name}.zip`]);
  });
});

test('nothing is sent once the sign-off is gone, whatever was true when the package was queued', async () => {
  const portal = await hostileServer((_request, response) => response.writeHead(503).end());
  const refusal = { now: undefined as AppError | undefined };
  const { uploads, record, time, sendTo, until } = await uploadDesk({
    assertSignedOff: async () => (refusal.now ? Promise.reject(refusal.now) : undefined),
  });
  sendTo({ url: portal.url, token: 'x' });
  await uploads.enqueue(record.id, 'portal');
  await until('waiting');
  const knocks = portal.requests.length;
  refusal.now = new AppError('not-signed-off');
  time.pass(60_000);
  expect((await until('failed')).lastError).toEqual({ code: 'not-signed-off', params: {} });
  expect(portal.requests).toHaveLength(knocks);
});

describe('a pause', () => {
  test('holds an upload where it is, over a restart too, until somebody goes on', async () => {
    const slow = await hostileServer((request, response) => {
      if (request.method !== 'GET') return;
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not-found","params":{}}');
    });
    const { uploads, record, time, sendTo, until, restart } = await uploadDesk();
    sendTo({ url: slow.url, token: 'x' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    await expect.poll(() => slow.requests.some((request) => request.method === 'POST')).toBe(true);
    expect(await uploads.pause(id)).toMatchObject({ state: 'paused', lastError: null });
    await uploads.close();
    sendTo(await runningPortal());
    const later = await restart();
    time.pass(60 * 60_000);
    expect(await later.list()).toMatchObject([{ id, state: 'paused' }]);
    await later.retry(id);
    await until('published');
  });

  test('holds what waits, and comes too late for what is published', async () => {
    const { uploads, record, time, sendTo, until } = await uploadDesk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    const { id } = await uploads.enqueue(record.id, 'portal');
    await until('waiting');
    expect(await uploads.pause(id)).toMatchObject({ state: 'paused', nextTryAt: null });
    time.pass(60 * 60_000);
    expect(await uploads.list()).toMatchObject([{ state: 'paused', attempts: 1 }]);
    sendTo(await runningPortal());
    await uploads.retry(id);
    await until('published');
    await expect(uploads.pause(id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
