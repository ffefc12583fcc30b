import type { Database } from 'better-sqlite3';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from '#main/db/migrate.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database as it stood at one version of the schema; 0 is an empty file. */
export async function databaseAt(version: number): Promise<Database> {
  const database = openDatabase(join(await temporaryFolder(), 'test.sqlite'));
  onTestFinished(() => {
    database.close();
  });
  migrateTo(database, version);
  return database;
}

export function migrateTo(database: Database, version: number): void {
  migrate(
    database,
    migrations.filter((migration) => migration.version <= version),
  );
}

/** Every row of every ordinary table, by table. */
export function allRows(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = database
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !name.startsWith('sqlite_'));
  return Object.fromEntries(tables.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]));
}

/** One draft as version 10 keeps it, in plain SQL, so that later queries cannot change what this test means. */
export function insertDraftOfVersion10(database: Database): void {
  database.exec(`
    BEGIN;
    INSERT INTO drafts (id, author_id, author_name, author_role, state, head_id, headline, column_id, characters, figures,
      to_confirm, content_hash, revision, journal_sequence, created_at, updated_at)
    VALUES ('d1', 'p1', '拟稿员甲', 'writer', 'drafting', 'r1', '标题', '', 2, 0, 0, 'h1', 1, 1, 't1', 't1');
    INSERT INTO revisions (id, draft_id, sequence, parent_id, kind, headline, characters, content_hash, exact_hash, link,
      by_id, by_name, by_role, at, content)
    VALUES
      ('r1', 'd1', 1, NULL, 'created', '标题', 2, 'h1', 'e1', 'l1', 'p1', '拟稿员甲', 'writer', 't1', x'00');
    INSERT INTO journal VALUES (1, 'd1', 1, 'r1', 2, 'e1', 'p1', '拟稿员甲', 'writer', 't1', '{}');
    COMMIT;
  `);
}
