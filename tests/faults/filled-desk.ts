import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import type { Pace } from '#main/db/backups/pace.ts';
import { writeWholeBackup } from '#main/db/backups/write-backup.ts';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { writer } from '#tests/builders/signatory.ts';
import { wordsOf } from '#tests/helpers/saved-words.ts';
import { promisesOf, type Promises } from './promises.ts';

/** A data folder as a day's work leaves it, and what was promised in it. */
export interface FilledDesk {
  /** What the live data holds. */
  readonly live: Promises;
  /** What the one backup holds, which was written half-way. */
  readonly backedUp: Promises;
  /** A draft that can be written on. */
  readonly draftId: string;
}

export const backupAt = '2026-11-23T08:00:00.000Z';
export const laterAt = '2026-11-23T10:00:00.000Z';

let made: Promise<FilledDesk & { readonly folder: string }> | undefined;

/** Copies the filled desk, which is made once in a process, to `data`. */
export async function layFilledDesk(data: string): Promise<FilledDesk> {
  made ??= makeDesk();
  const { folder, ...desk } = await made;
  await cp(folder, data, { recursive: true });
  return desk;
}

/** Removes the one that was copied from. */
export async function clearFilledDesk(): Promise<void> {
  if (made) await rm((await made).folder, { recursive: true, force: true });
  made = undefined;
}

async function makeDesk(): Promise<FilledDesk & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-desk-'));
  const open = await openStoreFolder(folder, '2026-11-23T06:00:00.000Z');
  const { database } = open;
  const pictures = mediaFiles(join(folder, 'media'));
  const addPicture = async (name: string): Promise<void> => {
    const [original = '', display = '', thumbnail = ''] = await Promise.all(
      ['original', 'display', 'thumbnail'].map(async (kind) =>
        pictures.put(Buffer.from(`${name} ${kind}`.repeat(500))),
      ),
    );
    queries.saveAsset(database, { asset: assetOf({ original, display, thumbnail }) });
  };
  const write = (draftId: string, sequence: number, keep: boolean): void => {
    const draft = queries.readDraft(database, { draftId });
    const entry = { draftId, by: writer, at: laterAt };
    const baseRevisionId = draft?.head.id ?? '';
    queries.appendJournal(database, { ...entry, baseRevisionId, sequence, content: wordsOf(sequence) });
    if (keep) queries.keepRevision(database, { ...entry, revisionId: freshId(), kind: 'manual', content: null });
  };

  queries.insertPerson(database, { person: { ...writer, createdAt: backupAt } });
  const writing = insertDraft(database, { content: wordsOf(0) }).summary.id;
  const signed = insertDraft(database, { content: contentOf('签发了的稿子', ['市住建局召开推进会。']) });
  for (const record of chainOf(signed.summary.id, signed.head.contentHash, passedAll)) {
    queries.appendReviewRecord(database, { record });
    queries.appendAudit(database, { at: backupAt, personId: writer.id, event: 'review.decide', facts: {} });
  }
  for (let sequence = 1; sequence <= 4; sequence += 1) write(writing, sequence, true);
  const typed = insertDraft(database, { content: contentOf('只在日志里的稿子', ['第一段。']) }).summary.id;
  write(typed, 1, false);
  await addPicture('甲');
  const backedUp = promisesOf(database);
  await backUpDesk(folder, backupAt);

  const young = insertDraft(database, { content: contentOf('备份之后的稿子', ['第一段。']) }).summary.id;
  write(young, 1, false);
  for (let sequence = 5; sequence <= 9; sequence += 1) write(writing, sequence, sequence < 8);
  queries.appendAudit(database, {
    at: laterAt,
    personId: writer.id,
    event: 'draft.imported',
    facts: { draftId: young },
  });
  await addPicture('乙');
  const live = promisesOf(database);
  open.close();
  return { folder, live, backedUp, draftId: writing };
}

/** A whole backup of a data folder, written by this thread. */
export async function backUpDesk(folder: string, at: string, pace = unhurried, to = join(folder, 'backups')) {
  const database = new DatabaseFile(join(folder, 'gaoqian.sqlite'), { readonly: true });
  try {
    const pictures = to.startsWith(folder) ? 'linked' : 'copied';
    return await writeWholeBackup({ database, media: join(folder, 'media'), pictures }, to, at, pace);
  } finally {
    database.close();
  }
}

export const unhurried: Pace = { step: () => undefined, breathe: async () => undefined };
