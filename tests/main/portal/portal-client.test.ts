import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PackageToSend } from '#main/services/ports/portal-client.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { breakingProxy } from '#tests/helpers/breaking-proxy.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** Something to send; servers that never verify it do not mind what it is. */
async function anyPackage(bytes = 2000): Promise<PackageToSend> {
  const path = join(await temporaryFolder(), 'any.zip');
  await writeFile(path, randomBytes(bytes));
  const hashes = { zipSha256: 'a'.repeat(64), draftId: 'draft' };
  return { path, name: 'TSZJ-20261123-0007-r3', bytes, files: [], ...hashes };
}

async function send(
  url: string,
  pack: PackageToSend,
  publicKey: string | null = null,
  client = quickClient(),
): Promise<Receipt> {
  const signal = new AbortController().signal;
  return client.send({ url, token: 'gqx_secret', certificate: '', publicKey }, pack, {
    uploadUrl: '',
    bytesPerSecond: () => 0,
    signal,
    listener: deafListener,
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** A portal that has never heard of the package and takes part in tus as `upload` says. */
function newTo(upload: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'GET') json(response, 404, { code: 'not-found', params: {}, text: '' });
    else upload(request, response);
  };
}

describe('a portal at fault', () => {
  test('is down', async () => {
    await expect(send('http://127.0.0.1:1', await anyPackage())).rejects.toMatchObject({ code: 'portal-unreachable' });
  });

  test('is slow: says nothing for longer than one waits', async () => {
    const portal = await hostileServer(() => undefined);
    const answer = send(portal.url, await anyPackage(), null, quickClient(300));
    await expect(answer).rejects.toMatchObject({ code: 'portal-timeout' });
  });

  test('is slow in the middle of the upload', async () => {
    const portal = await hostileServer(
      newTo((request, response) => {
        if (request.method !== 'POST') return;
        response.writeHead(201, { 'tus-resumable': '1.0.0', location: '/api/v1/uploads/x' }).end();
      }),
    );
    const answer = send(portal.url, await anyPackage(), null, quickClient(300));
    await expect(answer).rejects.toMatchObject({ code: 'portal-timeout' });
  });

  test.each([
    [401, 'portal-unauthorized', {}],
    [403, 'portal-unauthorized', {}],
    [407, 'portal-proxy-login', {}],
    [409, 'portal-busy', { status: 409 }],
    [412, 'portal-busy', { status: 412 }],
    [413, 'portal-too-large', {}],
    [423, 'portal-busy', { status: 423 }],
    [429, 'portal-unavailable', { status: 429 }],
    [500, 'portal-error', { status: 500 }],
  ] as const)('answers %i to the upload', async (status, code, params) => {
    const portal = await hostileServer(newTo((_request, response) => response.writeHead(status).end('')));
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code, params });
  });

  test('answers 503 and says when to come back', async () => {
    const portal = await hostileServer((_request, response) => {
      response.writeHead(503, { 'retry-after': '90' }).end('maintenance');
    });
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({
      code: 'portal-unavailable',
      params: { status: 503, retryAfter: 90 },
    });
  });

  test('is a page to log in to the network with', async () => {
    const page = '<!doctype html><title>登录无线网络</title>';
    const portal = await hostileServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    });
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({
      code: 'portal-foreign-answer',
      params: { status: 200 },
    });
  });

  test('turns into such a page once the upload begins', async () => {
    const portal = await hostileServer(
      newTo((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', location: '/x', 'upload-offset': '2000' }).end('<p>');
      }),
    );
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-foreign-answer' });
  });

  test('answers without end', async () => {
    const portal = await hostileServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(64 * 1024), () => setImmediate(more));
      };
      more();
    });
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-error' });
  });
});

