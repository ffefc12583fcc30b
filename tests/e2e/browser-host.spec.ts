import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, WebSocketRoute } from '@playwright/test';
import { projectRoot } from './fixtures/desk.ts';
import { startHost } from './fixtures/host-runtime.ts';
import { expect, test as base } from './fixtures/launch-desk.ts';

/** What the page of `tests/fixtures/host-app` is given by its preload. */
interface App {
  call(channel: string, value?: unknown): Promise<unknown>;
  shout(text: string): void;
  keep(text: string): void;
  pathOf(file: File): string;
}
type AppWindow = typeof globalThis & { app: App; heard: string[] };

const appFolder = join(projectRoot, 'tests/fixtures/host-app');

const test = base.extend<{ host: Awaited<ReturnType<typeof startHost>> & { folder: string } }>({
  host: async ({ chromium }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'gaoqian-e2e-'));
    const host = await startHost(await chromium(), folder, {}, appFolder);
    await host.page.waitForSelector('html[data-ready="true"]');
    await joined(host.page);
    await provide({ ...host, folder });
    await host.kill();
    await rm(folder, { recursive: true, force: true });
  },
});

const call = (page: Page, channel: string, value?: unknown): Promise<unknown> =>
  page.evaluate(
    ([channel, value]) => (globalThis as unknown as AppWindow).app.call(channel as string, value),
    [channel, value],
  );

/** A page may be ready before it is joined to its host and has fetched what it shows when that is gone. */
async function joined(page: Page): Promise<void> {
  await call(page, 'echo');
  const kept = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  await expect.poll(kept).toEqual(expect.arrayContaining(['/.host/closed', '/.host/page/host.css']));
}

/** The text of the error that a call rejects with. */
const failure = (page: Page, channel: string): Promise<string> =>
  page.evaluate(
    (channel) =>
      (globalThis as unknown as AppWindow).app.call(channel).then(
        () => 'no error',
        (error: Error) => error.message,
      ),
    channel,
  );

test('the preload has run before the first script of the page', async ({ host }) => {
  await expect(host.page.locator('html')).toHaveAttribute('data-preload', 'function');
  expect(new URL(host.page.url()).hash).toBe('');
});

