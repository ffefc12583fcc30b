import DatabaseFile, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { sha256 } from './content-codec.ts';
import { storedText } from './content-delta.ts';
import { checkForeignKeys } from './integrity.ts';
import { schemaVersion } from './migrate.ts';
import { followNewestWords } from './queries/newest-words.ts';
import { readableRows, type Row } from './readable-rows.ts';
import { inTransaction } from './statements.ts';

/** Tables whose rows stand for themselves, each after those that it refers to; in some the later row is the truer one. */
const plainTables = [
  ['persons', 'IGNORE'],
  ['settings', 'IGNORE'],
  ['trusted_keys', 'IGNORE'],
  ['audit_log', 'IGNORE'],
  ['assets', 'IGNORE'],
  ['review_records', 'IGNORE'],
  ['comments', 'REPLACE'],
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
    const source = new DatabaseFile(copy);
    try {
      if (schemaVersion(source) !== schemaVersion(database)) return 0;
      return inTransaction(database, () => bringOver(source, database));
    } finally {
      source.close();
    }
  } catch {
    // Too broken to be read at all, or its rows do not fit together: then the backup alone is what there is.
    return 0;
  } finally {
    for (const suffix of [...suffixes, '-shm']) rmSync(`${copy}${suffix}`, { force: true });
  }
}

function bringOver(source: Database, target: Database): number {
  const revisions = wholeRevisions(readableRows(source, 'revisions'), target);
  const entries = readableRows(source, 'journal').filter((entry) => isWhole(entry, null));
  const drafts = readableRows(source, 'drafts');
  const withWords = new Set(revisions.map((revision) => revision['draft_id']));
  for (const draft of drafts) if (withWords.has(draft['id'])) insertRow(target, 'drafts', draft);

  let count = 0;
  for (const revision of revisions) count += insertRow(target, 'revisions', revision);
  for (const draft of drafts) takeOverDraft(target, draft);
  for (const entry of entries) count += insertRow(target, 'journal', withKnownBase(target, entry));
  for (const [table, onConflict] of plainTables) {
    for (const row of readableRows(source, table)) insertRow(target, table, row, onConflict);
  }

  for (const id of target.prepare<[], string>('SELECT id FROM drafts').pluck().all()) settleDraft(target, id);
  checkForeignKeys(target);
  return count;
}

/** The revisions whose words are proven; what one stands on may have come through in either file. */
function wholeRevisions(rows: readonly Row[], target: Database): readonly Row[] {
  const known = new Map(rows.map((row) => [row['id'], row]));
  const baseOf = ({ base_id: id }: Row): Row | null | undefined => {
    if (id === null) return null;
    const base = known.get(id);
    if (base && isWhole(base, null)) return base;
    return target.prepare<[unknown], Row>('SELECT * FROM revisions WHERE id = ?').get(id);
  };
  return rows.filter((row) => {
    const base = baseOf(row);
    return base !== undefined && isWhole(row, base);
  });
}

/** Whether the words are those that were kept. */
function isWhole(row: Row, base: Row | null): boolean {
  const { content, exact_hash: hash } = row;
  const under = base?.['content'] ?? null;
  try {
    if (under !== null && !(under instanceof Uint8Array)) return false;
    const text = content instanceof Uint8Array ? storedText(content, under) : content;
    return typeof text === 'string' && sha256(text) === hash;
  } catch {
    return false;
  }
}

/** Adds a row; one that does not fit (it refers to something that is lost) is left out. */
function insertRow(target: Database, table: string, row: Row, onConflict: 'IGNORE' | 'REPLACE' = 'IGNORE'): number {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const values = names.map((name) => `@${name}`).join(', ');
  try {
    return target.prepare(`INSERT OR ${onConflict} INTO ${table} (${columns}) VALUES (${values})`).run(row).changes;
  } catch {
    return 0;
  }
}

/** What only a draft's own row knows. Its older journal goes: the damaged file's own takes its place. */
function takeOverDraft(target: Database, draft: Row): void {
  const update = `UPDATE drafts SET published_hash = @published_hash, trashed_at = @trashed_at,
      trashed_by_id = @trashed_by_id, trashed_by_name = @trashed_by_name, updated_at = @updated_at,
      journal_sequence = max(journal_sequence, @journal_sequence),
      incoming_id = (SELECT id FROM revisions WHERE id = @incoming_id)
    WHERE id = @id`;
  target.prepare(update).run(draft);
  target.prepare('DELETE FROM journal WHERE draft_id = ?').run(draft['id']);
}

function withKnownBase(target: Database, entry: Row): Row {
  // Row numbers of the journal are used again, so the one in the damaged file says nothing here.
  const { number: _number, ...known } = entry;
  const base = target.prepare('SELECT id FROM revisions WHERE id = ?').pluck().get(known['base_revision_id']);
  if (base !== undefined) return known;
  const head = target.prepare('SELECT head_id FROM drafts WHERE id = ?').pluck().get(known['draft_id']);
  return { ...known, base_revision_id: head };
}

/** Puts the newest of our own revisions at the head, and the draft's line in order. */
function settleDraft(target: Database, draftId: string): void {
  const newest = target
    .prepare<[string], { id: string; sequence: number }>(
      "SELECT id, sequence FROM revisions WHERE draft_id = ? AND kind <> 'incoming' ORDER BY sequence DESC LIMIT 1",
    )
    .get(draftId);
  target
    .prepare(
      `UPDATE drafts SET head_id = ifnull(@id, head_id), revision = ifnull(@sequence, revision),
         journal_sequence = max(journal_sequence, ifnull((SELECT max(sequence) FROM journal WHERE draft_id = @draftId), 0))
       WHERE id = @draftId`,
    )
    .run({ draftId, id: newest?.id ?? null, sequence: newest?.sequence ?? null });
  followNewestWords(target, draftId);
}
