import type { Database } from 'better-sqlite3';
import { mediaOf } from '#main/db/backups/backup-media.ts';
import { sha256 } from '#main/db/content-codec.ts';
import { queries } from '#main/db/queries/registry.ts';
import { canonicalJson } from '#shared/document/canonical.ts';

/** What the store has acknowledged, by hashes of the words. */
export interface Promises {
  readonly drafts: Readonly<Record<string, PromisedDraft>>;
  /** Names of picture files, which are their hashes. */
  readonly media: readonly string[];
}

export interface PromisedDraft {
  readonly newest: string;
  readonly journalSequence: number;
  readonly revisions: Readonly<Record<string, string>>;
}

/** Everything that can be read, as it reads now. Throws at the first thing that cannot. */
export function promisesOf(database: Database): Promises {
  const ids = database.prepare<[], string>('SELECT id FROM drafts ORDER BY number').pluck().all();
  const drafts = Object.fromEntries(ids.map((draftId) => [draftId, promisedDraft(database, draftId)]));
  return { drafts, media: [...mediaOf(database.name)].sort() };
}

export function promisedDraft(database: Database, draftId: string): PromisedDraft {
  const draft = queries.readDraft(database, { draftId });
  if (!draft) throw new Error(`no draft ${draftId}`);
  const revisions = queries.listRevisions(database, { draftId });
  return {
    newest: hashOf(draft.journal?.content ?? draft.headContent),
    journalSequence: draft.journalSequence,
    revisions: Object.fromEntries(revisions.map(({ id }) => [id, hashOfRevision(database, id)])),
  };
}

export function hashOfRevision(database: Database, revisionId: string): string {
  return hashOf(queries.readRevision(database, { revisionId })?.content);
}

export function hashOf(content: unknown): string {
  return sha256(canonicalJson(content));
}
