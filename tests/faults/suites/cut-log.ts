import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import { spread, type FaultSuite, type Strike } from '../fault-suite.ts';
import { assertWhole, openAgain } from '../oracle.ts';

const stride = 997;
const strikes = 400;
const saves = 12;

/** The write-ahead log ends early: every 997 bytes of it. */
export const cutLog: FaultSuite = { name: 'cut-log', strikes, few: 12, strike: cut };

async function cut({ data, place, number, careless }: Strike): Promise<void> {
  const draftId = await crashedFolder(data, join(place, 'made'), careless);
  const log = join(data, 'gaoqian.sqlite-wal');
  const { size } = statSync(log);
  const bytes = (spread(number, strikes) * stride) % size;
  truncateSync(log, bytes);
  const open = await openAgain(data);
  try {
    const { outcome, crashed, logMissing } = open.report;
    assert.deepEqual({ outcome, crashed, logMissing }, { outcome: 'opened', crashed: true, logMissing: false });
    assertWhole(open.database);
    const found = queries.readDraft(open.database, { draftId });
    const sequence = sequenceOf(found?.summary.headline ?? '');
    assert.deepEqual(found?.journal?.content ?? found?.headContent, wordsOf(sequence), 'half a save came back');
    // A save takes about as much of the log as any other: what stood wholly before the cut is there.
    assert.ok(sequence >= Math.floor((bytes / size) * saves) - 1, `only ${sequence} saves came back`);
  } finally {
    open.close();
  }
}

/** A folder as a crash leaves it: everything that was saved is in the log alone. */
async function crashedFolder(data: string, made: string, careless: boolean): Promise<string> {
  const open = await openStoreFolder(made, createdAt);
  const draft = insertDraft(open.database, { content: wordsOf(0) });
  const draftId = draft.summary.id;
  open.database.pragma('wal_checkpoint(TRUNCATE)');
  for (let sequence = 1; sequence <= saves; sequence += 1) {
    const entry = { draftId, baseRevisionId: draft.head.id, sequence, content: wordsOf(sequence) };
    queries.appendJournal(open.database, { ...entry, by: writer, at: createdAt });
  }
  mkdirSync(data);
  for (const name of ['gaoqian.sqlite-wal', 'open.mark']) copyFileSync(join(made, name), join(data, name));
  // Carelessly: a database that was half-way through taking the log in, as if the log were not kept until that is durable.
  if (careless) open.database.pragma('wal_checkpoint(PASSIVE)');
  copyFileSync(join(made, 'gaoqian.sqlite'), join(data, 'gaoqian.sqlite'));
  if (careless) truncateSync(join(data, 'gaoqian.sqlite'), statSync(join(data, 'gaoqian.sqlite')).size - 4096 * 3);
  open.close();
  rmSync(made, { recursive: true });
  return draftId;
}
