import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { fileKeyStore } from '#main/publishing/file-key-store.ts';
import { pageKind } from '#main/publishing/import/page-kind.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { readRendition } from '#main/publishing/read-rendition.ts';
import { packageImportService } from '#main/services/package-import-service.ts';
import type { KeyStore } from '#main/services/ports/key-store.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import { attachmentBytes, storedAttachment } from '#tests/builders/attachments.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { exporter, writer } from '#tests/builders/signatory.ts';
import { letWarningsStand } from '#cli/commands/let-warnings-stand.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { openTestDesk } from '#tests/helpers/open-test-desk.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A package, the words that were packed, and the keys that signed it. */
async function packedRelease() {
  const desk = await openTestDesk();
  const assets = [await storedPicture(desk.media, '#803020'), await storedPicture(desk.media, '#205080')];
  for (const asset of assets) await desk.store.saveAsset({ asset });
  desk.sit(writer);
  const { metadata, document } = releaseWith(assets);
  const attachments = [await storedAttachment(desk.media, '房屋安全排查须知.pdf')];
  const content: DraftContent = { metadata: { ...metadata, attachments }, document };
  const draftId = (await desk.drafts.createFrom(content, 'created')).summary.id;
  await letWarningsStand(desk, draftId, '来稿如此');
  await passReviews(desk, draftId);
  desk.sit(exporter);
  await desk.jobs.settled((await desk.packages.build(draftId)).id);
  const [record] = await desk.packages.list(draftId);
  return { path: record?.path ?? '', content, keys: desk.keys };
}

/** Another data folder, which knows nothing of the release. */
async function elsewhere(keys?: KeyStore) {
  const folder = await temporaryFolder();
  const store = await openTestStore(join(folder, 'store'));
  const media = mediaFiles(join(folder, 'media'));
  const created: DraftContent[] = [];
  const service = packageImportService({
    store,
    clock: steppingClock(),
    keys: keys ?? fileKeyStore(join(folder, 'keys')),
    inlet: inletFiles(join(folder, 'inlet'), systemIds()),
    media,
    reader: packageReader,
    readRendition,
    createDraft: async (content) => testId(created.push(content)),
  });
  return { store, media, created, service };
}

test('a package opens as a new draft: the same words, its pictures as far as a package holds them', async () => {
  const { path, content, keys } = await packedRelease();
  const { store, media, created, service } = await elsewhere(keys);
  expect(await pageKind(path, '发布包.zip'), 'it is known as one of ours').toBe('archive');
  expect(await service.importFile(path)).toBe(testId(1));
  expect(created.map(hashableContent)).toEqual([hashableContent(content)]);
  expect(await media.read(content.metadata.attachments?.[0]?.sha256 ?? '')).toEqual(attachmentBytes.pdf);
  const assets = await store.findAssets({ sha256s: assetsOf(content.document) });
  expect(assets.map(({ hasOriginal, width }) => [hasOriginal, width])).toEqual([
    [false, 1600],
    [false, 1600],
  ]);
  for (const { display, thumbnail } of assets) {
    expect(await media.path(display.sha256)).not.toBeNull();
    expect(await media.path(thumbnail.sha256)).not.toBeNull();
  }
});

test('a package by an unknown key becomes no draft', async () => {
  const { path } = await packedRelease();
  const { created, service } = await elsewhere();
  await expect(service.importFile(path)).rejects.toMatchObject({ code: 'signature-key-unknown' });
  expect(created).toEqual([]);
});
