import type { Database } from 'better-sqlite3';
import type { RevisionKind } from '#shared/model/revision.ts';
import { pack, unpack } from '../content-codec.ts';
import { packAgainst, storedText, unpackAgainst } from '../content-delta.ts';
import { sql } from '../statements.ts';

/** How a revision's words are stored: whole, or as what they do not share with a base that is itself whole. */
export interface PackedRevision {
  readonly content: Uint8Array;
  readonly base_id: string | null;
}

/** What is signed, sent or taken in stands by itself: no other row's damage may touch it. */
const alwaysWhole: ReadonlySet<RevisionKind> = new Set([
  'created',
  'imported',
  'state',
  'export',
  'incoming',
  'merged',
]);
/** A base carries no more than the revisions of so many numbers after its own. */
const farthestFromBase = 60;
/**
 * What is larger than this part of the whole is stored whole, and becomes the base of those that follow. What a revision
 * has of its own adds up with each further one, so waiting longer for a new base costs more than the base.
 */
const worthwhile = 1 / 8;

export function packRevision(
  database: Database,
  row: {
    readonly draft_id: string;
    readonly sequence: number;
    readonly parent_id: string | null;
    readonly kind: RevisionKind;
  },
  text: string,
): PackedRevision {
  const whole = { content: pack(text), base_id: null };
  if (row.parent_id === null || alwaysWhole.has(row.kind)) return whole;
  const base = baseUnder(database, row.parent_id, row.draft_id);
  if (!base || row.sequence - base.sequence > farthestFromBase) return whole;
  const baseText = unpack(base.content);
  const content = packAgainst(text, baseText);
  if (content.length > whole.content.length * worthwhile) return whole;
  // Words that would not come back exactly are not worth the room they save.
  return unpackAgainst(content, baseText) === text ? { content, base_id: base.id } : whole;
}

/** The text of a revision as it was kept. Refuses `database-damaged` when it cannot be read. */
export function readRevisionText(database: Database, revisionId: string): string {
  const row = sql<[string], { content: Uint8Array; base: Uint8Array | null }>(
    database,
    `SELECT revisions.content, bases.content AS base
       FROM revisions LEFT JOIN revisions bases ON bases.id = revisions.base_id WHERE revisions.id = ?`,
  ).get(revisionId);
  return storedText(row?.content ?? new Uint8Array(), row?.base ?? null);
}

interface Base {
  readonly id: string;
  readonly sequence: number;
  readonly content: Uint8Array;
}

/** The parent when it is whole, else what the parent stands on. */
function baseUnder(database: Database, parentId: string, draftId: string): Base | undefined {
  return sql<[string, string], Base>(
    database,
    `SELECT bases.id, bases.sequence, bases.content
     FROM revisions parents JOIN revisions bases ON bases.id = ifnull(parents.base_id, parents.id)
     WHERE parents.id = ? AND bases.draft_id = ?`,
  ).get(parentId, draftId);
}
