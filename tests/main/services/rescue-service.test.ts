import { readdir } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { systemDisk } from '#main/files/disk.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { textFiles } from '#main/files/text-files.ts';
import { docxWriter } from '#main/publishing/docx/docx-writer.ts';
import { rescueService, type RescueService } from '#main/services/rescue-service.ts';
import { rescueWords } from '#main/services/word-rescue.ts';
import { AppError } from '#shared/errors.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf } from '#tests/builders/package-inputs.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const at = '2026-11-23T06:00:00.000Z';
const handle = { signal: new AbortController().signal, step: () => undefined };
let folder: string;
let disk: string;
let target: string;
let opened: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  disk = await temporaryFolder();
  target = join(await temporaryFolder(), '稿签抢救');
  opened = [];
  const store = await openTestStore(folder);
  await storeDraft(store, contentOf('读得出的稿子', ['第一段。']));
  const lost = 'f'.repeat(64);
  const figure = figureOf(assetOf({ original: lost, display: lost, thumbnail: lost }), '图不在了');
  await storeDraft(store, contentOf('少图的稿子', ['第一段。', figure]));
  await testBackups(folder).write({ folder: join(disk, 'backups'), at, pictures: 'copied' }, handle);
  await store.close();
});

function rescue(error: AppError): RescueService {
  const backups = testBackups(folder);
  const words = {
    backups,
    docx: docxWriter(mediaFiles(join(folder, 'media'))),
    texts: textFiles,
    readProfile: async () => sampleProfile,
    folder: target,
  };
  return rescueService({
    error,
    backups,
    disk: systemDisk,
    places: { root: folder, backups: join(folder, 'backups') },
    rescueWords: async () => rescueWords(words),
    restart: (as) => opened.push(as),
    quit: () => undefined,
  });
}

describe('a start that was refused', () => {
  test('offers the backups of the second disk, which it knows by a note beside the database', async () => {
    const service = rescue(new AppError('database-damaged'));
    expect(await service.read()).toMatchObject({ backups: [], acts: ['retry', 'export', 'start-empty', 'quit'] });
    await testBackups(folder).noteSecondDisk(join(disk, 'backups'));
    expect(await service.read()).toMatchObject({
      backups: [{ place: 'second', at }],
      acts: ['restore', 'retry', 'export', 'start-empty', 'quit'],
    });

    writeFileSync(join(folder, 'gaoqian.sqlite'), 'nothing of use');
    await service.restore({ place: 'second', at });
    expect(opened).toEqual(['working']);
    const open = await openStoreFolder(folder, at);
    expect(open.database.prepare('SELECT headline FROM drafts ORDER BY number').pluck().all()).toEqual([
      '读得出的稿子',
      '少图的稿子',
    ]);
    open.close();
  });

  test('refuses a backup on a second disk that is not known', async () => {
    await expect(rescue(new AppError('disk-error')).restore({ place: 'second', at })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('takes the words out as Word documents, or as text where a picture is missing, and leaves the data alone', async () => {
    const before = readFileSync(join(folder, 'gaoqian.sqlite'));
    const words = await rescue(new AppError('data-folder-unwritable')).exportWords();
    expect(words).toEqual({ folder: target, drafts: 2, unreadable: 0 });
    expect((await readdir(target)).sort()).toEqual(['0001 读得出的稿子.docx', '0002 少图的稿子.txt']);
    expect(readFileSync(join(target, '0002 少图的稿子.txt'), 'utf8')).toContain('图不在了');
    expect(readFileSync(join(folder, 'gaoqian.sqlite'))).toEqual(before);
  });

  test('takes what is proven out of a damaged file that cannot be opened', async () => {
    const path = join(folder, 'gaoqian.sqlite');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 68, 72));
    expect(await rescue(new AppError('database-damaged')).exportWords()).toMatchObject({ drafts: 2 });
    writeFileSync(path, 'x'.repeat(9000));
    expect(await rescue(new AppError('database-damaged')).exportWords()).toMatchObject({ drafts: 0 });
  });
});
