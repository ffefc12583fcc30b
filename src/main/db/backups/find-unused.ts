import type { Database } from 'better-sqlite3';
import type { FoundUnused } from '#main/services/ports/backups.ts';
import { allTexts, endOfWords, hashesIn, withSources } from '../queries/named-hashes.ts';
import type { Pace } from './pace.ts';

/** Texts between two breaths. */
const atATime = 64;

/** Reads all words on the way to the pictures and attachments that none of them names. Refuses `database-damaged`: then nothing is known. */
export async function findUnused(database: Database, pace: Pace): Promise<FoundUnused> {
  const readTo = endOfWords(database);
  const statement = 'SELECT sha256 FROM assets UNION SELECT sha256 FROM attachments';
  const known = database.prepare<[], string>(statement).pluck().all();
  const shown = new Set<string>();
  let read = 0;
  for (const text of allTexts(database)) {
    for (const sha256 of hashesIn(text)) shown.add(sha256);
    read += 1;
    if (read % atATime > 0) continue;
    pace.step('words', 0, 1);
    await pace.breathe();
  }
  const used = withSources(database, [...shown]);
  return { sha256s: known.filter((sha256) => !used.has(sha256)), readTo };
}
