import type { Database } from 'better-sqlite3';
import type { ReadTo, UnusedFiles } from '#main/services/ports/unused-file-store.ts';
import { inTransaction, sql } from '../statements.ts';
import { auditQueries } from './audit.ts';
import { endOfWords, hashesNamedSince, withSources } from './named-hashes.ts';
import type { Queries } from './store-queries.ts';

/** A picture or attachment is kept for so many days of use after it was seen to be without any. */
const daysKept = 30;

const due = `SELECT sha256 FROM unused_files
  WHERE (SELECT max(number) FROM days_of_use) - since >= ${daysKept}`;

/**
 * Each file of pictures and attachments with its size; a rendition may be the picture itself, or belong to several, and the same
 * bytes may be a picture and an attachment.
 */
const filesOf = (sha256s: string) =>
  `SELECT sha256 AS file, bytes FROM assets WHERE has_original = 1 AND sha256 IN (${sha256s})
   UNION SELECT display_sha256, display_bytes FROM assets WHERE sha256 IN (${sha256s})
   UNION SELECT thumbnail_sha256, thumbnail_bytes FROM assets WHERE sha256 IN (${sha256s})
   UNION SELECT sha256, bytes FROM attachments WHERE sha256 IN (${sha256s})`;

const known = 'SELECT sha256 FROM assets UNION SELECT sha256 FROM attachments';

interface FileRow {
  readonly file: string;
  readonly bytes: number;
}

export const unusedFileQueries: Queries<
  | 'noteDayOfUse'
  | 'markUnusedFiles'
  | 'removeUnusedFiles'
  | 'listRemovedFiles'
  | 'forgetRemovedFiles'
  | 'describeUnusedFiles'
> = {
  noteDayOfUse(database, { day }) {
    sql<[string]>(database, 'INSERT OR IGNORE INTO days_of_use (day) VALUES (?)').run(day);
  },

  markUnusedFiles(database, { sha256s }) {
    return inTransaction(database, () => {
      const given = JSON.stringify(sha256s);
      const others = 'DELETE FROM unused_files WHERE sha256 NOT IN (SELECT value FROM json_each(?))';
      sql<[string]>(database, others).run(given);
      sql<[string]>(
        database,
        `INSERT OR IGNORE INTO unused_files (sha256, since)
         SELECT value, (SELECT max(number) FROM days_of_use) FROM json_each(?) WHERE value IN (${known})`,
      ).run(given);
      const found = dueOf(database);
      return { due: found, files: filesOnlyOf(database, found).map(({ file }) => file) };
    });
  },

  removeUnusedFiles(database, { sha256s, readTo, at }) {
    inTransaction(database, () => {
      const gone = stillUnused(database, new Set(sha256s), readTo);
      if (gone.length === 0) return;
      const files = filesOnlyOf(database, gone);
      const given = JSON.stringify(gone);
      const removed = (table: string) =>
        sql<[string]>(database, `DELETE FROM ${table} WHERE sha256 IN (SELECT value FROM json_each(?))`).run(given)
          .changes;
      for (const table of ['unused_files', 'picture_hashes']) removed(table);
      const [pictures, attachments] = [removed('assets'), removed('attachments')];
      for (const { file } of files) {
        sql<[string]>(database, 'INSERT OR IGNORE INTO removed_files (sha256) VALUES (?)').run(file);
      }
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      const facts = { pictures, attachments, files: files.length, bytes };
      auditQueries.appendAudit(database, { at, personId: null, event: 'pictures.removed', facts });
    });
  },

  listRemovedFiles(database) {
    return inTransaction(database, () => {
      sql<[]>(
        database,
        `DELETE FROM removed_files WHERE sha256 IN (
           ${known} UNION SELECT display_sha256 FROM assets UNION SELECT thumbnail_sha256 FROM assets)`,
      ).run();
      return sql<[], { sha256: string }>(database, 'SELECT sha256 FROM removed_files').all().map(sha256Of);
    });
  },

  forgetRemovedFiles(database, { sha256s }) {
    sql<[string]>(database, 'DELETE FROM removed_files WHERE sha256 IN (SELECT value FROM json_each(?))').run(
      JSON.stringify(sha256s),
    );
  },

  describeUnusedFiles(database) {
    const marked = 'SELECT sha256 FROM unused_files';
    const found = sql<[], Pick<UnusedFiles, 'count' | 'bytes'>>(
      database,
      `SELECT (SELECT count(*) FROM unused_files) AS count, ifnull(sum(bytes), 0) AS bytes FROM (${filesOf(marked)})`,
    ).get();
    // Lines from before 0200 tell of pictures only.
    const removed = sql<[], NonNullable<UnusedFiles['removed']>>(
      database,
      `SELECT at, facts ->> '$.pictures' + ifnull(facts ->> '$.attachments', 0) AS count, facts ->> '$.bytes' AS bytes
       FROM audit_log WHERE event = 'pictures.removed' ORDER BY sequence DESC LIMIT 1`,
    ).get();
    return { count: found?.count ?? 0, bytes: found?.bytes ?? 0, removed: removed ?? null };
  },
};

function dueOf(database: Database): string[] {
  return sql<[], { sha256: string }>(database, due).all().map(sha256Of);
}

/** Those whose days are over and that nothing has shown since the walk, neither itself nor through a picture made of it. */
function stillUnused(database: Database, given: ReadonlySet<string>, readTo: ReadTo): string[] {
  if (endOfWords(database).purges !== readTo.purges) return [];
  const shown = withSources(database, hashesNamedSince(database, readTo));
  let gone = dueOf(database).filter((sha256) => given.has(sha256) && !shown.has(sha256));
  for (;;) {
    const leaving = new Set(gone);
    const stay = gone.filter((sha256) => madeOf(database, sha256).every((made) => leaving.has(made)));
    if (stay.length === gone.length) return gone;
    gone = stay;
  }
}

function madeOf(database: Database, sha256: string): string[] {
  return sql<[string], { sha256: string }>(database, 'SELECT sha256 FROM assets WHERE derived_from = ?')
    .all(sha256)
    .map(sha256Of);
}

/** The files of these pictures and attachments that no other one has: those stay. */
function filesOnlyOf(database: Database, sha256s: readonly string[]): FileRow[] {
  const given = 'SELECT value FROM json_each(@given)';
  const others = `SELECT sha256 FROM (${known}) WHERE sha256 NOT IN (${given})`;
  return sql<[{ given: string }], FileRow>(
    database,
    `SELECT file, max(bytes) AS bytes FROM (${filesOf(given)})
     WHERE file NOT IN (SELECT file FROM (${filesOf(others)})) GROUP BY file`,
  ).all({ given: JSON.stringify(sha256s) });
}

function sha256Of({ sha256 }: { readonly sha256: string }): string {
  return sha256;
}
