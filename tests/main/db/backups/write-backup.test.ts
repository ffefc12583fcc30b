import DatabaseFile from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { writeBackup } from '#main/db/backups/write-backup.ts';
import { checkIntegrity } from '#main/db/integrity.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('a backup is one whole file that opens by itself and holds everything', async () => {
  const database = await openTestDatabase();
  insertDraft(database, { content: contentOf('备份里的稿子') });
  const folder = join(await temporaryFolder(), 'backups');
  const backup = await writeBackup(database, folder, createdAt);
  expect(readdirSync(folder)).toEqual(['gaoqian-20261123T060000000Z-1.sqlite']);
  expect(listBackups(folder)).toEqual([{ at: createdAt, path: backup.path }]);
  const copy = new DatabaseFile(backup.path, { readonly: true });
  checkIntegrity(copy);
  expect(copy.prepare('SELECT headline FROM drafts').pluck().all()).toEqual(['备份里的稿子']);
  copy.close();
});

test('backups are written while people go on saving, and old ones go by the rotation', async () => {
  const database = await openTestDatabase();
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'notes.txt'), 'not ours');
  for (let minute = 10; minute < 30; minute += 1) {
    const writing = writeBackup(database, folder, `2026-11-23T06:${minute}:00.000Z`);
    insertDraft(database);
    await writing;
  }
  expect(listBackups(folder)).toHaveLength(12);
  expect(listBackups(folder)[0]?.at).toBe('2026-11-23T06:29:00.000Z');
  expect(readdirSync(folder)).toContain('notes.txt');
});
