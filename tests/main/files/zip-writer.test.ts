import { randomBytes } from 'node:crypto';
import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileDigests } from '#main/files/checksum.ts';
import { proveZip, readZipEntry } from '#main/files/zip-proof.ts';
import { defaultArchiveLimits, openCheckedZip } from '#main/files/zip-structure.ts';
import { writeZip, type ZipContents } from '#main/files/zip-writer.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

type ContentOf<Contents> = Contents extends ReadonlyMap<string, infer Content> ? Content : never;

/** Larger than what is read at once, and no multiple of it. */
const large = 1_300_001;

async function written(folder: string, contents: ZipContents): Promise<string> {
  const path = join(folder, 'made.zip');
  const file = await open(path, 'w');
  try {
    await writeZip(file, contents);
  } finally {
    await file.close();
  }
  return path;
}

async function onDisk(folder: string, name: string, bytes: Buffer) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, ...(await fileDigests(path)) };
}

/** Small and large ones of each kind, and empty ones. */
async function allKinds(folder: string) {
  const picture = randomBytes(large);
  const small = randomBytes(700);
  // Packed to a half: what shrinks more than a hundred times is taken for a bomb.
  const words = Buffer.from(randomBytes(large).toString('hex'));
  const contents: ZipContents = new Map<string, ContentOf<ZipContents>>([
    ['top/data/words.txt', words],
    ['top/data/short.txt', Buffer.from('一句。')],
    ['top/data/empty.txt', Buffer.alloc(0)],
    ['top/data/images/02.jpg', await onDisk(folder, 'small', small)],
    ['top/data/images/01.jpg', await onDisk(folder, 'large', picture)],
    ['top/data/attachments/01.txt', await onDisk(folder, 'none', Buffer.alloc(0))],
  ]);
  const expected = new Map<string, Buffer>([
    ['top/data/attachments/01.txt', Buffer.alloc(0)],
    ['top/data/empty.txt', Buffer.alloc(0)],
    ['top/data/images/01.jpg', picture],
    ['top/data/images/02.jpg', small],
    ['top/data/short.txt', Buffer.from('一句。')],
    ['top/data/words.txt', words],
  ]);
  return { contents, expected };
}

test('what lies in memory and what lies on the disk, however large, is read back alike by others', async () => {
  const folder = await temporaryFolder();
  const { contents, expected } = await allKinds(folder);
  const read = await readZipEntries(await written(folder, contents));
  expect([...read.keys()]).toEqual([...expected.keys()]);
  for (const [path, bytes] of expected) expect(read.get(path)?.equals(bytes), path).toBe(true);
});

test('our own reader proves each entry, unpacked or in place', async () => {
  const folder = await temporaryFolder();
  const { contents, expected } = await allKinds(folder);
  const zip = await openCheckedZip(await written(folder, contents), defaultArchiveLimits);
  try {
    const inPlace = await proveZip(zip, '', () => false);
    const unpacked = await proveZip(zip, join(folder, 'unpacked'), () => true);
    expect(unpacked).toEqual(inPlace);
    expect(inPlace.map(({ path, bytes }) => [path, bytes])).toEqual(
      [...expected].map(([path, { length }]) => [path, length]),
    );
    for (const { path, head, tail } of inPlace) {
      expect(expected.get(path)?.subarray(0, head.length).equals(head)).toBe(true);
      expect(expected.get(path)?.subarray(-2).equals(tail)).toBe(true);
    }
    for (const entry of zip.entries) {
      expect((await readZipEntry(zip, entry)).equals(expected.get(entry.path) ?? Buffer.from('missing'))).toBe(true);
    }
  } finally {
    await zip.close();
  }
});

test('a file that became shorter since it was looked at is refused', async () => {
  const folder = await temporaryFolder();
  const picture = await onDisk(folder, 'picture', randomBytes(large));
  await truncate(picture.path, 600_000);
  await expect(written(folder, new Map([['top/01.jpg', picture]]))).rejects.toMatchObject({ code: 'file-vanished' });
});
