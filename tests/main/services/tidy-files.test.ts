import DatabaseFile from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findUnused } from '#main/db/backups/find-unused.ts';
import { mediaPath } from '#main/db/backups/media-paths.ts';
import type { DatabaseClient } from '#main/db/database-client.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import type { Backups, FoundUnused } from '#main/services/ports/backups.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { tidyFiles, type TidyFilesPorts } from '#main/services/tidy-files.ts';
import { wholeLog } from '#shared/model/audit.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf } from '#tests/builders/package-inputs.ts';
import { writer } from '#tests/builders/signatory.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const day = 86_400_000;
const at = '2026-11-23T06:00:00.000Z';
const ids = systemIds();
const handle: WorkHandle = { signal: new AbortController().signal, step: () => undefined };
let folder: string;
let backupFolder: string;
let store: DatabaseClient;
let media: MediaFiles;
let backups: Backups;
let time: ManualTime;

beforeEach(async () => {
  folder = await temporaryFolder();
  backupFolder = join(folder, 'backups');
  store = await openTestStore(folder);
  media = mediaFiles(join(folder, 'media'));
  const inThread = testBackups(folder);
  // The walk itself, without the seconds that a thread takes to start.
  backups = { ...inThread, findUnused: async () => findUnusedHere() };
  time = new ManualTime(at);
  await store.noteDayOfUse({ day: time.now().slice(0, 10) });
});

async function findUnusedHere(): Promise<FoundUnused> {
  const database = new DatabaseFile(join(folder, 'gaoqian.sqlite'), { readonly: true });
  try {
    return await findUnused(database, { step: () => undefined, breathe: async () => undefined });
  } finally {
    database.close();
  }
}

/** A picture with three files of its own. */
async function takenIn(name: string): Promise<Asset> {
  const [original = '', display = '', thumbnail = ''] = await Promise.all(
    ['原图', '显示', '缩略'].map(async (kind) => media.put(Buffer.from(`${name} ${kind}`))),
  );
  const asset = assetOf({ original, display, thumbnail });
  await store.saveAsset({ asset });
  return asset;
}

/** As after a start: what came in before is no news any more. */
async function tidy(other: Partial<TidyFilesPorts> = {}): Promise<void> {
  const atStart = mediaFiles(join(folder, 'media'));
  await tidyFiles({ store, backups, media: atStart, clock: time, log: silentLog, backupFolder, ...other }, handle);
}

async function useFor(days: number): Promise<void> {
  for (let past = 0; past < days; past += 1) {
    time.pass(day);
    await store.noteDayOfUse({ day: time.now().slice(0, 10) });
  }
}

function filesOf(asset: Asset, place: string = join(folder, 'media')): boolean[] {
  return [asset.sha256, asset.display.sha256, asset.thumbnail.sha256].map((sha256) =>
    existsSync(mediaPath(place, sha256)),
  );
}

async function removals() {
  const lines = await store.listAudit({ filter: { ...wholeLog, event: 'pictures.removed' }, before: null, limit: 10 });
  return lines.map(({ facts }) => facts);
}

const showing = (asset: Asset): DraftContent => contentOf('有图的消息', ['第一段。', figureOf(asset, '现场')]);

test('a picture that nothing shows stays for 30 days of use, then goes with its files; the log says so', async () => {
  const asset = await takenIn('没人用的图');
  await tidy();
  expect(await store.describeUnusedFiles({})).toEqual({ count: 1, bytes: 300, removed: null });
  await useFor(29);
  await tidy();
  expect(filesOf(asset)).toEqual([true, true, true]);
  await useFor(1);
  await tidy();
  expect(filesOf(asset)).toEqual([false, false, false]);
  expect(await store.findAssets({ sha256s: [asset.sha256] })).toEqual([]);
  expect(await removals()).toEqual([{ pictures: 1, attachments: 0, files: 3, bytes: 300 }]);
  expect(await store.verifyAudit()).toMatchObject({ brokenAt: null });
  const removed = { at: time.now(), count: 1, bytes: 300 };
  expect(await store.describeUnusedFiles({})).toEqual({ count: 0, bytes: 0, removed });
});

