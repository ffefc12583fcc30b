import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#main/db/open-database.ts';
import { removeWish, writeWish } from '#main/db/opening-wish.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt } from '#tests/builders/database-draft.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { backUp } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let folder: string;
let backup: string;
let isExchanged: boolean;

beforeEach(async () => {
  folder = await temporaryFolder();
  backup = join(folder, 'backups', 'gaoqian-20261123T060000000Z-1.sqlite');
  const store = await openTestStore(folder);
  await storeDraft(store, contentOf('旧的'));
  await backUp(folder, createdAt);
  await storeDraft(store, contentOf('新的'));
  await store.close();
});

async function headlines(): Promise<readonly string[]> {
  const store = await openTestStore(folder);
  isExchanged = store.report.exchanged;
  await store.close();
  const database = openDatabase(join(folder, 'gaoqian.sqlite'));
  try {
    return database.prepare<[], string>('SELECT headline FROM drafts ORDER BY number').pluck().all();
  } finally {
    database.close();
  }
}

test('a wanted backup takes the place of the database once, and what was there is set apart', async () => {
  writeWish(folder, { kind: 'restore', backup });
  expect(await headlines()).toEqual(['旧的']);
  // So that everything is looked at soon: pictures of the backup may be gone.
  expect(isExchanged).toBe(true);
  expect(await headlines()).toEqual(['旧的']);
  expect(isExchanged).toBe(false);
  expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(1);
});

test('a restore that was cut short after the old file went is finished at the next start', async () => {
  writeWish(folder, { kind: 'restore', backup });
  rmSync(join(folder, 'gaoqian.sqlite'));
  expect(await headlines()).toEqual(['旧的']);
});

test('a wish that cannot be met changes nothing and is forgotten', async () => {
  writeWish(folder, { kind: 'restore', backup: join(folder, 'backups', 'gone.sqlite') });
  expect(await headlines()).toHaveLength(2);
  writeFileSync(join(folder, 'next-opening.json'), '{"backup":');
  expect(await headlines()).toHaveLength(2);
  expect(existsSync(join(folder, 'next-opening.json'))).toBe(false);
  removeWish(folder);
});

test('a backup that is damaged is refused before anything is touched', async () => {
  writeFileSync(backup, 'nothing of use');
  writeWish(folder, { kind: 'restore', backup });
  expect(await headlines()).toHaveLength(2);
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});
