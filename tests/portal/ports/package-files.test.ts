import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { KeptFile, PackageFiles } from '#portal/ports/package-files.ts';
import { DiskPackageFiles } from '#portal/store/disk/disk-package-files.ts';
import { memoryFiles } from '#tests/fakes/memory-files.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

interface Opened {
  readonly files: PackageFiles;
  /** The zip in the archive. */
  readonly archived: (zipSha256: string) => Promise<Buffer | undefined>;
}

const adapters: readonly (readonly [name: string, open: (folder: string) => Promise<Opened>])[] = [
  [
    'a disk',
    async (folder) => {
      const places = { packages: join(folder, 'packages'), archive: join(folder, 'archive') };
      for (const place of Object.values(places)) await mkdir(place);
      const files = new DiskPackageFiles(places, join(folder, 'work'));
      return { files, archived: async (zip) => readFile(join(places.archive, `${zip}.zip`)).catch(() => undefined) };
    },
  ],
  [
    'memory',
    async (folder) => {
      const files = memoryFiles(join(folder, 'work'));
      return { files, archived: async (zip) => files.objects.get(`${zip}.zip`) };
    },
  ],
];

const zipSha256 = 'a'.repeat(64);
const zipOfRound = (round: number): string => String(round).repeat(64);

/** An unpacked package in the work folder. */
async function unpack(files: PackageFiles, name: string, contents: Readonly<Record<string, string>>) {
  const folder = join(files.workFolder, name);
  const kept: KeptFile[] = [];
  for (const [path, text] of Object.entries(contents)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
    kept.push({ path, sha256: createHash('sha256').update(text).digest('hex') });
  }
  return { folder, kept };
}

async function read(files: PackageFiles, path: string): Promise<string | undefined> {
  const opened = await files.open(zipSha256, path);
  if (!opened) return undefined;
  const content = await buffer(opened.content());
  expect(content.length).toBe(opened.bytes);
  return content.toString();
}

describe.each(adapters)('package files on %s', (_name, open) => {
  test('are kept under the hash of their zip and read one by one', async () => {
    const { files } = await open(await temporaryFolder());
    expect(await read(files, 'data/index.html')).toBeUndefined();
    const { folder, kept } = await unpack(files, 'one', { 'bagit.txt': 'bag', 'data/index.html': '页面' });
    await files.keep(zipSha256, folder, kept);
    expect(await read(files, 'data/index.html')).toBe('页面');
    expect(await read(files, 'bagit.txt')).toBe('bag');
    expect(await read(files, 'data/other.html')).toBeUndefined();
    expect(await read(files, 'data/index.html/x')).toBeUndefined();
  });

  test('kept twice are one, and whoever reads them meanwhile gets them whole', async () => {
    const { files } = await open(await temporaryFolder());
    const contents = { 'data/index.html': '页面'.repeat(50_000), 'data/images/01.jpg': 'picture' };
    const one = await unpack(files, 'one', contents);
    await files.keep(zipSha256, one.folder, one.kept);
    const keeping = new AbortController();
    const reading = (async () => {
      while (!keeping.signal.aborted) {
        expect(await read(files, 'data/index.html')).toBe(contents['data/index.html']);
        await nextTurn();
      }
    })();
    for (const name of ['two', 'three', 'four']) {
      const again = await unpack(files, name, contents);
      await files.keep(zipSha256, again.folder, again.kept);
    }
    keeping.abort();
    await reading;
  });

  test('kept by many at once are one', async () => {
    const { files } = await open(await temporaryFolder());
    const contents = { 'data/index.html': '页面', 'data/images/01.jpg': 'picture' };
    for (let round = 0; round < 5; round += 1) {
      const many = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (name) => unpack(files, `${round}${name}`, contents)),
      );
      await Promise.all(many.map(async ({ folder, kept }) => files.keep(zipOfRound(round), folder, kept)));
      expect((await files.open(zipOfRound(round), 'data/images/01.jpg'))?.bytes).toBe('picture'.length);
    }
  });

  test('take the place of what is not whole', async () => {
    const { files } = await open(await temporaryFolder());
    const half = await unpack(files, 'half', { 'data/index.html': '一半' });
    await files.keep(zipSha256, half.folder, half.kept);
    const { folder, kept } = await unpack(files, 'whole', { 'data/index.html': '页面', 'data/article.txt': '文字' });
    await files.keep(zipSha256, folder, kept);
    expect(await read(files, 'data/index.html')).toBe('页面');
    expect(await read(files, 'data/article.txt')).toBe('文字');
  });

  test('have their zip in the archive, byte for byte', async () => {
    const { files, archived } = await open(await temporaryFolder());
    const zip = join(await temporaryFolder(), 'any.zip');
    await writeFile(zip, 'zip');
    await files.archive(zipSha256, zip);
    expect((await archived(zipSha256))?.toString()).toBe('zip');
    await expect(readFile(zip)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
