import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AheadReader } from '#main/files/zip-reading.ts';

const content = Buffer.from(Array.from({ length: 5000 }, (_byte, index) => (index * 31) % 251));
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoqian-zip-reading-'));
  path = join(folder, 'bytes');
  await writeFile(path, content);
});

afterAll(async () => rm(folder, { recursive: true }));

async function reading(position: number, length: number, reader: AheadReader): Promise<Buffer> {
  const room = Buffer.alloc(length + 2, 0xff);
  await promisify(reader.read.bind(reader))(room, 1, length, position);
  expect([room.at(0), room.at(-1)]).toEqual([0xff, 0xff]);
  return room.subarray(1, -1);
}

test('gives what stands at each place, whatever was read ahead, and however many ask at once', async () => {
  const file = await open(path);
  const reader = new AheadReader(file);
  const places = [
    [0, 30],
    [30, 12],
    [1010, 30],
    [4990, 10],
    [700, 3000],
    [1040, 46],
    [0, 5000],
  ] as const;
  const read = await Promise.all(places.map(async ([position, length]) => reading(position, length, reader)));
  expect(read).toEqual(places.map(([position, length]) => content.subarray(position, position + length)));
  await file.close();
});

test('says so when the file ends before what is asked for', async () => {
  const file = await open(path);
  const reader = new AheadReader(file);
  await expect(reading(4990, 11, reader)).rejects.toThrow('the file ends here');
  await expect(reading(6000, 4, reader)).rejects.toThrow('the file ends here');
  await file.close();
  await expect(reading(10, 4, reader)).rejects.toThrow();
});
