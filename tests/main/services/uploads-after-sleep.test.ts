import { describe, expect, test } from 'vitest';
import { portalClient } from '#main/portal/portal-client.ts';
import { watchForSleep } from '#main/services/watch-for-sleep.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { dyingLine } from '#tests/helpers/dying-line.ts';
import { hostileServer } from '#tests/helpers/hostile-server.ts';
import { quickSettings, runningPortal } from '#tests/helpers/running-portal.ts';
import { uploadDesk } from '#tests/helpers/upload-desk.ts';

const hour = 60 * 60 * 1000;

describe('after sleep, or on another network', () => {
  test('what waited for the line goes on at once', async () => {
    const { uploads, record, sendTo, until } = await uploadDesk();
    sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
    await uploads.enqueue(record.id, 'portal');
    await until('waiting');
    sendTo(await runningPortal());
    await uploads.tryWaiting();
    expect(await until('published')).toMatchObject({ attempts: 1 });
  });

  test('what was being sent over a line that died meanwhile goes on over another one, where the portal has it', async () => {
    const portal = await runningPortal();
    const line = await dyingLine(portal.url);
    let isDead = false;
    let asked = 0;
    // The first 16 KB go out, then next to nothing, until there is another line.
    const bytesPerSecond = () => (isDead ? 0 : (asked += 1) <= 2 ? 64 * 1024 : 1);
    const { uploads, record, told, sendTo, until } = await uploadDesk({ bytesPerSecond });
    sendTo({ url: line.url, token: portal.token });
    await uploads.enqueue(record.id, 'portal');
    await expect.poll(async () => (await uploads.list())[0]?.offset).toBeGreaterThanOrEqual(16 * 1024);
    line.die();
    isDead = true;
    await uploads.tryWaiting();
    const upload = await until('published');
    expect(upload).toMatchObject({ attempts: 1, lastError: null, offset: record.bytes });
    expect(told).toEqual(['queued', 'sending', 'queued', 'sending', 'verifying', 'published']);
    expect(line.sent()).toBeLessThan(record.bytes * 1.5);
  });

  test('what the proxy of the other network refused is tried through that of this one', async () => {
    let proxy = 'SOCKS5 127.0.0.1:1080';
    const wayOut = { proxies: { resolve: async () => proxy }, logins: { find: async () => null } };
    const client = portalClient({ ...quickSettings, wayOut });
    const { uploads, record, sendTo, until } = await uploadDesk({ client });
    sendTo(await runningPortal());
    await uploads.enqueue(record.id, 'portal');
    expect((await until('failed')).lastError).toMatchObject({ code: 'portal-proxy' });
    proxy = 'DIRECT';
    await uploads.tryWaiting();
    await until('published');
  });

  test('a copy into a folder goes on as it is', async () => {
    const { uploads, record, told, alsoTo, until } = await uploadDesk({
      folders: { deliver: async () => uploads.tryWaiting() },
    });
    alsoTo('stick', { kind: 'folder', name: 'U 盘', path: '/nowhere' });
    await uploads.enqueue(record.id, 'stick');
    await until('delivered');
    expect(told).toEqual(['queued', 'sending', 'delivered']);
  });

  test('the machine is known to have slept by its clock, where nobody says so', async () => {
    const slow = await hostileServer(() => undefined);
    const { record, time, sendTo, until, restart } = await uploadDesk();
    const uploads = await restart();
    sendTo({ url: slow.url, token: 'x' });
    await uploads.enqueue(record.id, 'portal');
    await expect.poll(() => slow.requests.length).toBe(1);
    sendTo(await runningPortal());
    time.pass(hour);
    await until('published');
  });
});

test('time that passes as it should is no sleep', () => {
  const time = new ManualTime();
  let woken = 0;
  const stop = watchForSleep({ clock: time, timers: time }, () => (woken += 1));
  for (let minutes = 0; minutes < 60; minutes += 1) time.pass(15_000);
  expect(woken).toBe(0);
  time.pass(10 * 60_000);
  expect(woken).toBe(1);
  time.pass(15_000);
  // The clock was put back: nobody slept.
  time.turnTo('2024-01-01T00:00:00.000Z');
  time.pass(15_000);
  expect(woken).toBe(1);
  stop();
  expect(time.waiting()).toBe(0);
});

test('a clock that is put back holds up nothing that waits', async () => {
  const { uploads, record, time, sendTo, until } = await uploadDesk();
  sendTo({ url: 'http://127.0.0.1:1', token: 'x' });
  await uploads.enqueue(record.id, 'portal');
  await until('waiting');
  sendTo(await runningPortal());
  time.turnTo('2024-01-01T00:00:00.000Z');
  time.pass(60_000);
  await until('published');
});
