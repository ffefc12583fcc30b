import DatabaseFile from 'better-sqlite3';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { writeWish } from '#main/db/opening-wish.ts';
import { openStore } from '#main/db/database-client.ts';
import { contentOf } from '#tests/builders/content.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { backUp } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { openWorkerStore, workerPath } from '#tests/helpers/open-worker-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const at = '2026-11-23T06:00:05.000Z';
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'gaoqian.sqlite');
});

/** A folder with one draft in it, backed up when asked, closed. */
async function fill(backedUp: boolean): Promise<string> {
  const store = await openTestStore(folder);
  const draft = await storeDraft(store, contentOf('要紧的稿子'));
  if (backedUp) await backUp(folder, at);
  await store.close();
  return draft.summary.id;
}

describe('a damaged database', () => {
  test.each([
    ['is no database', async () => writeFile(path, 'x'.repeat(5000))],
    ['belongs to another program', async () => otherProgram()],
    ['is cut off', async () => truncate(path, 8192)],
    ['has a page of zeros', async () => zeroPage(path, 3)],
    ['has a broken header', async () => zeroPage(path, 0)],
  ])('that %s is set apart, and the newest good backup takes its place', async (_how, damage) => {
    const draftId = await fill(true);
    await damage();
    const broken = await readFile(path);
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: at });
    expect((await store.readDraft({ draftId }))?.headContent).toEqual(contentOf('要紧的稿子'));
    expect(await readFile(join(store.report.quarantine ?? '', 'gaoqian.sqlite'))).toEqual(broken);
    await store.close();
    expect((await openTestStore(folder)).report.outcome).toBe('opened');
  });

  test.each(Array.from({ length: 32 }, (_, bit) => bit))(
    'whose version lost or gained bit %i is set apart, and every word is brought over',
    async (bit) => {
      const draftId = await fill(bit % 2 === 0);
      const file = await readFile(path);
      // The header keeps the version at byte 60, most significant byte first.
      const at = 60 + 3 - Math.floor(bit / 8);
      file[at] = (file[at] ?? 0) ^ (1 << (bit % 8));
      await writeFile(path, file);
      const store = await openTestStore(folder);
      expect(store.report.outcome).toBe('restored');
      expect((await store.readDraft({ draftId }))?.headContent).toEqual(contentOf('要紧的稿子'));
    },
  );

  test.each(migrations.slice(0, -1).map(({ version }) => version))(
    'that says it is of version %i, whose tables it has not, is set apart, and every word is brought over',
    async (version) => {
      const draftId = await fill(version % 20 === 0);
      setVersion(version);
      const store = await openTestStore(folder);
      expect(store.report.outcome).toBe('restored');
      expect((await store.readDraft({ draftId }))?.headContent).toEqual(contentOf('要紧的稿子'));
      expect(listBackups(join(folder, 'backups'))).toHaveLength(version % 20 === 0 ? 1 : 0);
    },
  );

  test('that lacks what the newest version has is refused where that is met, and mended at the next start', async () => {
    const draftId = await fill(true);
    const file = new DatabaseFile(path);
    file.exec('DROP TABLE days_of_use');
    file.close();
    const store = await openWorkerStore(folder);
    await expect(store.noteDayOfUse({ day: '2026-11-28' })).rejects.toMatchObject({ code: 'database-damaged' });
    await store.close();
    const mended = await openWorkerStore(folder);
    expect(mended.report.outcome).toBe('restored');
    expect(await mended.readDraft({ draftId })).not.toBeNull();
  });

  test('passes over a backup of a later app', async () => {
    const draftId = await fill(true);
    const later = join(folder, 'backups', 'gaoqian-20261124T000000000Z-2.sqlite');
    await cp(path, later);
    setVersion(99990, later);
    await zeroPage(path, 0);
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: at });
    expect(await store.readDraft({ draftId })).not.toBeNull();
  });

  test('of which nothing can be read, without any backup, is left as it is until the person chooses to begin with nothing', async () => {
    await fill(false);
    const broken = (await readFile(path)).fill(0);
    await writeFile(path, broken);
    await expect(openTestStore(folder)).rejects.toMatchObject({
      code: 'database-damaged',
      params: { left: 'nothing' },
    });
    expect(await readFile(path)).toEqual(broken);
    expect(readdirSync(join(folder, 'quarantine'))).toEqual([]);
    writeWish(folder, { kind: 'start-empty' });
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'started-empty', backupAt: null });
    expect(await readFile(join(store.report.quarantine ?? '', 'gaoqian.sqlite'))).toEqual(broken);
    await storeDraft(store);
  });

  test.each([
    ['is gone', async () => rm(path)],
    ['is empty', async () => truncate(path, 0)],
  ])('that %s comes back from the newest backup, not as an empty one', async (_how, lose) => {
    const draftId = await fill(true);
    await lose();
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: at });
    expect(await store.readDraft({ draftId })).not.toBeNull();
  });

  test.each([
    ['damaged', 'nothing'],
    ['empty', ''],
  ])('passes over a backup that is itself %s', async (_how, bytes) => {
    const draftId = await fill(true);
    await writeFile(join(folder, 'backups', 'gaoqian-20261124T000000000Z-2.sqlite'), bytes);
    await zeroPage(path, 0);
    const store = await openTestStore(folder);
    expect(store.report).toMatchObject({ outcome: 'restored', backupAt: at });
    expect(await store.readDraft({ draftId })).not.toBeNull();
  });

  test('that a kill left half moved away keeps its log, and is told apart from nothing', async () => {
    const draftId = await fill(true);
    const half = join(folder, 'quarantine', '20261123T070000000Z.partial');
    await mkdir(half, { recursive: true });
    await rename(path, join(half, 'gaoqian.sqlite'));
    await writeFile(`${path}-wal`, 'its log');
    const store = await openTestStore(folder);
    expect(store.report.outcome).toBe('restored');
    expect(await store.readDraft({ draftId })).not.toBeNull();
    const apart = join(folder, 'quarantine', '20261123T070000000Z');
    expect(readdirSync(apart).sort()).toEqual(['gaoqian.sqlite', 'gaoqian.sqlite-wal']);
    expect(await readFile(join(apart, 'gaoqian.sqlite-wal'), 'utf8')).toBe('its log');
  });

  test('met in the middle of work is refused with its code, and mended at the next start', async () => {
    const draftId = await fill(true);
    const file = new DatabaseFile(path);
    file.exec("DROP TRIGGER revisions_stay; UPDATE revisions SET content = x'0001'");
    file.close();
    const store = await openWorkerStore(folder);
    expect(store.report.outcome).toBe('opened');
    await expect(store.readDraft({ draftId })).rejects.toMatchObject({ code: 'database-damaged' });
    await store.close();
    const mended = await openWorkerStore(folder);
    expect(mended.report.outcome).toBe('restored');
    expect((await mended.readDraft({ draftId }))?.headContent).toEqual(contentOf('要紧的稿子'));
  });
});

