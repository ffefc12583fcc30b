import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { InstanceLock } from '#tools/browser-host/electron/instance-lock.ts';

const address = () => ({ origin: 'http://127.0.0.1:9', address: 'http://127.0.0.1:9/' });

test('a folder has one host at a time, the next one when that has gone', async () => {
  const folder = join(await temporaryFolder(), '稿件');
  const [first, second] = [new InstanceLock(folder, address), new InstanceLock(folder, address)];
  expect([first.take(), first.take(), second.take()]).toEqual([true, true, false]);
  await second.knocking;
  expect([first.isHeld, second.isHeld]).toEqual([true, false]);
  first.release();
  expect(second.take()).toBe(true);
  second.release();
});

test('a folder that cannot be written stops no start: the app has a page that says so', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '稿件'), 'a file stands in its place');
  const lock = new InstanceLock(join(folder, '稿件'), address);
  expect(lock.take()).toBe(true);
  expect(lock.isHeld).toBe(false);
  lock.release();
  expect(readdirSync(folder)).toEqual(['稿件']);
});
