import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { pictureMaker } from '#main/files/picture-maker.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { mediaService } from '#main/services/media-service.ts';
import { pictureEditService } from '#main/services/picture-edit-service.ts';
import { pictureUseService } from '#main/services/picture-use-service.ts';
import { assetSchema } from '#shared/model/asset.ts';
import type { PictureEdit } from '#shared/model/picture-edit.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { isBareJpeg } from '#tests/helpers/jpeg-segments.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { pictureWithPlace, plainPicture } from '#tests/helpers/own-pictures.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function setUp() {
  const folder = await temporaryFolder();
  const media = mediaFiles(join(folder, 'media'));
  const pictures = pictureMaker({ heicWorker: new URL('../../../src/main/files/heic-worker.ts', import.meta.url) });
  const assets = await openTestStore();
  const ports = { media, pictures, assets, log: silentLog };
  const photos = mediaService({ inlet: inletFiles(join(folder, 'inlet'), systemIds()), ...ports });
  const importFile = async (path: string, name: string) => photos.importFile(path, name, { acceptTruncated: false });
  const files = async () => {
    const shards = await readdir(join(folder, 'media'));
    return (await Promise.all(shards.map(async (shard) => readdir(join(folder, 'media', shard))))).flat();
  };
  return {
    folder,
    media,
    assets,
    importFile,
    files,
    edits: pictureEditService(ports),
    looks: pictureUseService(ports),
  };
}

const rightHalf: PictureEdit = { rotate: 0, crop: { left: 5000, top: 0, width: 5000, height: 10_000 } };

test('an edited picture is one of its own, made of the original, which stays', async () => {
  const { folder, media, importFile, edits } = await setUp();
  const photo = await importFile((await pictureWithPlace(folder)).path, '现场.jpg');
  const half = await edits.edit(photo.sha256, rightHalf);
  assetSchema.parse(half);
  expect(half).toMatchObject({
    name: '现场.jpg',
    type: 'image/jpeg',
    width: 900,
    height: 1200,
    takenAt: photo.takenAt,
    hadLocation: true,
    hasOriginal: true,
    derivedFrom: { asset: photo.sha256, edit: rightHalf },
  });
  // The name under which documents, packages and review files know it is that of the very bytes that leave the machine.
  expect(half.sha256).toBe(half.display.sha256);
  expect(isBareJpeg(await media.read(half.sha256))).toBe(true);
  expect(await media.path(photo.sha256)).not.toBeNull();
});

test('the same edit twice is stored once, and one that changes nothing is the picture itself', async () => {
  const { folder, importFile, edits, files } = await setUp();
  const photo = await importFile((await plainPicture(folder)).path, 'a.png');
  const [first, second] = await Promise.all([
    edits.edit(photo.sha256, rightHalf),
    edits.edit(photo.sha256, { ...rightHalf, straighten: 0 }),
  ]);
  expect(second).toEqual(first);
  const kept = await files();
  expect(await edits.edit(photo.sha256, rightHalf)).toEqual(first);
  const whole = { left: 0, top: 0, width: 10_000, height: 10_000 };
  expect(await edits.edit(photo.sha256, { rotate: 0, crop: whole })).toEqual(photo);
  expect(await files()).toEqual(kept);
});

test('one that came by a review file, without its original, is made of what there is', async () => {
  const { folder, media, assets, importFile, edits } = await setUp();
  const photo = await importFile((await pictureWithPlace(folder)).path, 'a.jpg');
  const path = await media.path(photo.sha256);
  await rm(path ?? '');
  const half = await edits.edit(photo.sha256, rightHalf);
  expect(half).toMatchObject({ width: 800, height: 1067 });
  // On a machine that does not know what it was made of, it can be edited on.
  const [again] = await assets.findAssets({ sha256s: [half.sha256] });
  expect(again).toEqual(half);
  expect(await edits.edit(half.sha256, { rotate: 90 })).toMatchObject({ width: 1067, height: 800 });
});

test('a picture that is not known, or whose files are lost, is refused as missing', async () => {
  const { folder, media, importFile, edits } = await setUp();
  await expect(edits.edit('0'.repeat(64), rightHalf)).rejects.toMatchObject({ code: 'asset-missing' });
  const photo = await importFile((await plainPicture(folder)).path, 'a.png');
  for (const sha256 of [photo.sha256, photo.display.sha256]) await rm((await media.path(sha256)) ?? '');
  await expect(edits.edit(photo.sha256, rightHalf)).rejects.toMatchObject({ code: 'asset-missing' });
});

test('pictures from before anybody looked are looked at in the background; a lost one does not stop the others', async () => {
  const { folder, media, assets, importFile, looks } = await setUp();
  const photo = await importFile((await pictureWithPlace(folder)).path, 'a.jpg');
  const plain = await importFile((await plainPicture(folder)).path, 'b.png');
  const older = [photo, plain].map((asset, index) => ({ ...asset, sha256: String(index).repeat(64) }));
  for (const asset of older) await assets.saveAsset({ asset });
  await rm((await media.path(plain.thumbnail.sha256)) ?? '');
  expect(await assets.listUnhashedAssets({ sha256s: null, limit: 9 })).toHaveLength(2);
  await looks.lookAtOlder();
  expect(await assets.listUnhashedAssets({ sha256s: null, limit: 9 })).toEqual([]);
});

test('a use elsewhere is told also of a picture that was not looked at yet', async () => {
  const { folder, assets, importFile, looks } = await setUp();
  const photo = await importFile((await pictureWithPlace(folder)).path, 'a.jpg');
  const copy = { ...photo, sha256: '1'.repeat(64) };
  await assets.saveAsset({ asset: copy });
  const figure = { type: 'figure' as const, asset: copy.sha256, alt: '', credit: '', children: [] };
  const at = '2026-05-02T08:00:00.000Z';
  const draftId = freshId();
  await assets.createDraft({
    draftId,
    revisionId: freshId(),
    kind: 'created',
    content: contentOf('五月的消息', [figure]),
    by: writer,
    author: writer,
    at,
  });
  const [found] = await looks.uses(freshId(), [photo.sha256]);
  // The copy has another name, but looks the same once it is looked at.
  expect(found?.uses).toEqual([]);
  await looks.lookAtOlder();
  const [later] = await looks.uses(freshId(), [photo.sha256]);
  expect(later?.uses).toEqual([{ draftId, headline: '五月的消息', as: 'draft', at, same: false }]);
});
