import { readdir, truncate, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader, readPackage, verifyPackage } from '#main/publishing/package-reader.ts';
import type { ArchiveLimits } from '#main/services/ports/package-reader.ts';
import { packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { rawZip, type RawEntry } from '#tests/helpers/raw-zip.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';

const keyRing = keyRingOf([packageKey.publicKey]);
const honest: RawEntry = { name: 'top/data/page.html', bytes: Buffer.from('<p>一页</p>') };

/** The code with which a zip is refused; the folder that it would be unpacked into must be empty afterwards. */
async function refusalOf(bytes: Buffer, limits: Partial<ArchiveLimits> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const path = join(folder, 'in.zip');
  await writeFile(path, bytes);
  const options = { keyRing, limits, temporaryFolder: join(folder, 'fresh') };
  const thrown: unknown = await readPackage(path, options).catch((error: unknown) => error);
  const report = await verifyPackage(path, options);
  expect(report.valid).toBe(false);
  // As the window gets it: values, whose code an error would have lost on the way.
  expect(report.refusals.filter((refusal) => refusal instanceof Error)).toEqual([]);
  const proven: unknown = await packageReader.prove(path, 'package', options).catch((error: unknown) => error);
  expect(proven).toEqual(thrown);
  expect(await readdir(options.temporaryFolder).catch(() => [])).toEqual([]);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'accepted';
  expect(report.refusals[0]?.code).toBe(code);
  return code;
}

const named = (name: string | Buffer): Buffer => rawZip({ entries: [honest, { name, bytes: Buffer.from('x') }] });

function zip(entries: readonly RawEntry[]): Buffer {
  return rawZip({ entries });
}

function zeros(bytes: number): RawEntry {
  return { name: 'top/zeros', bytes: Buffer.alloc(bytes), deflate: true };
}

function link(attributes: number): Buffer {
  return zip([honest, { name: 'top/link', central: { attributes } }]);
}

describe('names that climb, or mean something else elsewhere', () => {
  test.each([
    '/etc/passwd',
    '../outside.txt',
    'top/../../outside.txt',
    'top/./page.html',
    'top//page.html',
    'C:/windows/win.ini',
    'c:page.html',
    'top\\page.html',
    '..\\outside.txt',
    '\\\\server\\share',
    'top/page\0.html',
    'top/page\n.html',
    'top/page.html ',
    'top/page.html.',
    'top/ page.html',
    'top/.../page.html',
    'top/page.html:stream',
    'top/页面.html',
    `top/${'a'.repeat(300)}`,
    '',
  ])('%j', async (name) => {
    expect(await refusalOf(named(name))).toBe('archive-path-unsafe');
  });

  test('bytes that are no text', async () => {
    expect(await refusalOf(named(Buffer.from([0x74, 0x2f, 0xff, 0xfe])))).toBe('archive-path-unsafe');
  });

  test.each(['top/CON', 'top/nul.txt', 'top/com1.html', 'aux/page.html', 'top/LPT9.tar.gz', 'top/CONIN$'])(
    'the Windows device %s',
    async (name) => {
      expect(await refusalOf(named(name))).toBe('archive-name-reserved');
    },
  );

  test.each([
    ['the same', 'top/a.html', 'top/a.html'],
    ['alike but for case', 'top/a.html', 'top/A.html'],
    ['alike but for Unicode form', 'top/\u00e9.html', 'top/e\u0301.html'],
    ['alike but for width', 'top/a.html', 'top/\uff41.html'],
    ['a file and a folder', 'top/a', 'top/a/b.html'],
    ['a folder and a file', 'top/a/b.html', 'top/A'],
  ])('two names that are %s', async (_how, first, second) => {
    const entries = [first, second].map((name) => ({ name, bytes: Buffer.from('x') }));
    expect(await refusalOf(rawZip({ entries }))).toBe('archive-name-duplicate');
  });

  test('a link, to a file or of Windows', async () => {
    expect(await refusalOf(link(0o120777 * 0x10000))).toBe('archive-link');
    expect(await refusalOf(link(0o010644 * 0x10000))).toBe('archive-link');
    expect(await refusalOf(link(0x400))).toBe('archive-link');
  });

  test('more than one top folder, none, or a bag within the bag', async () => {
    expect(await refusalOf(named('other/page.html'))).toBe('archive-top-folder');
    expect(await refusalOf(named('page.html'))).toBe('archive-top-folder');
    expect(await refusalOf(rawZip({ entries: [] }))).toBe('archive-top-folder');
    expect(await refusalOf(named('top/data/inner/bagit.txt'))).toBe('archive-nested-bag');
    expect(await refusalOf(named('top/data/BagIt.txt'))).toBe('archive-nested-bag');
  });
});

describe('sizes beyond the limits', () => {
  test('more than 2,000 entries', async () => {
    const entries = Array.from({ length: 2001 }, (_, index) => ({ name: `top/${index}`, bytes: Buffer.from('x') }));
    expect(await refusalOf(zip(entries))).toBe('archive-too-many-entries');
  });

  test('an archive over 512 MB, without reading it', async () => {
    const path = join(await temporaryFolder(), 'sparse.zip');
    await writeFile(path, '');
    await truncate(path, 512 * 1024 * 1024 + 1);
    await expect(readPackage(path, { keyRing })).rejects.toMatchObject({ code: 'archive-too-large' });
  });

  test('an entry that says it is over 100 MB, or all over 1 GB together', async () => {
    const unpacked = 101 * 1024 * 1024;
    expect(await refusalOf(zip([{ ...honest, deflate: true, central: { unpacked } }]))).toBe('archive-entry-too-large');
    const big = { ...zeros(0), central: { unpacked: 90 * 1024 * 1024, packed: 1024 * 1024 } };
    const many = Array.from({ length: 12 }, (_, index) => ({ ...big, name: `top/${index}` }));
    expect(await refusalOf(zip(many))).toBe('archive-unpacked-too-large');
  });

  test('a ratio over 100 : 1 above 1 MB, but not below', async () => {
    expect(await refusalOf(zip([zeros(2 * 1024 * 1024)]))).toBe('archive-ratio');
    expect(await refusalOf(zip([zeros(1024 * 1024)]))).not.toBe('archive-ratio');
  });

  test('limits can be set lower', async () => {
    expect(await refusalOf(zip([honest, { name: 'top/b' }]), { entries: 1 })).toBe('archive-too-many-entries');
    expect(await refusalOf(zip([honest]), { entryBytes: 4 })).toBe('archive-entry-too-large');
    expect(await refusalOf(zip([honest]), { archiveBytes: 40 })).toBe('archive-too-large');
  });
});

describe('bytes that two programs could read differently', () => {
  const junk = Buffer.from('junk');

  test('leading, trailing and hidden bytes', async () => {
    expect(await refusalOf(rawZip({ entries: [honest], leading: junk }))).toBe('archive-extra-bytes');
    expect(await refusalOf(rawZip({ entries: [honest], trailing: junk }))).toBe('archive-extra-bytes');
    expect(await refusalOf(rawZip({ entries: [honest], comment: junk }))).toBe('archive-extra-bytes');
    expect(await refusalOf(rawZip({ entries: [honest], middle: junk }))).toBe('archive-extra-bytes');
    expect(await refusalOf(rawZip({ entries: [honest, { name: 'top/b', gap: junk }] }))).toBe('archive-extra-bytes');
    const commented = { ...honest, central: { comment: junk } };
    expect(await refusalOf(rawZip({ entries: [commented] }))).toBe('archive-extra-bytes');
    expect(await refusalOf(rawZip({ entries: [honest, honest], count: 1 }))).toBe('archive-extra-bytes');
  });

  test('a zip in front of a zip, or behind it', async () => {
    const inner = rawZip({ entries: [honest] });
    expect(await refusalOf(Buffer.concat([inner, inner]))).toBe('archive-extra-bytes');
  });

  test('entries that overlap', async () => {
    const second: RawEntry = { ...honest, name: 'top/data/qage.html', sharesPlaceOf: 0 };
    expect(await refusalOf(rawZip({ entries: [honest, second] }))).toBe('archive-overlap');
    const wide = { ...honest, central: { packed: 60, unpacked: 60 } };
    expect(await refusalOf(rawZip({ entries: [wide, { name: 'top/b', bytes: junk }] }))).toBe('archive-overlap');
  });

  test.each([
    ['name', { name: Buffer.from('top/data/qage.html') }],
    ['method', { method: 8 }],
    ['flags', { flags: 0 }],
    ['time', { time: 1 }],
    ['checksum', { crc: 1 }],
    ['packed size', { packed: 1 }],
    ['unpacked size', { unpacked: 1 }],
    ['name in an extra field', { extra: Buffer.from('7570020001ff', 'hex') }],
    ['broken extra field', { extra: Buffer.from('ffffff', 'hex') }],
  ])('a local header with another %s', async (_what, local) => {
    expect(await refusalOf(rawZip({ entries: [{ ...honest, local }] }))).toBe('archive-header-mismatch');
  });

  test('sizes behind the data, where no header tells them, and sizes of 64 bits', async () => {
    const streamed = { ...honest, central: { flags: 0x808 } };
    expect(await refusalOf(rawZip({ entries: [streamed] }))).toBe('archive-header-mismatch');
    const zip64 = { ...honest, central: { extra: Buffer.from('0100080000000000000000ff', 'hex') } };
    expect(await refusalOf(rawZip({ entries: [zip64] }))).toBe('archive-header-mismatch');
  });

  test('more or less than the header says', async () => {
    const bytes = Buffer.from('a'.repeat(1000));
    const told = (unpacked: number): RawEntry => ({ name: 'top/a', bytes, deflate: true, central: { unpacked } });
    expect(await refusalOf(rawZip({ entries: [told(900)] }))).toBe('archive-size-mismatch');
    expect(await refusalOf(rawZip({ entries: [told(1100)] }))).toBe('archive-size-mismatch');
    expect(await refusalOf(rawZip({ entries: [{ ...honest, central: { unpacked: 3 } }] }))).toBe(
      'archive-size-mismatch',
    );
    expect(await refusalOf(rawZip({ entries: [{ ...honest, central: { crc: 7 } }] }))).toBe('archive-size-mismatch');
    const stowaway = { name: 'top/a', bytes, deflate: true, tail: junk };
    expect(await refusalOf(rawZip({ entries: [stowaway] }))).toBe('archive-size-mismatch');
    const broken = { name: 'top/a', bytes: junk, central: { method: 8, unpacked: 9 } };
    expect(await refusalOf(rawZip({ entries: [broken] }))).toBe('archive-size-mismatch');
  });

  test('an encrypted entry, weakly, strongly or by AES', async () => {
    for (const central of [{ flags: 0x801, unpacked: 1 }, { flags: 0x841 }, { flags: 0x2800 }, { method: 99 }]) {
      expect(await refusalOf(rawZip({ entries: [{ ...honest, central }] }))).toBe('archive-encrypted');
    }
  });

  test('a file that is no zip, an empty one, a missing one, a folder', async () => {
    expect(await refusalOf(Buffer.from('no zip at all, but long enough to be looked at'))).toBe('archive-not-zip');
    expect(await refusalOf(Buffer.from('PK'))).toBe('archive-not-zip');
    expect(await refusalOf(Buffer.alloc(0))).toBe('file-empty');
    const folder = await temporaryFolder();
    await expect(readPackage(join(folder, 'none.zip'), { keyRing })).rejects.toMatchObject({ code: 'file-vanished' });
    await mkdir(join(folder, 'folder.zip'));
    await expect(readPackage(join(folder, 'folder.zip'), { keyRing })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });

  test('a zip cut off anywhere', async () => {
    const whole = rawZip({ entries: [honest, { name: 'top/b', bytes: junk, deflate: true }] });
    for (let length = 1; length < whole.length; length += 13) {
      expect(await refusalOf(whole.subarray(0, length))).toMatch(/^archive-/);
    }
  });
});

test('the builder of these zips makes honest ones too: a package that it repacks is accepted', async () => {
  const folder = await temporaryFolder();
  const zip = await (await packageBench(folder)).write();
  const files = await readZipEntries(zip.path);
  const entries = [...files].map(([name, bytes]) => ({ name, bytes, deflate: true }));
  const folders: RawEntry = { name: `${zip.name}/data/`, central: { attributes: 0o040755 * 0x10000 } };
  const path = join(folder, 'repacked.zip');
  await writeFile(path, rawZip({ entries: [folders, ...entries] }));
  expect(await verifyPackage(path, { keyRing })).toMatchObject({ valid: true, refusals: [] });
});
