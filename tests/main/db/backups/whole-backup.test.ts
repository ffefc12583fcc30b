import DatabaseFile from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaOf } from '#main/db/backups/backup-media.ts';
import { listMedia, mediaPath } from '#main/db/backups/media-paths.ts';
import type { Pace } from '#main/db/backups/pace.ts';
import { writeWholeBackup } from '#main/db/backups/write-backup.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import type { DatabaseClient } from '#main/db/database-client.ts';
import type { Backups } from '#main/services/ports/backups.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { AppError } from '#shared/errors.ts';
import { isWhole } from '#shared/model/backup.ts';
import type { JobStep } from '#shared/model/job.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { attachmentBytes, storedAttachment } from '#tests/builders/attachments.ts';
import { contentOf } from '#tests/builders/content.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { databaseAt } from '#tests/helpers/migrate-to.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const moments = Array.from({ length: 14 }, (_, index) => `2026-11-23T06:${10 + index}:00.000Z`);
const [first = ''] = moments;
let folder: string;
let place: string;
let store: DatabaseClient;
let backups: Backups;
let steps: JobStep[];
let handle: WorkHandle & { readonly abort: AbortController };

beforeEach(async () => {
  folder = await temporaryFolder();
  place = join(folder, 'backups');
  store = await openTestStore(folder);
  backups = testBackups(folder);
  steps = [];
  const abort = new AbortController();
  handle = { abort, signal: abort.signal, step: (step) => steps.push(step) };
});

/** A picture with its three files, each of these words. */
async function addPicture(words: string): Promise<readonly string[]> {
  const media = mediaFiles(join(folder, 'media'));
  const [original = '', display = '', thumbnail = ''] = await Promise.all(
    ['original', 'display', 'thumbnail'].map(async (kind) => media.put(Buffer.from(`${words} ${kind}`))),
  );
  await store.saveAsset({ asset: assetOf({ original, display, thumbnail }) });
  return [original, display, thumbnail];
}

const write = async (at: string, heard: WorkHandle = handle) =>
  backups.write({ folder: place, at, pictures: 'linked' }, heard);
const unstopped = new AbortController().signal;

/** The same without a thread of its own, for many in a row and for a stop at an exact place. */
async function writeInThread(at: string, pace: Pace = paceThatStopsAfter(Infinity)): Promise<void> {
  const database = new DatabaseFile(join(folder, 'gaoqian.sqlite'), { readonly: true });
  try {
    await writeWholeBackup({ database, media: join(folder, 'media'), pictures: 'linked' }, place, at, pace);
  } finally {
    database.close();
  }
}

function paceThatStopsAfter(turns: number): Pace {
  let left = turns;
  const turn = (): void => {
    if (left <= 0) throw new AppError('cancelled');
    left -= 1;
  };
  return { step: turn, breathe: async () => turn() };
}

const kept = () => [...listMedia(join(place, 'media'))].sort();

test('a backup holds the attachments of drafts, and knows of none in a store that is older than they are', async () => {
  const attachment = await storedAttachment(mediaFiles(join(folder, 'media')), '房屋安全排查须知.pdf');
  await store.saveAttachment({ attachment, at: first });
  await writeInThread(first);
  expect(await readFile(mediaPath(join(place, 'media'), attachment.sha256))).toEqual(attachmentBytes.pdf);
  const older = join(await temporaryFolder(), 'older.sqlite');
  const database = await databaseAt(160);
  await database.backup(older);
  expect([...mediaOf(older)]).toEqual([]);
});

