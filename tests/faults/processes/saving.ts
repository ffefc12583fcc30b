import { flushCompileCache } from 'node:module';
import { openStore } from '#main/db/database-client.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { writer } from '#tests/builders/signatory.ts';
import { wordsOf } from '#tests/helpers/saved-words.ts';
import { say } from './say.ts';

/**
 * A process that saves without end, to be killed: `node saving.ts <folder> <draftId> [careless]`. Says `saved <sequence>` and
 * `kept <sequence>` after each acknowledgement; a careless one says it without having saved.
 */
const [folder = '', draftId = '', careless] = process.argv.slice(2);
const workerPath = new URL('../../../src/main/db/worker.ts', import.meta.url);
const store = await openStore({ workerPath, folder });
const ids = systemIds();
const draft = await store.readDraft({ draftId });
if (!draft) throw new Error('there is no draft to save');
let base = draft.head.id;
// A process that is killed would never write it, and each of the next would start from cold.
flushCompileCache();

for (let sequence = draft.journalSequence + 1; ; sequence += 1) {
  const at = new Date().toISOString();
  const content = wordsOf(sequence);
  if (careless === undefined) {
    await store.appendJournal({ draftId, baseRevisionId: base, sequence, content, by: writer, at });
  }
  say(`saved ${sequence}`);
  if (careless !== undefined || sequence % 3 !== 0) continue;
  const revisionId = ids.next();
  const kept = await store.keepRevision({ draftId, revisionId, kind: 'timed', content: null, by: writer, at });
  base = kept.id;
  say(`kept ${sequence}`);
}