test.each([
  ['a year forward and back', [365 * day, -365 * day]],
  ['ten years back and forward', [-3650 * day, 3650 * day]],
  ['forward for good', [400 * day]],
])('a clock that jumps %s makes nothing go', async (_name, jumps) => {
  const asset = await takenIn('没人用的图');
  await tidy();
  for (const jump of jumps) {
    time.pass(jump);
    await store.noteDayOfUse({ day: time.now().slice(0, 10) });
    await tidy();
  }
  expect(filesOf(asset)).toEqual([true, true, true]);
  expect(await removals()).toEqual([]);
});

describe('a picture stays for as long as it is shown by', () => {
  const cases: Record<string, (asset: Asset) => Promise<void>> = {
    'a draft': async (asset) => void (await storeDraft(store, showing(asset))),
    'an old version': async (asset) => {
      const draft = await storeDraft(store, showing(asset));
      const content = contentOf('图已经删了');
      const kept = { draftId: draft.summary.id, revisionId: ids.next(), kind: 'manual', by: writer, at } as const;
      await store.keepRevision({ ...kept, content });
    },
    'a version that is stored by its difference': async (asset) => {
      const words = '说明段落有许多字，用来让差异比整篇小得多。'.repeat(80);
      const draft = await storeDraft(store, contentOf('长稿', [words]));
      const keep = async (content: DraftContent): Promise<void> => {
        const kept = { draftId: draft.summary.id, revisionId: ids.next(), kind: 'manual', by: writer, at } as const;
        await store.keepRevision({ ...kept, content });
      };
      await keep(contentOf('长稿', [words, figureOf(asset, '现场')]));
      await keep(contentOf('长稿', [words]));
    },
    'the journal': async (asset) => {
      const draft = await storeDraft(store);
      const entry = { draftId: draft.summary.id, baseRevisionId: draft.head.id, sequence: 1, by: writer, at };
      await store.appendJournal({ ...entry, content: showing(asset) });
    },
    'a draft in the trash': async (asset) => {
      const { summary } = await storeDraft(store, showing(asset));
      await store.setTrashed({ draftId: summary.id, trashedAt: at, at, by: writer });
    },
    'an undo history': async (asset) => {
      const draft = await storeDraft(store);
      const entry = { draftId: draft.summary.id, baseRevisionId: draft.head.id, by: writer, at };
      await store.appendJournal({ ...entry, sequence: 1, content: showing(asset) });
      const { exactHash } = await store.appendJournal({ ...entry, sequence: 2, content: showing(asset) });
      await store.keepHistory({ draftId: draft.summary.id, exactHash, history: { undo: [], redo: [] } });
      const kept = { draftId: draft.summary.id, revisionId: ids.next(), kind: 'manual', by: writer, at } as const;
      await store.keepRevision({ ...kept, content: contentOf('没有图') });
    },
    'a picture that was cut from it': async (asset) => {
      const cut = await takenIn('裁过的图');
      const edit = { rotate: 90 } as const;
      const derived = { ...cut, sha256: cut.display.sha256, derivedFrom: { asset: asset.sha256, edit } };
      await store.saveAsset({ asset: derived });
      await storeDraft(store, showing(derived));
    },
  };
  test.each(Object.entries(cases))('%s', async (_name, show) => {
    const asset = await takenIn('用着的图');
    await show(asset);
    await tidy();
    await useFor(31);
    await tidy();
    expect(filesOf(asset)).toEqual([true, true, true]);
    expect(await store.findAssets({ sha256s: [asset.sha256] })).toHaveLength(1);
  });
});

test('a picture that is shown again begins anew when it is not shown any more', async () => {
  const asset = await takenIn('又用上的图');
  await tidy();
  await useFor(29);
  const { summary } = await storeDraft(store, showing(asset));
  await tidy();
  expect(await store.describeUnusedFiles({})).toMatchObject({ count: 0 });
  await store.setTrashed({ draftId: summary.id, trashedAt: at, at, by: writer });
  await store.purgeDraft({ draftId: summary.id, by: writer, at });
  await tidy();
  await useFor(2);
  await tidy();
  expect(filesOf(asset)).toEqual([true, true, true]);
  await useFor(28);
  await tidy();
  expect(filesOf(asset)).toEqual([false, false, false]);
});

