import { createHash } from 'node:crypto';
import { readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaFiles } from '#main/files/media-files.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const words = Buffer.from('一张照片的字节');
const sha256 = createHash('sha256').update(words).digest('hex');

test('bytes lie under their hash, in a folder named by its first two digits', async () => {
  const folder = await temporaryFolder();
  const media = mediaFiles(folder);
  expect(await media.path(sha256)).toBeNull();
  expect(await media.put(words)).toBe(sha256);
  expect(await media.path(sha256)).toBe(join(folder, sha256.slice(0, 2), sha256));
  expect(Buffer.from(await media.read(sha256))).toEqual(words);
  expect(await readdir(folder)).toEqual([sha256.slice(0, 2)]);
});

test('a file is taken in by copy; what is known is not written again', async () => {
  const folder = await temporaryFolder();
  const media = mediaFiles(join(folder, 'media'));
  const source = join(folder, 'photo.jpg');
  await writeFile(source, words);
  expect(await media.putFile(source)).toBe(sha256);
  const path = (await media.path(sha256)) ?? '';
  const before = await stat(path);
  await media.putFile(source);
  await media.put(words);
  expect((await stat(path)).ino).toBe(before.ino);
  expect(await readdir(join(folder, 'media'))).toEqual([sha256.slice(0, 2)]);
});

test('a file cut short by a broken disk is written anew', async () => {
  const media = mediaFiles(await temporaryFolder());
  await media.put(words);
  await truncate((await media.path(sha256)) ?? '', 3);
  await media.put(words);
  expect(Buffer.from(await media.read(sha256))).toEqual(words);
});

test('only hashes name files, and a missing one is a coded refusal', async () => {
  const folder = await temporaryFolder();
  const media = mediaFiles(folder);
  await expect(media.path('../../etc/passwd')).rejects.toMatchObject({ code: 'bad-request' });
  await expect(media.read(sha256)).rejects.toMatchObject({ code: 'asset-missing' });
  await expect(media.putFile(join(folder, 'gone'))).rejects.toMatchObject({ code: 'file-vanished' });
  expect(await readdir(folder)).toEqual([]);
});

describe('a file that nothing needs any more', () => {
  test('is removed for good', async () => {
    const folder = await temporaryFolder();
    await mediaFiles(folder).put(words);
    const nextStart = mediaFiles(folder);
    expect(await nextStart.remove(sha256)).toBe(true);
    expect(await nextStart.path(sha256)).toBeNull();
    expect(await nextStart.remove(sha256)).toBe(true);
  });

  test('stays when its bytes came in since the start', async () => {
    const media = mediaFiles(await temporaryFolder());
    await media.put(words);
    expect(await media.remove(sha256)).toBe(false);
    expect(Buffer.from(await media.read(sha256))).toEqual(words);
  });

  test('is there whoever is quicker, when it comes in while it is being removed', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 20; round += 1) {
      await mediaFiles(folder).put(words);
      const media = mediaFiles(folder);
      await Promise.all([media.remove(sha256), media.put(words)]);
      expect(Buffer.from(await media.read(sha256))).toEqual(words);
    }
  });
});