describe('a folder that cannot be used', () => {
  test('because a later app wrote it is refused and left as it is', async () => {
    await fill(false);
    setVersion(99990);
    const before = await readFile(path);
    await expect(openStore({ workerPath, folder })).rejects.toMatchObject({
      code: 'database-newer',
      params: { found: 99990 },
    });
    expect(await readFile(path)).toEqual(before);
    expect(existsSync(join(folder, 'quarantine'))).toBe(false);
  });

  test.each([
    ['a file stands in its place', async () => writeFile(join(folder, 'data'), '')],
    [
      'a folder stands where the lock should be',
      async () => mkdir(join(folder, 'data', 'lock.db'), { recursive: true }),
    ],
    [
      'a folder stands where the database should be',
      async () => mkdir(join(folder, 'data', 'gaoqian.sqlite'), { recursive: true }),
    ],
  ])('because %s is refused with a code', async (_why, prepare) => {
    await prepare();
    await expect(openStore({ workerPath, folder: join(folder, 'data') })).rejects.toMatchObject({
      code: 'data-folder-unwritable',
    });
  });
});

describe('a second start', () => {
  test('is refused, however many come at once, and disturbs nothing', async () => {
    const store = await openWorkerStore(folder);
    const draft = await storeDraft(store);
    const others = await Promise.allSettled([1, 2, 3, 4].map(async () => openStore({ workerPath, folder })));
    expect(others.map((other) => other.status === 'rejected' && other.reason)).toMatchObject(
      others.map(() => ({ code: 'data-folder-in-use' })),
    );
    expect(await store.readDraft({ draftId: draft.summary.id })).toEqual(draft);
  });
});

/** The folder as a crash leaves it. */
async function crash(): Promise<string> {
  const store = await openTestStore(folder);
  await storeDraft(store, contentOf('没有关好'));
  const left = join(await temporaryFolder(), 'left');
  await cp(folder, left, { recursive: true });
  return left;
}

describe('a run that did not end well', () => {
  test('is known at the next start, and forgotten after a good end', async () => {
    const left = await crash();
    const store = await openTestStore(left);
    expect(store.report).toMatchObject({ outcome: 'opened', crashed: true, logMissing: false });
    await store.close();
    expect((await openTestStore(left)).report).toMatchObject({ crashed: false });
  });

  test('whose log was taken away since is told apart: the last words may be missing', async () => {
    const left = await crash();
    await rm(join(left, 'gaoqian.sqlite-wal'));
    expect((await openTestStore(left)).report).toMatchObject({ crashed: true, logMissing: true });
  });
});

describe('opening for reading', () => {
  test.each([
    ['the newest version', () => undefined],
    ['a later app', () => setVersion(99990)],
  ])('shows what %s wrote, refuses every change and leaves the folder as it is', async (_who, prepare) => {
    const draftId = await fill(false);
    prepare();
    const before = await readFile(path);
    const names = readdirSync(folder);
    const store = await openStore({ workerPath, folder, mode: 'reading' });
    expect((await store.readDraft({ draftId }))?.headContent).toEqual(contentOf('要紧的稿子'));
    await expect(storeDraft(store)).rejects.toMatchObject({ code: 'read-only' });
    await store.close();
    expect(await readFile(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(names);
  });
});

describe('a good end', () => {
  test('leaves one file with everything in it', async () => {
    await fill(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('gaoqian'))).toEqual(['gaoqian.sqlite']);
  });
});

async function zeroPage(file: string, page: number): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, page * 4096, (page + 1) * 4096));
}

function setVersion(version: number, file = path): void {
  const database = new DatabaseFile(file);
  database.pragma(`user_version = ${version}`);
  database.close();
}

async function otherProgram(): Promise<void> {
  await writeFile(path, '');
  const file = new DatabaseFile(path);
  file.exec('CREATE TABLE notes (text)');
  file.close();
}
