import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { schemaVersion } from '#main/db/schema-steps.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { contentOf } from '#tests/builders/content.ts';
import { writer } from '#tests/builders/signatory.ts';
import { fillStore, readEverything } from '#tests/helpers/frozen-contents.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/databases');
const versions = readdirSync(fixtures).flatMap((name) => /^(\d{4})\.sqlite\.gz$/.exec(name)?.[1] ?? []);

/** A data folder as a version of this schema left it. */
async function thawed(version: string): Promise<string> {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'gaoqian.sqlite'), gunzipSync(readFileSync(join(fixtures, `${version}.sqlite.gz`))));
  return folder;
}

test('there is a frozen database of each version that was given out', () => {
  expect(versions).toEqual(expect.arrayContaining(['0060', '0080']));
});

describe.each(versions)('a database of schema %s', (version) => {
  test('opens and gives back everything that was in it', async () => {
    const folder = await thawed(version);
    const store = await openTestStore(folder);
    expect(store.report.outcome).toBe('opened');
    const frozen: unknown = JSON.parse(readFileSync(join(fixtures, `${version}.json`), 'utf8'));
    // Later versions may know more of a thing, never less.
    expect(await readEverything(store)).toMatchObject(frozen as object);
    const isOld = Number(version) < (migrations.at(-1)?.version ?? 0);
    expect(listBackups(join(folder, 'backups'))).toHaveLength(isOld ? 1 : 0);

    const draft = await store.readDraft({ draftId: '01980000-0000-7000-800d-000000000001' });
    const sequence = (draft?.journalSequence ?? 0) + 1;
    const content = contentOf('升级之后接着写');
    const baseRevisionId = draft?.head.id ?? '';
    const at = '2026-11-28T00:00:00.000Z';
    await store.appendJournal({ draftId: draft?.summary.id ?? '', baseRevisionId, sequence, content, by: writer, at });
    await store.close();

    const database = openDatabase(join(folder, 'gaoqian.sqlite'));
    expect(schemaVersion(database)).toBe(migrations.at(-1)?.version);
    for (const check of [checkIntegrity, checkForeignKeys, checkContents]) check(database);
    expect(brokenAuditLine(database)).toBeNull();
    database.close();
  });
});

test('what is frozen fills every table that holds what people made', async () => {
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  await fillStore(store);
  await store.close();
  const database = openDatabase(join(folder, 'gaoqian.sqlite'));
  const tables = ['drafts', 'revisions', 'journal', 'review_records', 'comments', 'assets', 'packages', 'uploads'];
  for (const table of [...tables, 'persons', 'settings', 'trusted_keys', 'audit_log']) {
    expect([table, database.prepare(`SELECT count(*) > 0 FROM ${table}`).pluck().get()]).toEqual([table, 1]);
  }
  database.close();
});
