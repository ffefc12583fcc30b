import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file comes in chunk by chunk, under a name that is ours', async () => {
  const folder = await temporaryFolder();
  const inlet = inletFiles(folder, systemIds());
  const fileId = await inlet.begin('../../evil.jpg', 6);
  // Not waiting between chunks is allowed: they are written one after another.
  const received = await Promise.all([inlet.append(fileId, 0, encode('abc')), inlet.append(fileId, 3, encode('def'))]);
  expect(received).toEqual([3, 6]);
  const file = await inlet.take(fileId);
  expect(file).toEqual({ id: fileId, name: '../../evil.jpg', path: join(folder, fileId), bytes: 6 });
  expect(await readFile(file.path, 'utf8')).toBe('abcdef');
  await inlet.discard(fileId);
  expect(await readdir(folder)).toEqual([]);
});

test('wrong offsets, too many bytes, unfinished and unknown files are refused', async () => {
  const inlet = inletFiles(await temporaryFolder(), systemIds());
  const fileId = await inlet.begin('photo.jpg', 4);
  await expect(inlet.append(fileId, 2, encode('ab'))).rejects.toMatchObject({ code: 'bad-request' });
  await inlet.append(fileId, 0, encode('ab'));
  await expect(inlet.append(fileId, 0, encode('ab'))).rejects.toMatchObject({ code: 'bad-request' });
  await expect(inlet.take(fileId)).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(inlet.append(fileId, 2, encode('abc'))).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(inlet.take('0192a1b2-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' });
  await expect(inlet.begin('film.mov', 513 * 1024 * 1024)).rejects.toMatchObject({ code: 'file-too-large' });
});

test('what an earlier run left is gone at the start', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'left-behind'), 'x');
  inletFiles(folder, systemIds());
  expect(await readdir(folder)).toEqual([]);
});
