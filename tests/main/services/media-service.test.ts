import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { mediaService } from '#main/services/media-service.ts';
import { assetSchema } from '#shared/model/asset.ts';
import { isBareJpeg } from '#tests/helpers/jpeg-segments.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { pictureWithPlace } from '#tests/helpers/own-pictures.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function setUp() {
  const folder = await temporaryFolder();
  const inlet = inletFiles(join(folder, 'inlet'), systemIds());
  const media = mediaFiles(join(folder, 'media'));
  const heicWorker = new URL('../../../src/main/files/heic-worker.ts', import.meta.url);
  const assets = await openTestStore();
  const service = mediaService({ inlet, media, pictures: pictureMaker({ heicWorker }), assets, log: silentLog });

  /** Sends a file's bytes through the inlet, as the window does. */
  async function send(name: string, bytes: Uint8Array): Promise<string> {
    const fileId = await inlet.begin(name, bytes.byteLength);
    await inlet.append(fileId, 0, bytes);
    return fileId;
  }
  return { folder, inlet, media, service, send };
}

test('a photo from the window: its original is kept privately, its renditions are bare', async () => {
  const { folder, media, service, send } = await setUp();
  const photo = await readFile((await pictureWithPlace(folder)).path);
  const { asset } = await service.importInlet(await send('现场照片.jpg', photo), { acceptTruncated: false });
  assetSchema.parse(asset);
  expect(asset).toMatchObject({ name: '现场照片.jpg', bytes: photo.length, hadLocation: true, hasOriginal: true });
  expect(Buffer.from(await media.read(asset.sha256))).toEqual(photo);
  const display = await media.read(asset.display.sha256);
  expect(display.byteLength).toBe(asset.display.bytes);
  expect(isBareJpeg(display) && isBareJpeg(await media.read(asset.thumbnail.sha256))).toBe(true);
  expect(await readdir(join(folder, 'inlet')), 'nothing waits in the inlet').toEqual([]);
  expect(await service.describe([asset.sha256, '0'.repeat(64)])).toEqual([asset]);
});

test('the same picture twice is one picture, under the name it first had', async () => {
  const { folder, service, send } = await setUp();
  const photo = await readFile((await pictureWithPlace(folder)).path);
  const [first, second] = await Promise.all([
    service.importInlet(await send('a.jpg', photo), { acceptTruncated: false }),
    service.importInlet(await send('a.jpg', photo), { acceptTruncated: false }),
  ]);
  expect(second).toEqual(first);
  const again = await service.importInlet(await send('b.jpg', photo), { acceptTruncated: false });
  expect(again).toEqual(first);
  const kept = await Promise.all(
    (await readdir(join(folder, 'media'))).map(async (shard) => readdir(join(folder, 'media', shard))),
  );
  expect(kept.flat()).toHaveLength(3);
});

test('a cut picture waits in the inlet for the yes of the person', async () => {
  const { folder, inlet, service, send } = await setUp();
  const photo = await readFile((await pictureWithPlace(folder)).path);
  const fileId = await send('cut.jpg', photo.subarray(0, photo.length / 2));
  await expect(service.importInlet(fileId, { acceptTruncated: false })).rejects.toMatchObject({
    code: 'picture-truncated',
    params: { name: 'cut.jpg' },
  });
  expect((await inlet.take(fileId)).name).toBe('cut.jpg');
  expect((await service.importInlet(fileId, { acceptTruncated: true })).asset.name).toBe('cut.jpg');
});

test('what is refused leaves nothing behind: no original, no row, no inlet file', async () => {
  const { folder, inlet, service, send } = await setUp();
  const fileId = await send('drawing.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await expect(service.importInlet(fileId, { acceptTruncated: false })).rejects.toMatchObject({
    code: 'picture-type-refused',
    params: { name: 'drawing.jpg' },
  });
  await expect(inlet.take(fileId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await readdir(folder)).not.toContain('media');
  const path = join(folder, 'words.jpg');
  await writeFile(path, '字');
  await expect(service.importFile(path, 'words.jpg', { acceptTruncated: false })).rejects.toMatchObject({
    code: 'picture-type-refused',
  });
});

/** A frame of one colour. */
const frame = async (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

test.each(['gif', 'webp', 'tiff'] as const)(
  'of an animation or a scan of several pages (%s) the first is taken, and the others are counted',
  async (format) => {
    const { service, send } = await setUp();
    const all = await Promise.all(['#804020', '#208040', '#204080'].map(frame));
    const frames = await sharp(all, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const taken = await service.importInlet(await send(`进度.${format}`, frames), { acceptTruncated: false });
    expect(taken).toMatchObject({ frames: 3, asset: { width: 40, height: 30 } });
    const still = await sharp(all[0]).toFormat(format).toBuffer();
    expect((await service.importInlet(await send('一帧', still), { acceptTruncated: false })).frames).toBe(1);
  },
);