test('a picture that comes in again is not removed, though the walk was over before', async () => {
  const asset = await takenIn('正好又用上的图');
  await tidy();
  await useFor(30);
  const shownMeanwhile: Partial<Backups> = {
    keepMedia: async () => void (await storeDraft(store, showing(asset))),
  };
  await tidy({ backups: { ...backups, ...shownMeanwhile } });
  expect(filesOf(asset)).toEqual([true, true, true]);
  expect(await store.findAssets({ sha256s: [asset.sha256] })).toHaveLength(1);
});

test('a picture that is taken in once more begins anew, before any words show it', async () => {
  const asset = await takenIn('又导入的图');
  await tidy();
  await useFor(30);
  const keepMedia = async () => store.saveAsset({ asset });
  await tidy({ backups: { ...backups, keepMedia } });
  expect(await store.findAssets({ sha256s: [asset.sha256] })).toEqual([asset]);
  expect(filesOf(asset)).toEqual([true, true, true]);
});

test('nothing goes by a walk that a purge came after', async () => {
  const asset = await takenIn('没人用的图');
  const { summary } = await storeDraft(store);
  await tidy();
  await useFor(30);
  await store.setTrashed({ draftId: summary.id, trashedAt: at, at, by: writer });
  const keepMedia = async () => store.purgeDraft({ draftId: summary.id, by: writer, at });
  await tidy({ backups: { ...backups, keepMedia } });
  expect(filesOf(asset)).toEqual([true, true, true]);
  await tidy();
  expect(filesOf(asset)).toEqual([false, false, false]);
});

test('a file that two pictures share stays with the one that is in use', async () => {
  const gone = await takenIn('没人用的图');
  const kept = await takenIn('用着的图');
  await store.saveAsset({ asset: { ...kept, sha256: gone.display.sha256, display: gone.display } });
  await storeDraft(store, showing({ ...kept, sha256: gone.display.sha256 }));
  await tidy();
  await useFor(30);
  await tidy();
  expect(filesOf(gone)).toEqual([false, true, false]);
});

const lies = (sha256: string) => existsSync(mediaPath(join(folder, 'media'), sha256));
const naming = (sha256: string): DraftContent =>
  contentOf('有附件的消息', ['见附件。'], { attachments: [{ sha256, title: '名单', type: 'pdf', bytes: 100 }] });
const attach = async (sha256: string) => store.saveAttachment({ attachment: { sha256, type: 'pdf', bytes: 100 }, at });

test('a file that becomes an attachment before it goes stays', async () => {
  const gone = await takenIn('没人用的图');
  await tidy();
  await useFor(30);
  await tidy({ media: { remove: async () => Promise.reject(new Error('killed')) } });
  await attach(gone.display.sha256);
  await tidy();
  expect(filesOf(gone)).toEqual([false, true, false]);
  expect(await backups.check(handle)).toMatchObject({ missing: [], unknown: 0 });
});

