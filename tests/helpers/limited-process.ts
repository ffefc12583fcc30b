import { writeSync } from 'node:fs';
import { openStore } from '#main/db/database-client.ts';
import { AppError } from '#shared/errors.ts';
import { writer } from '#tests/builders/signatory.ts';
import { wordsOf } from './saved-words.ts';

/**
 * A process that saves until it is refused twice, to be started under a limit on the size of files:
 * `node limited-process.ts <folder> <draftId>`. Says `saved <sequence>` after each acknowledgement, `refused <code>`, and
 * `read <sequence>` for what it can still read then.
 */
const [folder = '', draftId = ''] = process.argv.slice(2);
const workerPath = new URL('../../src/main/db/worker.ts', import.meta.url);
const store = await openStore({ workerPath, folder });
const draft = await store.readDraft({ draftId });
if (!draft) throw new Error('there is no draft to save');

let refusals = 0;
for (let sequence = 1; refusals < 2 && sequence < 10_000; sequence += 1) {
  try {
    const baseRevisionId = draft.head.id;
    const at = new Date().toISOString();
    await store.appendJournal({ draftId, baseRevisionId, sequence, content: wordsOf(sequence), by: writer, at });
    writeSync(1, `saved ${sequence}\n`);
  } catch (thrown) {
    refusals += 1;
    writeSync(1, `refused ${thrown instanceof AppError ? thrown.code : String(thrown)}\n`);
    const found = await store.readDraft({ draftId });
    writeSync(1, `read ${found?.journal?.sequence}\n`);
  }
}
process.exit(0);
