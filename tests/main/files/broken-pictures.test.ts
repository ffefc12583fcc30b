import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { limiter } from '#shared/in-parallel.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { mediaService } from '#main/services/media-service.ts';
import { AppError } from '#shared/errors.ts';
import { assetSchema, type Asset } from '#shared/model/asset.ts';
import { hostilePictures } from '#tests/helpers/hostile-pictures.ts';
import { isBareJpeg } from '#tests/helpers/jpeg-segments.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { pictureWithPlace } from '#tests/helpers/own-pictures.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const count = 300;
const seed = 20260316;
/** The pipeline's own limit is 20 s; what takes longer hangs. */
const hangs = 30_000;
/** What the process may grow by at most, in bytes: two pictures at a time, each of at most a hundred million pixels. */
const roomy = 1_500_000_000;

async function within<Value>(work: Promise<Value>, name: string, limit = hangs): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} hangs`)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

test('three hundred broken and hostile pictures: each is taken or refused with a code, and the batch goes on', async () => {
  const folder = await temporaryFolder();
  const media = mediaFiles(join(folder, 'media'));
  const pictures = pictureMaker({ heicWorker: new URL('../../../src/main/files/heic-worker.ts', import.meta.url) });
  const inlet = inletFiles(join(folder, 'inlet'), systemIds());
  const service = mediaService({ inlet, media, pictures, assets: await openTestStore(), log: silentLog });
  const taken: Asset[] = [];
  const outcomes = new Map<string, string>();
  const takeTurn = limiter(2);

  async function bringIn({ name, bytes }: { name: string; bytes: Buffer }, index: number): Promise<void> {
    const path = join(folder, `in-${String(index)}`);
    await writeFile(path, bytes);
    try {
      // Every other person says yes to an incomplete picture.
      const asset = await within(service.importFile(path, name, { acceptTruncated: index % 2 === 0 }), name);
      taken.push(assetSchema.parse(asset));
      outcomes.set(name, 'taken');
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      outcomes.set(name, thrown.code);
      expect(thrown.params['name']).toBe(name);
    }
  }

  const hostile = await hostilePictures(count, seed);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  await Promise.all(hostile.map(async (picture, index) => takeTurn(async () => bringIn(picture, index))));
  clearInterval(watch);
  expect(most - before, 'bytes that the process grew by').toBeLessThan(roomy);

  expect(outcomes.size, 'each has a name of its own').toBe(count);
  const expected = /^taken$|^picture-(broken|truncated|type-refused|too-large|timeout)$|^file-empty$/;
  expect([...outcomes].filter(([, outcome]) => !expected.test(outcome))).toEqual([]);
  // Both ends are reached, or the pictures prove nothing.
  const share = (code: string): number => [...outcomes.values()].filter((outcome) => outcome === code).length;
  for (const code of ['taken', 'picture-broken', 'picture-truncated', 'picture-type-refused']) {
    expect(share(code), code).toBeGreaterThanOrEqual(10);
  }
  const others = ['svg-named.jpg', 'svg-with-mark.png', 'page-named.gif', 'avif-named.heic', 'document.jpg'];
  for (const name of [...others, 'magick.jpg', 'archive.jpg', 'zip-then-png.png', 'text.jpg']) {
    expect(outcomes.get(name), name).toBe('picture-type-refused');
  }
  for (const name of ['png-of-giants.png', 'jpeg-of-giants.jpg', 'png-long-and-thin.png']) {
    expect(outcomes.get(name), name).toBe('picture-too-large');
  }

  // What was taken leaves nothing of the file in the pages: no metadata, no foreign bytes behind the picture.
  for (const asset of taken) {
    for (const { sha256, width, height } of [asset.display, asset.thumbnail]) {
      expect(isBareJpeg(await media.read(sha256)), asset.name).toBe(true);
      expect(Math.max(width, height), asset.name).toBeLessThanOrEqual(1600);
    }
  }
  // Nothing half-made stays behind: the media folder holds the files that the rows name.
  const named = taken.flatMap((asset) => [asset.sha256, asset.display.sha256, asset.thumbnail.sha256]);
  const shards = await readdir(join(folder, 'media'));
  const kept = await Promise.all(shards.map(async (shard) => readdir(join(folder, 'media', shard))));
  expect(new Set(kept.flat())).toEqual(new Set(named));

  const { path } = await pictureWithPlace(await temporaryFolder());
  expect(await service.importFile(path, '好图.jpg', { acceptTruncated: false })).toMatchObject({ width: 1800 });
}, 120_000);

test('the judges of that test see harm where it is: sizes of giants, foreign bytes in a page, a reader that hangs', async () => {
  const hostile = new Map((await hostilePictures(count, seed)).map(({ name, bytes }) => [name, bytes]));
  expect(hostile.get('svg-named.jpg')?.toString()).toContain('<script>');
  const limitless = sharp(hostile.get('png-of-giants.png'), { limitInputPixels: false });
  expect((await limitless.metadata()).width).toBe(200_000);
  expect(isBareJpeg(hostile.get('page-in-comment.jpg') ?? Buffer.alloc(0))).toBe(false);
  expect(isBareJpeg(hostile.get('jpeg-then-page.jpg') ?? Buffer.alloc(0))).toBe(false);
  await expect(within(new Promise(() => undefined), 'a picture', 10)).rejects.toThrow('a picture hangs');
});
