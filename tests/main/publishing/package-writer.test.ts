import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader, readPackage, verifyPackage } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import { contentOf } from '#tests/builders/content.ts';
import { amended, packageBench, packageKey } from '#tests/builders/package-inputs.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const keyRing = keyRingOf([packageKey.publicKey]);

describe('a package', () => {
  test('holds exactly the files of the format, under one folder of its name', async () => {
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    expect(zip.name).toBe('TSZJ-20261123-0007-r3');
    expect([...(await readZipEntries(zip.path)).keys()]).toEqual(
      [
        'bag-info.txt',
        'bagit.txt',
        'data/article.txt',
        'data/attachments/01.pdf',
        'data/attachments/02.csv',
        'data/document.json',
        'data/fragment.html',
        'data/images/01.jpg',
        'data/images/02.jpg',
        'data/images/thumb-01.jpg',
        'data/images/thumb-02.jpg',
        'data/index.html',
        'data/wechat.html',
        'manifest-sha256.txt',
        'manifest-sha512.txt',
        'metadata/checks.json',
        'metadata/images.json',
        'metadata/ninjs.json',
        'metadata/page-meta.json',
        'metadata/review.json',
        'tagmanifest-sha256.txt',
        'tagmanifest-sha256.txt.minisig',
      ].map((path) => `${zip.name}/${path}`),
    );
  });

  test('is read back whole by our own reader', async () => {
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    const read = await readPackage(zip.path, { keyRing });
    expect(read).toMatchObject({ name: zip.name, zipSha256: zip.sha256, signedBy: packageKey.fingerprint });
    expect(read.content).toEqual(bench.inputs.content);
    expect(await readdir(read.folder)).toContain('bagit.txt');
    await read.dispose();
    await expect(readdir(read.folder)).rejects.toThrow('ENOENT');
    expect(await verifyPackage(zip.path, { keyRing })).toMatchObject({ valid: true, refusals: [], name: zip.name });
  });

  test('has the same bytes when built again, in another folder and another time zone', async () => {
    const first = await (await packageBench(await temporaryFolder())).write();
    const again = await (await packageBench(await temporaryFolder())).write();
    expect(again.sha256).toBe(first.sha256);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const elsewhere = await (await packageBench(await temporaryFolder())).write();
      expect(new Date().getTimezoneOffset()).not.toBe(0);
      expect(elsewhere.sha256).toBe(first.sha256);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test.each(['correct', 'withdraw'] as const)('to %s has the same bytes from the same draft too', async (kind) => {
    const built = async (): Promise<string> => {
      const bench = await packageBench(await temporaryFolder());
      return (await bench.write(amended(bench.inputs, kind))).sha256;
    };
    const first = await built();
    expect(await built()).toBe(first);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T23:59:58.000Z') });
    onTestFinished(() => void vi.useRealTimers());
    expect(await built()).toBe(first);
  });

  test('never takes the place of another', async () => {
    const bench = await packageBench(await temporaryFolder());
    const zip = await bench.write();
    const before = await readFile(zip.path);
    await expect(bench.write({ agent: 'Gaoqian 0.2.0' })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await readFile(zip.path)).toEqual(before);
    expect(await readdir(join(zip.path, '..'))).toEqual([`${zip.name}.zip`]);
  });

  test('leaves nothing behind when cancelled at any step', async () => {
    const folder = await temporaryFolder();
    const { inputs, media } = await packageBench(folder);
    const writer = packageWriter(media, packageReader);
    for (const last of ['pictures', 'page', 'checksums', 'archive', 'verify']) {
      const abort = new AbortController();
      const target = join(folder, last);
      const build = writer.writePackage(inputs, {
        folder: target,
        signal: abort.signal,
        onStep: (step) => step === last && abort.abort(),
      });
      await expect(build).rejects.toMatchObject({ code: 'cancelled' });
      expect(await readdir(target).catch(() => [])).toEqual([]);
    }
  });

  test('is refused for a draft with a figure that waits for its picture, and for one that nobody signed off', async () => {
    const folder = await temporaryFolder();
    const bench = await packageBench(folder);
    const waiting = contentOf('无图', [{ type: 'figure', asset: null, alt: '', credit: '', children: [] }]);
    await expect(bench.write({ content: waiting })).rejects.toMatchObject({ code: 'asset-missing' });
    await expect(bench.write({ records: bench.inputs.records.slice(0, 3) })).rejects.toMatchObject({
      code: 'not-signed-off',
    });
    expect(await readdir(join(folder, 'packages'))).toEqual([]);
  });

  test('is refused when a picture still tells where it was taken', async () => {
    const folder = await temporaryFolder();
    const bench = await packageBench(folder);
    const { default: sharp } = await import('sharp');
    const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#123456' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 22/1' } })
      .jpeg()
      .toBuffer();
    const display = { sha256: await bench.media.put(bytes), width: 1600, height: 1200, bytes: bytes.byteLength };
    const assets = bench.inputs.assets.map((asset) => ({ ...asset, display }));
    await expect(bench.write({ assets })).rejects.toMatchObject({ code: 'picture-broken' });
  });
});
