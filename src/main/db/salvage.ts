import DatabaseFile, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { borrowSchema } from './borrow-schema.ts';
import { checkForeignKeys } from './integrity.ts';
import { takeSteps } from './schema-steps.ts';
import { followNewestWords } from './queries/newest-words.ts';
import { readableRows, type Row } from './readable-rows.ts';
import { bringDraftsOver, insertRow } from './salvage-drafts.ts';
import { inTransaction } from './statements.ts';

/** Tables whose rows stand for themselves, each after those that it refers to; in some the later row is the truer one. */
const plainTables = [
  ['persons', 'IGNORE'],
  ['settings', 'IGNORE'],
  ['trusted_keys', 'IGNORE'],
  ['audit_log', 'IGNORE'],
  ['assets', 'IGNORE'],
  ['attachments', 'IGNORE'],
  ['review_records', 'IGNORE'],
  ['comments', 'REPLACE'],
  ['taken_back_waivers', 'IGNORE'],
  ['waivers', 'REPLACE'],
  ['revision_names', 'REPLACE'],
  ['packages', 'IGNORE'],
  ['uploads', 'REPLACE'],
  ['receipts', 'IGNORE'],
  ['purged_drafts', 'IGNORE'],
] as const;

/**
 * Brings what a damaged file still holds, and the file that takes its place does not, over into that one: revisions and
 * journal entries whose words are proven by their hash, and the rows that go with them. Works on a copy; the damaged file
 * stays as it was found. Answers how many kept states of drafts came over; 0 when nothing could be read.
 */
export function salvage(damagedPath: string, database: Database): number {
  const copy = `${damagedPath}.partial`;
  const suffixes = ['', '-wal'];
  try {
    for (const suffix of suffixes) {
      if (existsSync(`${damagedPath}${suffix}`)) copyFileSync(`${damagedPath}${suffix}`, `${copy}${suffix}`);
    }
    const { source, isBorrowed } = openCopy(copy, database);
    try {
      bringUp(source);
      const read: ReadTable = (table) =>
        !isBorrowed || isAlike(source, database, table) ? readableRows(source, table) : [];
      return inTransaction(database, () => bringOver(source, read, database));
    } finally {
      source.close();
    }
  } catch {
    // Too broken to be read at all: then the backup alone is what there is.
    return 0;
  } finally {
    for (const suffix of [...suffixes, '-shm']) rmSync(`${copy}${suffix}`, { force: true });
  }
}

/** Where the copy does not say any more what tables it has, it borrows that from the file that takes its place. */
function openCopy(copy: string, lender: Database): { readonly source: Database; readonly isBorrowed: boolean } {
  const source = new DatabaseFile(copy);
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { source, isBorrowed: false };
  } catch {
    source.close();
    borrowSchema(copy, lender);
    return { source: new DatabaseFile(copy), isBorrowed: true };
  }
}

/** Whether a table that begins at a borrowed place is that one: the first row of the other file is in it, too. */
function isAlike(source: Database, target: Database, table: string): boolean {
  try {
    const first = target.prepare<[], unknown[]>(`SELECT rowid, * FROM ${table} ORDER BY rowid LIMIT 1`).raw().get();
    const same = source
      .prepare<[unknown], unknown[]>(`SELECT rowid, * FROM ${table} WHERE rowid = ?`)
      .raw()
      .get(first?.[0]);
    return same !== undefined && same[1] === first?.[1];
  } catch {
    return false;
  }
}

/** Takes the copy's rows to the present form where that can be done; else they are read as they are. */
function bringUp(source: Database): void {
  try {
    inTransaction(source, () => takeSteps(source));
  } catch {
    // A step met the damage. Columns and tables that are new since then are empty in what comes over.
  }
}

type ReadTable = (table: string) => readonly Row[];

function bringOver(source: Database, read: ReadTable, target: Database): number {
  // Words are proven by their hash, wherever they were read.
  const proven = { revisions: readableRows(source, 'revisions'), entries: readableRows(source, 'journal') };
  const count = bringDraftsOver({ ...proven, lines: read('drafts') }, target);
  for (const [table, onConflict] of plainTables) {
    for (const row of read(table)) insertRow(target, table, row, onConflict);
  }
  // Only now are the reviews there that say where each draft stands.
  for (const id of target.prepare<[], string>('SELECT id FROM drafts').pluck().all()) describe(target, id);
  checkForeignKeys(target);
  return count;
}

function describe(target: Database, draftId: string): void {
  try {
    followNewestWords(target, draftId);
  } catch {
    // The backup's own words are broken here: whoever opens the draft is told.
  }
}
