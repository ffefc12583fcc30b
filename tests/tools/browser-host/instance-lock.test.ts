import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { InstanceLock } from '#tools/browser-host/electron/instance-lock.ts';

test('a folder has one host at a time, the next one when that has gone', async () => {
  const folder = join(await temporaryFolder(), '稿件');
  const [first, second] = [new InstanceLock(folder), new InstanceLock(folder)];
  expect([first.take(), first.take(), second.take()]).toEqual([true, true, false]);
  expect([first.isHeld, second.isHeld]).toEqual([true, false]);
  first.release();
  expect(second.take()).toBe(true);
  second.release();
});

test('a folder that cannot be written stops no start: the app has a page that says so', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '稿件'), 'a file stands in its place');
  const lock = new InstanceLock(join(folder, '稿件'));
  expect(lock.take()).toBe(true);
  expect(lock.isHeld).toBe(false);
  lock.release();
  expect(readdirSync(folder)).toEqual(['稿件']);
});
