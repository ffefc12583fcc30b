import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spawnHostApp, startHostApp } from '#tests/helpers/host-app.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const eventsOf = (folder: string): string[] => readFileSync(join(folder, 'events.txt'), 'utf8').trim().split('\n');

it('quits on SIGTERM as Electron does: before-quit, close, closed, will-quit', async () => {
  const host = await startHostApp();
  host.child.kill('SIGTERM');
  expect(await host.exited).toBe(0);
  expect(eventsOf(host.folder)).toEqual(['before-quit', 'close', 'closed', 'will-quit']);
});

it('lets one of many simultaneous starts have a folder', async () => {
  const folder = await temporaryFolder();
  const starts = Array.from({ length: 6 }, () => spawnHostApp(folder, []));
  const ended = new Set<number>();
  starts.forEach(({ exited }, index) => void exited.then(() => ended.add(index)));
  await expect.poll(() => ended.size, { timeout: 15_000 }).toBe(5);
  expect(starts.filter(({ child }) => child.exitCode === null)).toHaveLength(1);
});

it('tells the running app of a second start, which ends', async () => {
  const first = await startHostApp();
  const second = spawnHostApp(first.folder, []);
  expect(await second.exited).toBe(0);
  expect(second.stderr()).toContain(first.address.href);
  expect(eventsOf(first.folder)).toContain('second-instance');
});

it('runs the start that comes while it ends, once it has ended', async () => {
  const folder = await temporaryFolder();
  const hold = join(folder, 'hold');
  writeFileSync(hold, '');
  const first = await startHostApp({ folder });
  first.child.kill('SIGTERM');
  await expect.poll(() => eventsOf(folder), { timeout: 15_000 }).toContain('will-quit');
  const second = spawnHostApp(folder, ['--port', first.address.port]);
  await expect.poll(() => eventsOf(folder), { timeout: 15_000 }).toContain('second-instance while it ends');
  expect(second.child.exitCode).toBeNull();
  rmSync(hold);
  expect(await first.exited).toBe(0);
  await expect.poll(second.stdout, { timeout: 15_000 }).toContain('"ready":true');
  expect(second.stderr()).toBe('');
});

it('leaves nothing that stops the next start when it is killed', async () => {
  const first = await startHostApp();
  first.child.kill('SIGKILL');
  await first.exited;
  const again = await startHostApp({ folder: first.folder });
  expect(again.address.href).not.toBe(first.address.href);
});

it('keeps its address from other users of the machine', async () => {
  const { folder } = await startHostApp();
  const doorplate = join(folder, 'browser-host.json');
  expect(existsSync(doorplate)).toBe(true);
  expect(statSync(doorplate).mode & 0o077).toBe(0);
});

it('says in one sentence that a port is in use', async () => {
  const first = await startHostApp();
  const second = spawnHostApp(await temporaryFolder(), ['--port', first.address.port]);
  expect(await second.exited).toBe(3);
  expect(second.stderr()).toMatch(/^端口 \d+ 已被占用，请用 --port 换一个。.*\n$/);
});

it('takes any free port when the preferred one is in use', async () => {
  const first = await startHostApp();
  const second = await startHostApp({ args: ['--preferred-port', first.address.port] });
  expect(second.address.port).not.toBe(first.address.port);
});