describe('the token', () => {
  test('does not follow a redirect to another host', async () => {
    const trap = await hostileServer((_request, response) => json(response, 200, {}));
    for (const status of [301, 302, 303, 307, 308]) {
      const portal = await hostileServer((_request, response) => {
        response.writeHead(status, { location: `${trap.url}/api/v1/receipts/x` }).end();
      });
      await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({
        code: 'portal-redirect',
        params: { host: new URL(trap.url).host },
      });
    }
    expect(trap.requests).toEqual([]);
  });

  test('does not follow the address of an upload to another host', async () => {
    const trap = await hostileServer((_request, response) => response.writeHead(204).end());
    const portal = await hostileServer(
      newTo((_request, response) => {
        response.writeHead(201, { 'tus-resumable': '1.0.0', location: `${trap.url}/api/v1/uploads/x` }).end();
      }),
    );
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-redirect' });
    expect(trap.requests).toEqual([]);
  });

  test('does not go to the address of an upload that was kept from another portal', async () => {
    const trap = await hostileServer((_request, response) => response.writeHead(204).end());
    const portal = await hostileServer(newTo((_request, response) => response.writeHead(500).end()));
    const sending = { bytesPerSecond: () => 0, uploadUrl: `${trap.url}/api/v1/uploads/x`, listener: deafListener };
    await expect(
      quickClient().send(
        { url: portal.url, token: 'gqx_secret', certificate: '', publicKey: null },
        await anyPackage(),
        {
          ...sending,
          signal: new AbortController().signal,
        },
      ),
    ).rejects.toMatchObject({ code: 'portal-redirect' });
    expect(trap.requests).toEqual([]);
  });

  test('reaches a server that may have it, so that the traps above would notice', async () => {
    const trap = await hostileServer((_request, response) => response.writeHead(401).end());
    await expect(send(trap.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-unauthorized' });
    expect(trap.requests[0]?.headers.authorization).toBe('Bearer gqx_secret');
  });
});

async function publishedReceipt() {
  const portal = await runningPortal();
  const pack = await packageToSend(await (await packageBench(await temporaryFolder())).write());
  const signal = new AbortController().signal;
  const target = { url: portal.url, token: portal.token, certificate: '', publicKey: null };
  return {
    pack,
    receipt: await quickClient().send(target, pack, {
      uploadUrl: '',
      bytesPerSecond: () => 0,
      signal,
      listener: deafListener,
    }),
  };
}

async function answering(receipt: unknown): Promise<string> {
  return (await hostileServer((_request, response) => json(response, 200, receipt))).url;
}

describe('the receipt', () => {
  test('is taken when signature, pinned key and every hash agree', async () => {
    const { pack, receipt } = await publishedReceipt();
    expect(await send(await answering(receipt), pack, receipt.publicKey)).toEqual(receipt);
  });

  test('is refused when it is none, or anything in it was changed', async () => {
    const { pack, receipt } = await publishedReceipt();
    const { body } = receipt;
    const forged: readonly unknown[] = [
      {},
      { ...receipt, signature: '' },
      { ...receipt, signature: Buffer.alloc(64).toString('base64') },
      { ...receipt, publicKey: Buffer.alloc(32, 7).toString('base64') },
      { ...receipt, publicKey: 'AA==' },
      { ...receipt, body: { ...body, pageUrl: 'https://example.com/' } },
      { ...receipt, body: { ...body, more: true } },
      { ...receipt, body: { ...body, files: body.files.slice(1) } },
    ];
    for (const answer of forged) {
      await expect(send(await answering(answer), pack)).rejects.toMatchObject({ code: 'receipt-invalid' });
    }
  });

  test('is refused when another key signed it than the pinned one', async () => {
    const { pack, receipt } = await publishedReceipt();
    const other = (await publishedReceipt()).receipt.publicKey;
    await expect(send(await answering(receipt), pack, other)).rejects.toMatchObject({
      code: 'receipt-invalid',
      params: { reason: 'key' },
    });
  });

  test('is refused when it speaks of other bytes, each file for itself', async () => {
    const { pack, receipt } = await publishedReceipt();
    const url = await answering(receipt);
    const path = 'data/images/01.jpg';
    const files = pack.files.map((file) => (file.path === path ? { path, sha256: 'f'.repeat(64) } : file));
    await expect(send(url, { ...pack, files })).rejects.toMatchObject({ code: 'receipt-mismatch', params: { path } });
    const without = pack.files.filter((file) => file.path !== path);
    await expect(send(url, { ...pack, files: without })).rejects.toMatchObject({ params: { path } });
    await expect(send(url, { ...pack, zipSha256: 'b'.repeat(64) })).rejects.toMatchObject({ code: 'receipt-mismatch' });
    await expect(send(url, { ...pack, draftId: 'other' })).rejects.toMatchObject({ code: 'receipt-mismatch' });
  });
});

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
