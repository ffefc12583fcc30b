import assert from 'node:assert/strict';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { backUpDesk } from '../filled-desk.ts';
import { assertWhole, openAgain } from '../oracle.ts';

const backups = 16;

/** The clock jumps back and forth by years: an empty battery, a wrong time server. What was written last counts as the last. */
export const clock: FaultSuite = { name: 'clock', strikes: 60, few: 1, strike };

async function strike({ data, random, careless }: Strike): Promise<void> {
  const anyMoment = (): string => new Date(Date.UTC(1995, 0, 1) + random() * 3e12).toISOString();
  const open = await openStoreFolder(data, anyMoment());
  const draft = insertDraft(open.database, { content: wordsOf(0), at: anyMoment() });
  const draftId = draft.summary.id;
  const written: string[] = [];
  let baseRevisionId = draft.head.id;
  for (let sequence = 1; sequence <= backups; sequence += 1) {
    const at = anyMoment();
    const entry = { draftId, baseRevisionId, sequence, content: wordsOf(sequence), by: writer, at };
    queries.appendJournal(open.database, entry);
    const kept = { draftId, revisionId: freshId(), kind: 'manual', content: null, by: writer, at } as const;
    baseRevisionId = queries.keepRevision(open.database, kept).id;
    written.unshift(anyMoment());
    await backUpDesk(data, written[0] ?? '');
  }
  assert.equal(queries.readDraft(open.database, { draftId })?.summary.headline, `第${backups}次`);
  const order = queries.listRevisions(open.database, { draftId }).map(({ headline }) => sequenceOf(headline));
  assert.deepEqual(
    order,
    order.toSorted((one, other) => other - one),
    'versions are not in the order they were kept',
  );
  open.close();

  const folder = join(data, 'backups');
  // Carelessly: named by the clock alone.
  if (careless) for (const name of readdirSync(folder)) renameSync(join(folder, name), join(folder, byClock(name)));
  const kept = listBackups(folder).map(({ at }) => at);
  assert.deepEqual(kept.slice(0, 12), written.slice(0, 12), 'the backups that were written last are not kept');
  writeFileSync(join(data, 'gaoqian.sqlite'), 'nothing that can be read');
  const again = await openAgain(data);
  try {
    assertWhole(again.database);
    const found = queries.readDraft(again.database, { draftId })?.summary.headline;
    assert.equal(found, `第${backups}次`, 'another backup than the last took the place of the damaged data');
  } finally {
    again.close();
  }
}

function byClock(name: string): string {
  return name.replace(/-\d+\.sqlite$/, '.sqlite');
}
