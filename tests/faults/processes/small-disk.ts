import { cpSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#main/db/database-client.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { writer } from '#tests/builders/signatory.ts';
import { wordsOf } from '#tests/helpers/saved-words.ts';
import type { FilledDesk } from '../filled-desk.ts';
import { assertDesk } from '../oracle.ts';
import { say } from './say.ts';

/**
 * Works on a disk until it is full, makes room and works on: `node small-disk.ts <filled folder> <folder on the disk> <desk.json>
 * <bytes left> [careless]`. Says each refusal, and `whole` when everything that was promised is there at the end. A careless one
 * deletes a picture to make room.
 */
const [source = '', folder = '', known = '', left = '', careless] = process.argv.slice(2);
const desk = JSON.parse(readFileSync(known, 'utf8')) as FilledDesk;
const workerPath = new URL('../../../src/main/db/worker.ts', import.meta.url);
cpSync(source, folder, { recursive: true });
const { bavail, bsize } = statfsSync(folder);
const filler = join(folder, 'filler');
writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - Number(left))));

let saved = 0;
/** Saves until it is refused. */
async function work(upTo: number): Promise<void> {
  try {
    const store = await openStore({ workerPath, folder });
    try {
      const draft = await store.readDraft(desk);
      const baseRevisionId = draft?.head.id ?? '';
      const first = (draft?.journalSequence ?? 0) + 1;
      for (let sequence = first; sequence < first + upTo; sequence += 1) {
        const entry = { draftId: desk.draftId, baseRevisionId, sequence, content: wordsOf(sequence), by: writer };
        await store.appendJournal({ ...entry, at: '2026-11-28T08:00:00.000Z' });
        saved = sequence;
      }
    } finally {
      await store.close();
    }
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code !== 'disk-full' && code !== 'disk-error') throw thrown;
    say(`refused ${code}`);
  }
}

await work(200);
rmSync(careless === undefined ? filler : join(folder, 'media'), { recursive: true });
await work(3);
await assertDesk(folder, desk.live);
const store = await openStore({ workerPath, folder });
const found = await store.readDraft(desk);
await store.close();
if (saved > 0 && (found?.journalSequence ?? 0) < saved) throw new Error(`${saved} was acknowledged`);
say('whole');
process.exit(0);
