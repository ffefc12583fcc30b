import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type DatabaseClient } from '#main/db/database-client.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { AppError } from '#shared/errors.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { freshId } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import { say } from './say.ts';

/**
 * A process that works as a day does, on a disk that may fail: `node working.ts <folder> <draftId> [careless]`. Thirty saves,
 * every third kept as a version, a picture with every fifth; it goes on after each refusal, and closes. Says `saved <sequence>`,
 * `kept <sequence>`, `picture <sha256>` after each acknowledgement, `refused <code>`, `read <sequence>` for what can still be read
 * then, and `closed`. A careless one takes a refusal for an acknowledgement.
 */
const [folder = '', draftId = '', careless] = process.argv.slice(2);
const saves = 30;
const workerPath = new URL('../../../src/main/db/worker.ts', import.meta.url);
writeFileSync(join(folder, 'armed'), '');

/** What was promised, or the code of the refusal. */
async function attempt(promise: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    say(promise);
    return true;
  } catch (thrown) {
    say(careless === undefined ? `refused ${thrown instanceof AppError ? thrown.code : String(thrown)}` : promise);
    return false;
  }
}

async function work(store: DatabaseClient): Promise<void> {
  const draft = await store.readDraft({ draftId });
  const first = (draft?.journalSequence ?? 0) + 1;
  let baseRevisionId = draft?.head.id ?? '';
  const media = mediaFiles(join(folder, 'media'));
  for (let sequence = first; sequence < first + saves; sequence += 1) {
    const at = new Date().toISOString();
    const entry = { draftId, baseRevisionId, sequence, content: wordsOf(sequence), by: writer, at };
    if (!(await attempt(`saved ${sequence}`, async () => store.appendJournal(entry)))) {
      await attempt('can read', async () => say(`read ${(await store.readDraft({ draftId }))?.journalSequence}`));
    }
    if (sequence % 3 === 0) {
      const kept = { draftId, revisionId: freshId(), kind: 'manual', content: null, by: writer, at } as const;
      await attempt(`could keep ${sequence}`, async () => {
        // What was refused before is not in it: the answer says which words are.
        const revision = await store.keepRevision(kept);
        baseRevisionId = revision.id;
        say(`kept ${sequenceOf(revision.headline)}`);
      });
    }
    if (sequence % 5 === 0) {
      let sha256 = '';
      await attempt('can take pictures', async () => {
        sha256 = await media.put(Buffer.from(`picture ${sequence} `.repeat(800)));
        await store.saveAsset({ asset: assetOf({ original: sha256, display: sha256, thumbnail: sha256 }) });
        say(`picture ${sha256}`);
      });
    }
  }
}

await attempt('closed', async () => {
  const store = await openStore({ workerPath, folder });
  await work(store);
  await store.close();
});
process.exit(0);