test('what the preload exposes cannot be changed by the page', async ({ host }) => {
  const attempts = await host.page.evaluate(() => {
    'use strict';
    const target = globalThis as unknown as AppWindow;
    return [
      () => ((target as { app: unknown }).app = {}),
      () => (target.app.call = () => Promise.resolve()),
      () => delete (target as { app?: unknown }).app,
    ].map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(attempts).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test("the main process sees Electron's facts and sender", async ({ host }) => {
  expect(await call(host.page, 'facts')).toMatchObject({
    name: 'Host app',
    version: '1.2.3',
    secrets: false,
    title: '试页',
  });
  expect(await call(host.page, 'sender')).toEqual({
    same: true,
    main: true,
    url: 'app://desk/',
    origin: 'app://desk',
    parent: null,
  });
});

test('errors reach the page as in Electron', async ({ host }) => {
  expect(await failure(host.page, 'fail')).toBe("Error invoking remote method 'fail': TypeError: on purpose");
  expect(await failure(host.page, 'nothing')).toBe(
    "Error invoking remote method 'nothing': Error: No handler registered for 'nothing'",
  );
  expect(await failure(host.page, 'missing')).toContain('the browser host has no electron.app.getGPUInfo');
});

test('2 MB of bytes go there and back exactly', async ({ host }) => {
  const isSame = await host.page.evaluate(async () => {
    const bytes = new Uint8Array(2 * 1024 * 1024).map((_, index) => index * 7);
    const back = (await (globalThis as unknown as AppWindow).app.call('echo', { bytes, at: new Date(5) })) as {
      bytes: Uint8Array;
      at: Date;
    };
    return (
      back.at.getTime() === 5 &&
      back.bytes.length === bytes.length &&
      back.bytes.every((byte, index) => byte === bytes[index])
    );
  });
  expect(isSame).toBe(true);
});

test('messages without an answer and events arrive in order', async ({ host }) => {
  const heard = await host.page.evaluate(async () => {
    const { app, heard } = globalThis as unknown as AppWindow;
    for (const text of ['a', 'b', 'c']) app.shout(text);
    await app.call('count');
    return heard;
  });
  expect(heard).toEqual(['a!', 'b!', 'c!']);
});

test('a message box of the main process is asked in the page', async ({ host }) => {
  const yes = call(host.page, 'ask');
  await host.page.getByRole('button', { name: '继续' }).click();
  expect(await yes).toEqual({ response: 0, checkboxChecked: false });
  const no = call(host.page, 'ask');
  await host.page.getByRole('dialog').waitFor();
  await host.page.keyboard.press('Escape');
  expect(await no).toEqual({ response: 1, checkboxChecked: false });
});

test('the page stays where it is and opens no window', async ({ host }) => {
  const { page } = host;
  const before = page.url();
  await page.click('#out');
  await page.click('#blank');
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull();
  expect(await call(page, 'count')).toBe(1);
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
});

test('a reload takes the window again', async ({ host }) => {
  await call(host.page, 'count');
  await host.page.reload();
  await host.page.waitForSelector('html[data-ready="true"]');
  expect(await call(host.page, 'count')).toBe(2);
});

test('a second tab is told, and can take over once the first has saved', async ({ host }) => {
  await host.page.evaluate(() =>
    addEventListener('pagehide', () => (globalThis as unknown as AppWindow).app.keep('未存的一句')),
  );
  const second = await host.page.context().newPage();
  await second.goto(new URL('/', host.address).href);
  await second.waitForURL('**/.host/taken');
  await expect(second.getByRole('heading')).toHaveText('稿签已在另一个标签页打开');
  expect(await call(host.page, 'count')).toBe(1);
  await second.getByRole('button').click();
  await second.waitForSelector('html[data-ready="true"]');
  expect(await call(second, 'count')).toBe(2);
  await host.page.waitForURL('**/.host/taken');
  expect(await readFile(join(host.folder, 'kept.txt'), 'utf8')).toBe('未存的一句');
});

test('after a dropped socket pending calls are answered once and nothing runs twice', async ({ host }) => {
  const { page } = host;
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket('**/.host/socket', (route) => {
    sockets.push(route);
    route.connectToServer();
  });
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  for (let round = 1; round <= 5; round += 1) {
    const pending = Promise.all([call(page, 'slow', 150), call(page, 'count'), call(page, 'slow', 20)]);
    await sockets.at(-1)?.close({ code: 4900 });
    const during = call(page, 'count');
    const counts = [...((await pending) as number[]), (await during) as number].toSorted((a, b) => a - b);
    expect(counts).toEqual([1, 2, 3, 4].map((count) => (round - 1) * 4 + count));
  }
  expect(sockets.length).toBeGreaterThan(5);
});

test('says so when the main process has gone, and loses no word on the page', async ({ host }) => {
  await host.page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('textarea'), { value: '正在写的文字' })),
  );
  process.kill(host.pid, 'SIGKILL');
  await expect(host.page.getByRole('alert')).toContainText('与主程序的连接断开了');
  await expect(host.page.locator('textarea')).toHaveValue('正在写的文字');
});

test('what the page sends while it is being closed still arrives', async ({ host }) => {
  await host.page.evaluate(() =>
    addEventListener('pagehide', () => (globalThis as unknown as AppWindow).app.keep('最后一句')),
  );
  await host.page.close({ runBeforeUnload: true });
  await expect.poll(() => readFile(join(host.folder, 'kept.txt'), 'utf8').catch(() => '')).toBe('最后一句');
});

test('a page that may not close itself says that the app has closed, without a host to ask for it', async ({
  host,
}) => {
  process.kill(host.pid, 'SIGTERM');
  expect(await host.exited).toBe(0);
  await expect(host.page.getByRole('heading')).toHaveText('稿签已关闭');
  await expect(host.page.getByRole('main')).toHaveCSS('border-radius', '8px');
});

test('without the token of this launch the page only says what to do', async ({ host, chromium }) => {
  const stranger = await (await (await chromium()).newContext()).newPage();
  await stranger.goto(new URL('/#token=guess', host.address).href);
  await expect(stranger.getByRole('heading')).toHaveText('请打开启动时给出的完整地址');
  await stranger.context().close();
});

test('leaving the page closes an app that was opened as a window, as closing a desktop window does', async ({
  chromium,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-e2e-'));
  // The host opens a browser of its own: here a program that ends at once.
  const env = { GAOQIAN_CHROMIUM: process.execPath };
  const host = await startHost(await chromium(), folder, { env }, appFolder, ['--open']);
  await host.page.waitForSelector('html[data-ready="true"]');
  await host.page.reload();
  await host.page.waitForSelector('html[data-ready="true"]');
  await host.page.close();
  expect(await host.exited).toBe(0);
  const events = await readFile(join(folder, 'events.txt'), 'utf8');
  expect(events.trim().split('\n')).toEqual(['loaded', 'close', 'closed', 'before-quit', 'will-quit']);
  await host.kill();
  await rm(folder, { recursive: true, force: true });
});