describe('an attachment', () => {
  test('that no words name goes by the same rule, and backups keep theirs', async () => {
    const sha256 = await media.put(Buffer.from('没人用的附件'));
    await attach(sha256);
    await backups.write({ folder: backupFolder, at, pictures: 'linked' }, handle);
    await tidy();
    expect(await store.describeUnusedFiles({})).toEqual({ count: 1, bytes: 100, removed: null });
    await useFor(29);
    await tidy();
    expect(lies(sha256)).toBe(true);
    await useFor(1);
    await tidy();
    expect(lies(sha256)).toBe(false);
    expect(existsSync(mediaPath(join(backupFolder, 'media'), sha256))).toBe(true);
    expect(await removals()).toEqual([{ pictures: 0, attachments: 1, files: 1, bytes: 100 }]);
    expect(await backups.check(handle)).toMatchObject({ missing: [], unknown: 0 });
  });

  test('that a draft names, if only in an old version, stays', async () => {
    const sha256 = await media.put(Buffer.from('用着的附件'));
    await attach(sha256);
    const draft = await storeDraft(store, naming(sha256));
    const kept = { draftId: draft.summary.id, revisionId: ids.next(), kind: 'manual', by: writer, at } as const;
    await store.keepRevision({ ...kept, content: contentOf('附件已经撤了') });
    await tidy();
    await useFor(31);
    await tidy();
    expect(lies(sha256)).toBe(true);
  });

  test('that is taken in once more begins anew', async () => {
    const sha256 = await media.put(Buffer.from('又添上的附件'));
    await attach(sha256);
    await tidy();
    await useFor(30);
    await tidy({ backups: { ...backups, keepMedia: async () => attach(sha256) } });
    expect(lies(sha256)).toBe(true);
  });

  test('whose bytes are a picture too stays while that is shown, and goes with it', async () => {
    const asset = await takenIn('也是附件的图');
    await attach(asset.sha256);
    const { summary } = await storeDraft(store, showing(asset));
    await tidy();
    await useFor(31);
    await tidy();
    expect(filesOf(asset)).toEqual([true, true, true]);
    await store.setTrashed({ draftId: summary.id, trashedAt: at, at, by: writer });
    await store.purgeDraft({ draftId: summary.id, by: writer, at });
    await tidy();
    await useFor(30);
    await tidy();
    expect(filesOf(asset)).toEqual([false, false, false]);
    expect(await removals()).toEqual([{ pictures: 1, attachments: 1, files: 3, bytes: 300 }]);
  });
});

describe('a kill in between', () => {
  const killed = new Error('killed');
  const die = async () => Promise.reject(killed);

  test('after the rows went: the files follow the next time', async () => {
    const asset = await takenIn('没人用的图');
    await tidy();
    await useFor(30);
    await tidy({ media: { remove: die } });
    expect(filesOf(asset)).toEqual([true, true, true]);
    const check = await backups.check(handle);
    expect(check).toMatchObject({ missing: [], unknown: 0 });
    await tidy();
    expect(filesOf(asset)).toEqual([false, false, false]);
    expect(await store.listRemovedFiles({})).toEqual([]);
    expect(await removals()).toHaveLength(1);
  });

  test('before the rows went: nothing has happened', async () => {
    const asset = await takenIn('没人用的图');
    await tidy();
    await useFor(30);
    await expect(tidy({ backups: { ...backups, keepMedia: die } })).rejects.toBe(killed);
    expect(filesOf(asset)).toEqual([true, true, true]);
    expect(await store.findAssets({ sha256s: [asset.sha256] })).toHaveLength(1);
  });

  test('the same picture came in again before the files followed: it stays', async () => {
    const asset = await takenIn('没人用的图');
    await tidy();
    await useFor(30);
    await tidy({ media: { remove: die } });
    await takenIn('没人用的图');
    await tidy();
    expect(filesOf(asset)).toEqual([true, true, true]);
    expect(await backups.check(handle)).toMatchObject({ missing: [], damaged: [], unknown: 0 });
  });
});

test('a backup from before brings the picture back; the walk in its thread', async () => {
  backups = testBackups(folder);
  const asset = await takenIn('备份里用着的图');
  const { summary } = await storeDraft(store, showing(asset));
  const backup = { folder: backupFolder, at };
  await backups.write({ ...backup, pictures: 'linked' }, handle);
  await store.setTrashed({ draftId: summary.id, trashedAt: at, at, by: writer });
  await store.purgeDraft({ draftId: summary.id, by: writer, at });
  await tidy();
  await useFor(30);
  await tidy();
  expect(filesOf(asset)).toEqual([false, false, false]);
  expect(filesOf(asset, join(backupFolder, 'media'))).toEqual([true, true, true]);
  expect(await backups.prove(backup, handle)).toMatchObject({ database: null, missing: [], damaged: [] });
  await backups.prepareRestore(backup, handle);
  expect(filesOf(asset)).toEqual([true, true, true]);
});

test('files that the database does not know are told and left alone', async () => {
  const stray = await media.put(Buffer.from('谁也不认识的文件'));
  expect(await backups.check(handle)).toMatchObject({ database: null, missing: [], damaged: [], unknown: 1 });
  await tidy();
  await useFor(40);
  await tidy();
  expect(existsSync(mediaPath(join(folder, 'media'), stray))).toBe(true);
});
