import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureWithPlace } from './own-pictures.ts';
import { placeTraces, placeWords } from './place-traces.ts';

test('a photo with its place is found, and so are its coordinates as text', async () => {
  const { path } = await pictureWithPlace(await mkdtemp(join(tmpdir(), 'gaoqian-place-')));
  const words = await placeWords([path]);
  expect(words).toEqual(['39.906', '116.391']);
  const entries = new Map([
    ['photo.jpg', await readFile(path)],
    ['note.txt', Buffer.from('在 39.9061 附近')],
    ['clean.txt', Buffer.from('没有地点')],
  ]);
  expect(placeTraces(entries, words)).toEqual(expect.arrayContaining(['photo.jpg: Exif\0\0', 'note.txt: 39.906']));
  expect(placeTraces(new Map([['clean.txt', Buffer.from('没有地点')]]), words)).toEqual([]);
});
