import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { sha256 } from './content-codec.ts';
import { storedText } from './content-delta.ts';
import type { Row } from './readable-rows.ts';
import { inTransaction } from './statements.ts';

/** What is left of one draft. */
interface Remains {
  readonly id: string;
  /** Its line in the list; null when that is lost. */
  readonly line: Row | null;
  readonly revisions: readonly Row[];
  readonly entries: readonly Row[];
}

/** What could be read of all drafts. */
export interface DraftRows {
  readonly lines: readonly Row[];
  readonly revisions: readonly Row[];
  readonly entries: readonly Row[];
}

/** Brings over what is proven of each draft; one that does not come through leaves the others alone. Answers how many states came. */
export function bringDraftsOver(read: DraftRows, target: Database): number {
  const revisions = wholeRevisions(read.revisions, target);
  const entries = read.entries.filter((entry) => isWhole(entry, null));
  const lines = new Map(read.lines.map((line) => [String(line['id']), line]));
  // Lines that came through first: they keep their numbers, and those that are made anew get what is free.
  const ids = new Set([...lines.keys(), ...[...revisions, ...entries].map((row) => String(row['draft_id']))]);
  let count = 0;
  for (const id of ids) {
    const isOf = (row: Row): boolean => row['draft_id'] === id;
    const remains = {
      id,
      line: lines.get(id) ?? null,
      revisions: revisions.filter(isOf),
      entries: entries.filter(isOf),
    };
    try {
      count += inTransaction(target, () => bringDraft(target, remains));
    } catch {
      // Nothing of it stands by itself.
    }
  }
  return count;
}

function bringDraft(target: Database, { id, line, revisions, entries }: Remains): number {
  if (!isThere(target, 'drafts', id)) {
    if (line) insertRow(target, 'drafts', line);
    if (!isThere(target, 'drafts', id)) insertRow(target, 'drafts', lineOf(revisions));
  }
  const added = revisions.filter((revision) => insertRow(target, 'revisions', revision) > 0);
  // What the backup had in its journal is held by a younger revision.
  if (added.some(isOurs)) target.prepare('DELETE FROM journal WHERE draft_id = ?').run(id);
  if (line) takeOverLine(target, line);
  const typed = entries.filter((entry) => insertRow(target, 'journal', withKnownBase(target, entry)) > 0);
  settleDraft(target, id);
  return added.length + typed.length;
}

/** The revisions whose words are proven; what one stands on may have come through in either file. */
function wholeRevisions(rows: readonly Row[], target: Database): readonly Row[] {
  const known = new Map(rows.map((row) => [row['id'], row]));
  const baseOf = ({ base_id: id }: Row): Row | null | undefined => {
    if (id === null || id === undefined) return null;
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
export function insertRow(
  target: Database,
  table: string,
  row: Row,
  onConflict: 'IGNORE' | 'REPLACE' = 'IGNORE',
): number {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const values = names.map((name) => `@${name}`).join(', ');
  try {
    return target.prepare(`INSERT OR ${onConflict} INTO ${table} (${columns}) VALUES (${values})`).run(row).changes;
  } catch {
    return 0;
  }
}

function isThere(target: Database, table: 'drafts' | 'revisions', id: unknown): boolean {
  return target.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** Revisions of another machine wait beside a draft and are never its head. */
function isOurs(revision: Row): boolean {
  return revision['kind'] !== 'incoming';
}

/** A line for a draft of which only revisions came through: whoever wrote the first is its author. Its newest words say the rest. */
function lineOf(revisions: readonly Row[]): Row {
  const inOrder = revisions.toSorted((one, other) => Number(one['sequence']) - Number(other['sequence']));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) throw new AppError('draft-not-found');
  return {
    id: first['draft_id'],
    author_id: first['by_id'],
    author_name: first['by_name'],
    author_role: first['by_role'],
    state: 'drafting',
    head_id: last['id'],
    headline: last['headline'],
    column_id: '',
    characters: last['characters'],
    figures: 0,
    to_confirm: 0,
    content_hash: last['content_hash'],
    revision: last['sequence'],
    journal_sequence: 0,
    created_at: first['at'],
    updated_at: last['at'],
  };
}

/** What only a draft's own line knows. */
function takeOverLine(target: Database, line: Row): void {
  const update = `UPDATE drafts SET published_hash = @published_hash, trashed_at = @trashed_at,
      trashed_by_id = @trashed_by_id, trashed_by_name = @trashed_by_name, updated_at = @updated_at,
      journal_sequence = max(journal_sequence, @journal_sequence),
      incoming_id = (SELECT id FROM revisions WHERE id = @incoming_id)
    WHERE id = @id`;
  // An older line that no migration could bring up to date does not know who put it in the trash.
  target.prepare(update).run({ trashed_by_id: null, trashed_by_name: null, ...line });
}

function withKnownBase(target: Database, entry: Row): Row {
  // Row numbers of the journal are used again, so the one in the damaged file says nothing here.
  const { number: _number, ...known } = entry;
  if (isThere(target, 'revisions', known['base_revision_id'])) return known;
  const head = target.prepare('SELECT head_id FROM drafts WHERE id = ?').pluck().get(known['draft_id']);
  return { ...known, base_revision_id: head };
}

/** Puts the newest of our own revisions at the head. Throws when there is none at all. */
function settleDraft(target: Database, draftId: string): void {
  const newest = target
    .prepare<[string], { id: string; sequence: number }>(
      "SELECT id, sequence FROM revisions WHERE draft_id = ? ORDER BY kind = 'incoming', sequence DESC LIMIT 1",
    )
    .get(draftId);
  if (!newest) throw new AppError('draft-not-found');
  target
    .prepare(
      `UPDATE drafts SET head_id = @id, revision = @sequence,
         journal_sequence = max(journal_sequence, ifnull((SELECT max(sequence) FROM journal WHERE draft_id = @draftId), 0))
       WHERE id = @draftId`,
    )
    .run({ ...newest, draftId });
}