describe('a whole backup', () => {
  test('holds the pictures beside the database, each once for all backups, and is proven by a drill', async () => {
    await storeDraft(store, contentOf('备份里的稿子'));
    const files = await addPicture('甲');
    expect(await write(first)).toEqual({ missing: 0 });
    expect(kept()).toEqual([...files].sort());
    const second = await addPicture('乙');
    await write(moments[1] ?? '');
    expect(kept()).toEqual([...files, ...second].sort());
    expect((await backups.list(place)).map(({ at }) => at)).toEqual([moments[1], first]);
    expect(new Set(steps)).toEqual(new Set(['database', 'media']));

    const proof = await backups.prove({ folder: place, at: moments[1] ?? '' }, handle);
    expect(proof).toMatchObject({ drafts: 1, revisions: 1, pictures: 2, backup: moments[1] });
    expect(isWhole(proof)).toBe(true);
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
  });

  test('is written while people go on saving, and holds what was there when it began', async () => {
    const writing = write(first);
    for (let count = 0; count < 20; count += 1) await storeDraft(store, contentOf(`第 ${count} 篇`));
    await writing;
    const drafts = await backups.listDrafts({ folder: place, at: first });
    expect(drafts.length).toBeLessThanOrEqual(20);
    expect(await backups.prove({ folder: place, at: first }, handle)).toMatchObject({ database: null });
  });

  test('tells how many pictures were not there, and keeps all others', async () => {
    const [original = '', display = '', thumbnail = ''] = await addPicture('甲');
    await rm(mediaPath(join(folder, 'media'), original));
    expect(await write(first)).toEqual({ missing: 1 });
    expect(kept()).toEqual([display, thumbnail].sort());
    expect(await backups.prove({ folder: place, at: first }, handle)).toMatchObject({ missing: [original] });
  });

  test('that is stopped, wherever it stands, leaves no half backup behind', async () => {
    await addPicture('甲');
    handle.abort.abort();
    await expect(write(first)).rejects.toMatchObject({ code: 'cancelled' });
    let stops = 0;
    for (let patience = 0; ; patience += 1) {
      const finished = await writeInThread(first, paceThatStopsAfter(patience)).then(
        () => true,
        (thrown: unknown) => {
          expect(thrown).toMatchObject({ code: 'cancelled' });
          return false;
        },
      );
      if (finished) break;
      stops += 1;
      expect(readdirSync(place).filter((name) => name !== 'media')).toEqual([]);
    }
    expect(stops).toBeGreaterThan(3);
    expect(isWhole(await backups.prove({ folder: place, at: first }, { ...handle, signal: unstopped }))).toBe(true);
  });

  test('lets a picture go only when no kept backup knows it', async () => {
    const gone = await addPicture('甲');
    await write(first);
    // Nothing of ours takes a picture's row away; a later version that does must not pull it out of a backup.
    const database = openDatabase(join(folder, 'gaoqian.sqlite'));
    database.exec('DELETE FROM assets');
    database.close();
    for (const at of moments.slice(1, 12)) await writeInThread(at);
    expect(kept()).toEqual([...gone].sort());
    for (const at of moments.slice(12)) await writeInThread(at);
    expect((await backups.list(place)).map(({ at }) => at)).not.toContain(first);
    expect(kept()).toEqual([]);
  });

  test('keeps every picture when one of the backups cannot be read', async () => {
    const files = await addPicture('甲');
    await mkdir(place);
    await writeFile(join(place, 'gaoqian-20261101T000000000Z.sqlite'), 'nothing');
    for (const at of moments) await writeInThread(at);
    expect(kept()).toEqual([...files].sort());
  });
});

describe('a drill', () => {
  test('finds a damaged picture and a damaged database', async () => {
    const [original = ''] = await addPicture('甲');
    await write(first);
    await replace(mediaPath(join(place, 'media'), original), 'other bytes');
    expect(await backups.prove({ folder: place, at: first }, handle)).toMatchObject({ damaged: [original] });
    const path = join(place, 'gaoqian-20261123T061000000Z-1.sqlite');
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0, 4096 * 3, 4096 * 5));
    const proof = await backups.prove({ folder: place, at: first }, handle);
    expect(proof.database).not.toBeNull();
    expect(isWhole(proof)).toBe(false);
  });
});

describe('the live data', () => {
  test(
    'is read as a whole; what is missing or damaged comes back from the backup, the damaged file is put aside',
    { timeout: 90_000 },
    async () => {
      const [original = '', display = '', thumbnail = ''] = await addPicture('甲');
      const second = join(await temporaryFolder(), 'second');
      await write(first);
      await backups.write({ folder: second, at: first, pictures: 'copied' }, handle);
      const media = join(folder, 'media');
      await rm(mediaPath(media, display));
      // The backup on the same disk shares the file, so that it is damaged there too; the copy on the second disk is whole.
      await writeFile(mediaPath(media, original), 'damaged');
      const found = await backups.check(handle);
      expect(found).toMatchObject({ database: null, missing: [display], damaged: [original] });
      expect(await backups.mendMedia([display, original, thumbnail], [place, second], handle)).toBe(2);
      expect(isWhole(await backups.check(handle))).toBe(true);
      expect(isWhole(await backups.prove({ folder: place, at: first }, handle))).toBe(true);
      const aside = join(folder, 'quarantine', 'media');
      for (const name of readdirSync(aside)) expect(await readFile(join(aside, name), 'utf8')).toBe('damaged');
      expect(readdirSync(aside)).toContain(original);
    },
  );

  test('on one disk a backup of the pictures takes no room', async () => {
    const [original = ''] = await addPicture('甲');
    await write(first);
    const [here, there] = await Promise.all(
      ['media', 'backups/media'].map(async (name) => stat(mediaPath(join(folder, name), original))),
    );
    expect(there?.ino).toBe(here?.ino);
  });
});

/** Puts other bytes in the place of a file without touching its other names. */
async function replace(path: string, words: string): Promise<void> {
  expect(existsSync(path)).toBe(true);
  await rm(path);
  await writeFile(path, words);
  expect(createHash('sha256').update(words).digest('hex')).not.toBe(path.slice(-64));
}
