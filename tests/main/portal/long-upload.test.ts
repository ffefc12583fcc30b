import { readdir } from 'node:fs/promises';
import { request as forward } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { breakingProxy } from '#tests/helpers/breaking-proxy.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { anyPackage, deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

describe('a long upload', () => {
  test('goes on where the portal has it when the line breaks, and sends little twice', async () => {
    const portal = await runningPortal();
    const pack = await anyPackage(6 * 1024 * 1024);
    const proxy = await breakingProxy(portal.url, 2 * 1024 * 1024, 2);
    const offsets: number[] = [];
    const listener = { ...deafListener, onOffset: (offset: number) => offsets.push(offset) };
    const signal = new AbortController().signal;
    const target = { url: proxy.url, token: portal.token, certificate: '', publicKey: null };
    // Random bytes come in whole, and only then does the portal look at them: the hash it finds is not the announced one.
    await expect(
      quickClient().send(target, pack, { uploadUrl: '', bytesPerSecond: () => 0, signal, listener }),
    ).rejects.toMatchObject({
      code: 'portal-refused',
      params: { reason: 'bag-hash-mismatch' },
    });
    expect(offsets.at(-1)).toBe(pack.bytes);
    expect(proxy.breaks()).toBe(2);
    expect(proxy.sent()).toBeLessThan(pack.bytes * 1.5);
  });

  test('resumes in another run from the address that was kept', async () => {
    const portal = await runningPortal();
    const zip = await (await packageBench(await temporaryFolder())).write();
    const pack = await packageToSend(zip);
    const target = { url: portal.url, token: portal.token, certificate: '', publicKey: null };
    const created = await fetch(`${portal.url}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${portal.token}`,
        'tus-resumable': '1.0.0',
        'upload-length': String(zip.bytes),
        'upload-metadata': Object.entries({ filename: 'x.zip', sha256: zip.sha256, packageName: zip.name })
          .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      },
    });
    const uploadUrl = `${portal.url}${created.headers.get('location') ?? ''}`;
    const urls: string[] = [];
    const listener = { ...deafListener, onUploadUrl: (url: string) => urls.push(url) };
    const signal = new AbortController().signal;
    const receipt = await quickClient().send(target, pack, { uploadUrl, bytesPerSecond: () => 0, signal, listener });
    expect(urls).toEqual([uploadUrl]);
    expect(receipt.body.zipSha256).toBe(zip.sha256);
  });

  test('that came in whole is not sent again when only the answer got lost', async () => {
    const portal = await runningPortal();
    const pack = await packageToSend(await (await packageBench(await temporaryFolder())).write());
    const asked: string[] = [];
    const isDone = async () => expect.poll(() => readdir(join(portal.folder, 'uploads'))).toEqual([]);
    const front = await hostileServer((request, response) => {
      asked.push(request.method ?? '');
      const inner = new URL(request.url ?? '', portal.url);
      const { method, headers } = request;
      const behind = forward(inner, { method, headers }, (answer) => {
        if (method === 'PATCH') return void isDone().then(() => request.socket.destroy());
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      request.pipe(behind);
    });
    const target = { url: front.url, token: portal.token, certificate: '', publicKey: null };
    const signal = new AbortController().signal;
    const receipt = await quickClient().send(target, pack, {
      uploadUrl: '',
      bytesPerSecond: () => 0,
      signal,
      listener: deafListener,
    });
    expect(receipt.body.zipSha256).toBe(pack.zipSha256);
    expect(asked.filter((method) => method === 'POST' || method === 'PATCH')).toEqual(['POST', 'PATCH']);
  });

  test('begins anew when the portal has forgotten the address', async () => {
    const portal = await runningPortal();
    const pack = await packageToSend(await (await packageBench(await temporaryFolder())).write());
    const target = { url: portal.url, token: portal.token, certificate: '', publicKey: null };
    const uploadUrl = `${portal.url}/api/v1/uploads/gone`;
    const signal = new AbortController().signal;
    const receipt = await quickClient().send(target, pack, {
      uploadUrl,
      bytesPerSecond: () => 0,
      signal,
      listener: deafListener,
    });
    expect(receipt.body.zipSha256).toBe(pack.zipSha256);
  });

  test('stops when it is cancelled, and the rest can be thrown away', async () => {
    const portal = await runningPortal();
    const pack = await anyPackage(6 * 1024 * 1024);
    const target = { url: portal.url, token: portal.token, certificate: '', publicKey: null };
    const cancel = new AbortController();
    let uploadUrl = '';
    const listener = {
      ...deafListener,
      onUploadUrl: (url: string) => (uploadUrl = url),
      onOffset: () => cancel.abort(),
    };
    await expect(
      quickClient().send(target, pack, { uploadUrl: '', bytesPerSecond: () => 0, signal: cancel.signal, listener }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    const head = { headers: { authorization: `Bearer ${portal.token}`, 'tus-resumable': '1.0.0' }, method: 'HEAD' };
    expect((await fetch(uploadUrl, head)).status).toBe(200);
    await quickClient().discard(target, uploadUrl);
    expect((await fetch(uploadUrl, head)).status).toBe(404);
  });
});
