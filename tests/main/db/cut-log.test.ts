import { copyFileSync, cpSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** Every 997 bytes in `npm run test:faults`; further apart among the unit tests. */
const stride = Number(process.env['GAOQIAN_FAULT_STRIDE'] ?? 19_937);

test(
  'a write-ahead log that is cut anywhere gives back a state that was saved, whole',
  { timeout: 300_000 },
  async () => {
    const folder = await temporaryFolder();
    const open = await openStoreFolder(folder, createdAt);
    const draft = insertDraft(open.database, { content: wordsOf(0) });
    const draftId = draft.summary.id;
    open.database.pragma('wal_checkpoint(TRUNCATE)');
    for (let sequence = 1; sequence <= 12; sequence += 1) {
      const entry = { draftId, baseRevisionId: draft.head.id, sequence, content: wordsOf(sequence) };
      queries.appendJournal(open.database, { ...entry, by: writer, at: createdAt });
    }
    const left = join(folder, 'left');
    mkdirSync(left);
    for (const name of ['gaoqian.sqlite', 'gaoqian.sqlite-wal', 'open.mark'])
      copyFileSync(join(folder, name), join(left, name));
    open.close();

    const seen = new Set<number>();
    for (let cut = 0; cut <= statSync(join(left, 'gaoqian.sqlite-wal')).size; cut += stride) {
      const place = join(folder, `cut-${cut}`);
      cpSync(left, place, { recursive: true });
      truncateSync(join(place, 'gaoqian.sqlite-wal'), cut);
      const cutOpen = await openStoreFolder(place, createdAt);
      expect(cutOpen.report).toMatchObject({ outcome: 'opened', crashed: true, logMissing: false });
      for (const check of [checkIntegrity, checkForeignKeys, checkContents]) check(cutOpen.database);
      const found = queries.readDraft(cutOpen.database, { draftId });
      const sequence = sequenceOf(found?.summary.headline ?? '');
      expect(found?.journal?.content ?? found?.headContent).toEqual(wordsOf(sequence));
      seen.add(sequence);
      cutOpen.close();
    }
    // The cuts fell between saves, and the whole log gives the last.
    expect(seen.size).toBeGreaterThan(3);
    expect(readFileSync(join(left, 'gaoqian.sqlite-wal')).byteLength).toBeGreaterThan(stride);
  },
);
