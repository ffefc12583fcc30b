import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseFile, { type Database } from 'better-sqlite3';
import { compactMoment } from '#main/db/backups/backup-files.ts';
import { sha256, unpack } from '#main/db/content-codec.ts';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { clearJournal, insertJournalRow, type JournalRow } from '#main/db/queries/journal-rows.ts';
import { queries } from '#main/db/queries/registry.ts';
import { readableRows } from '#main/db/readable-rows.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { layFilledDesk } from '../filled-desk.ts';
import { assertCoded, assertKept, assertMedia, assertWhole } from '../oracle.ts';
import { hashOf as hashOfContent, type Promises } from '../promises.ts';

const blockBytes = 512;
const headerBytes = 100;

/** One bit of the closed database is another. */
export const bitFlips: FaultSuite = {
  name: 'bit-flips',
  strikes: 300,
  few: 12,
  strike: async (strike) =>
    hurt(strike, (bytes) => {
      // One in ten falls into the header, which says what the rest is.
      const at = Math.floor(strike.random() * (strike.number % 10 === 0 ? headerBytes : bytes.length));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(strike.random() * 8));
    }),
};

/** A sector of the closed database came back as zeros. */
export const zeroedBlocks: FaultSuite = {
  name: 'zeroed-blocks',
  strikes: 300,
  few: 12,
  strike: async (strike) =>
    hurt(strike, (bytes) => {
      const block = Math.floor((strike.random() * bytes.length) / blockBytes);
      bytes.fill(0, block * blockBytes, (block + 1) * blockBytes);
    }),
};

/**
 * What is read from a damaged file is right or refused, never wrong. When anything was refused, the next start puts what is
 * whole in its place: all of the backup, and every revision that the damaged file still proves. It keeps that file as it was.
 */
async function hurt(strike: Strike, damage: (bytes: Buffer) => void): Promise<void> {
  const desk = await layFilledDesk(strike.data);
  const path = join(strike.data, 'gaoqian.sqlite');
  if (strike.careless) forge(path);
  const bytes = readFileSync(path);
  damage(bytes);
  writeFileSync(path, bytes);
  const proven = provenRevisions(bytes, join(strike.place, 'read.sqlite'));

  const first = await openStoreFolder(strike.data, at(10));
  const said = first.report.outcome === 'restored' ? 'at the start' : whatIsSaid(first.database, desk.live);
  if (said === 'when read') first.noteDamage();
  assertMedia(strike.data, desk.live);
  first.close();
  const second = await openStoreFolder(strike.data, at(11));
  try {
    const mended = second.report.outcome === 'restored';
    assert.equal(mended, said === 'when read', 'damage that was met is mended by the next start');
    assertWhole(second.database, said !== 'never');
    assertKept(second.database, said === 'never' || said === 'of the log' ? desk.live : desk.backedUp);
    const kept = second.database.prepare<[], string>('SELECT exact_hash FROM revisions').pluck().all();
    for (const hash of proven) assert.ok(kept.includes(hash), `words ${hash} could be read and did not come over`);
    if (said === 'never' || said === 'of the log') return;
    const moment = said === 'at the start' ? at(10) : at(11);
    const apart = join(strike.data, 'quarantine', compactMoment(moment), 'gaoqian.sqlite');
    assert.equal(hashOf(readFileSync(apart)), hashOf(bytes), 'the damaged file lies apart as it was found');
  } finally {
    second.close();
  }
}

/** When the person is told. Other words than those promised must never come. */
function whatIsSaid(database: Database, promises: Promises): 'never' | 'when read' | 'of the log' {
  let well = true;
  const read = (work: () => void): void => {
    try {
      work();
    } catch (thrown) {
      if (thrown instanceof assert.AssertionError) throw thrown;
      assertCoded(thrown, ['database-damaged']);
      well = false;
    }
  };
  for (const [draftId, promised] of Object.entries(promises.drafts)) {
    read(() => {
      const draft = queries.readDraft(database, { draftId });
      const newest = draft && hashOfContent(draft.journal?.content ?? draft.headContent);
      if (draft?.journalSequence === promised.journalSequence)
        assert.equal(newest, promised.newest, 'other words came');
    });
    for (const [revisionId, hash] of Object.entries(promised.revisions)) {
      read(() => {
        const found = queries.readRevision(database, { revisionId });
        if (found) assert.equal(hashOfContent(found.content), hash, 'other words came');
      });
    }
  }
  for (const check of [checkIntegrity, checkForeignKeys, checkContents]) read(() => check(database));
  if (!well) return 'when read';
  return brokenAuditLine(database) === null ? 'never' : 'of the log';
}

/** Hashes of the words that a damaged file still proves, whatever else is broken. */
function provenRevisions(bytes: Buffer, copy: string): readonly string[] {
  writeFileSync(copy, bytes);
  let source: Database | undefined;
  try {
    source = new DatabaseFile(copy);
    return readableRows(source, 'revisions').flatMap(({ content, base_id: base, exact_hash: hash }) => {
      try {
        return base === null && sha256(unpack(content as Uint8Array)) === hash ? [hash] : [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  } finally {
    source?.close();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function at(hour: number): string {
  return `2026-11-24T${hour}:00:00.000Z`;
}

/** Words that changed together with the hash that would have told of it. */
function forge(path: string): void {
  const database = openDatabase(path);
  const row = database.prepare<[], JournalRow>('SELECT * FROM journal LIMIT 1').get();
  if (row) {
    const content = row.content.replace('市住房', '市往房');
    clearJournal(database, row.draft_id);
    insertJournalRow(database, { ...row, content, exact_hash: sha256(content) });
  }
  database.close();
}
