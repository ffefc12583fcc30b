import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startHostApp, type RunningHost } from '#tests/helpers/host-app.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** By node:http, because fetch does not let one forge `Host`. */
function ask(
  host: RunningHost,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: host.address.port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function enter(host: RunningHost, token = host.token): Promise<Answer> {
  return await ask(host, '/.host/enter', { origin: host.address.origin }, 'POST', token);
}

async function cookieOf(host: RunningHost): Promise<string> {
  const [cookie] = [(await enter(host)).headers['set-cookie']].flat();
  return cookie?.split(';')[0] ?? '';
}

/** Opens the socket; answers the status of a refusal, or the first word of the host. */
async function openSocket(host: RunningHost, headers: Record<string, string>, greeting?: object): Promise<unknown> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.address.port}/.host/socket`, { headers });
  const refused = new Promise<number>((resolve) => {
    socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.once('error', () => undefined);
  });
  const welcomed = (async () => {
    await once(socket, 'open');
    socket.send(JSON.stringify(greeting ?? { page: 'p', received: 0, path: '/' }));
    const [data] = (await once(socket, 'message')) as [Buffer];
    return JSON.parse(data.toString()) as unknown;
  })();
  return await Promise.race([refused, welcomed]);
}

describe('the browser host', () => {
  it('listens on 127.0.0.1 and gives a new token at each launch', async () => {
    const [first, second] = [await startHostApp(), await startHostApp()];
    expect(first.address.hostname).toBe('127.0.0.1');
    expect(first.token).toMatch(/^[\w-]{43}$/);
    expect(second.token).not.toBe(first.token);
  });

  it('exchanges the token for a strict, script-proof cookie, and nothing else for it', async () => {
    const host = await startHostApp();
    const answer = await enter(host);
    expect(answer.status).toBe(200);
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await enter(host, '')).status).toBe(401);
    expect((await enter(host, `${host.token}x`)).status).toBe(401);
  });

  it('serves the app only to whoever has the cookie', async () => {
    const host = await startHostApp();
    const cookie = await cookieOf(host);
    expect((await ask(host, '/page.js')).status).toBe(401);
    expect((await ask(host, '/page.js', { cookie: `${cookie}x` })).status).toBe(401);
    expect((await ask(host, '/.host/preload.js')).status).toBe(404);
    expect((await ask(host, '/page.js', { cookie })).status).toBe(200);
    const page = await ask(host, '/', { 'sec-fetch-dest': 'document' });
    expect(page.body).not.toContain('page.js');
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', 'desk.127.0.0.1.nip.io'])(
    'answers nothing to the host name %s',
    async (name) => {
      const host = await startHostApp();
      const cookie = await cookieOf(host);
      expect((await ask(host, '/page.js', { cookie, host: name })).status).toBe(403);
      expect((await ask(host, '/.host/page/entry.ts', { host: name })).status).toBe(403);
    },
  );

  it('answers nothing to another origin, and no change without one', async () => {
    const host = await startHostApp();
    const cookie = await cookieOf(host);
    for (const origin of [
      'http://evil.example',
      'null',
      `http://localhost:${host.address.port}`,
      `https://${host.address.host}`,
    ]) {
      expect((await ask(host, '/page.js', { cookie, origin })).status, origin).toBe(403);
    }
    expect((await ask(host, '/.host/take-over', { cookie }, 'POST')).status).toBe(403);
    expect((await ask(host, '/.host/enter', {}, 'POST', host.token)).status).toBe(403);
  });

  it('upgrades only with cookie, host and origin right', async () => {
    const host = await startHostApp();
    const cookie = await cookieOf(host);
    const { origin } = host.address;
    expect(await openSocket(host, { origin })).toBe(403);
    expect(await openSocket(host, { cookie })).toBe(403);
    expect(await openSocket(host, { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await openSocket(host, { cookie, origin, host: 'evil.example' })).toBe(403);
    expect(await openSocket(host, { cookie, origin })).toEqual({ kind: 'welcome', received: 0 });
  });

  it('gives the window to one page; another is told so, and may take it', async () => {
    const host = await startHostApp();
    const headers = { cookie: await cookieOf(host), origin: host.address.origin };
    expect(await openSocket(host, headers, { page: 'first', received: 0, path: '/' })).toMatchObject({
      kind: 'welcome',
    });
    expect(await openSocket(host, headers, { page: 'second', received: 0, path: '/' })).toEqual({ kind: 'taken' });
    expect((await ask(host, '/.host/take-over', headers, 'POST')).status).toBe(200);
    expect(await openSocket(host, headers, { page: 'second', received: 0, path: '/' })).toMatchObject({
      kind: 'welcome',
    });
    expect(await openSocket(host, headers, { page: 'first', received: 3, path: '/' })).toEqual({
      kind: 'unknown-page',
    });
  });

  it("adds its own link to the app's policy and changes nothing else in it", async () => {
    const host = await startHostApp();
    const { headers } = await ask(host, '/', { cookie: await cookieOf(host) });
    const directives = String(headers['content-security-policy']).split('; ').toSorted();
    expect(directives).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        `connect-src ws://${host.address.host} ${['farewell', 'closed', 'page/host.css'].map((name) => `http://${host.address.host}/.host/${name}`).join(' ')}`,
        "frame-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types none',
      ].toSorted(),
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/.host/main.ts',
    '/.host/../main.ts',
    '/.host/page/..%2fmain.ts',
    '/.host/server/server.ts',
    '/.host/page/host.css.ts',
  ])('has no file at %s', async (path) => {
    const host = await startHostApp();
    expect((await ask(host, path)).status).toBeGreaterThanOrEqual(401);
  });
});
