import type { RequestListener, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { PackageToSend } from '#main/services/ports/portal-client.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { anyPackage, deafListener, packageToSend, quickClient, runningPortal } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

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

  test('has a name that nobody knows', async () => {
    // Too long for a name: refused on this machine, nobody is asked.
    const host = `${'x'.repeat(64)}.invalid`;
    await expect(send(`https://${host}`, await anyPackage())).rejects.toMatchObject({
      code: 'portal-not-found',
      params: { host },
    });
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
    [502, 'portal-unavailable', { status: 502 }],
    [504, 'portal-unavailable', { status: 504 }],
    [507, 'portal-full', {}],
    [511, 'portal-foreign-answer', { status: 511 }],
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

  test('is led to such a page on another host, which is waited out like the page itself', async () => {
    for (const status of [302, 303, 307]) {
      const portal = await hostileServer((_request, response) => {
        response.writeHead(status, { location: 'http://wifi.hotel.example/login' }).end();
      });
      const answer = send(portal.url, await anyPackage());
      await expect(answer).rejects.toMatchObject({ code: 'portal-foreign-answer', params: { status } });
    }
  });

  test('has moved to another host for good', async () => {
    for (const status of [301, 308]) {
      const portal = await hostileServer((_request, response) => {
        response.writeHead(status, { location: 'https://new.portal.example/api/v1/receipts/x' }).end();
      });
      const answer = send(portal.url, await anyPackage());
      await expect(answer).rejects.toMatchObject({ code: 'portal-redirect', params: { host: 'new.portal.example' } });
    }
  });

  test('failed with the package before, or had no room for it, and gets it once more', async () => {
    for (const [status, code] of [
      [500, 'internal'],
      [507, 'disk-full'],
    ] as const) {
      const portal = await hostileServer((request, response) => {
        if (request.method === 'GET') json(response, status, { code, params: {}, text: '' });
        else response.writeHead(423).end();
      });
      await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-busy' });
    }
  });

  test('does not know our key, and says so', async () => {
    const portal = await hostileServer((_request, response) => {
      json(response, 422, { code: 'signature-key-unknown', params: {}, text: '' });
    });
    await expect(send(portal.url, await anyPackage())).rejects.toMatchObject({ code: 'portal-key-unknown' });
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
    const portal = await hostileServer(newTo((_request, response) => response.writeHead(413).end()));
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
    ).rejects.toMatchObject({ code: 'portal-too-large' });
    // The upload begins anew where the portal is now.
    expect(portal.requests.map(({ method, url }) => `${method} ${url}`).at(-1)).toBe('POST /api/v1/uploads');
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
