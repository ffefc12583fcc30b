import { expect, test } from 'vitest';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { killWhileWorking } from '#tests/helpers/kill-while-working.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const module = new URL('../../helpers/saving-process.ts', import.meta.url);
const seed = 20261123;
const lanes = 2;
/** 20 kills here, 500 in `npm run test:faults`. */
const killsOfLane = Number(process.env['GAOQIAN_FAULT_KILLS'] ?? 10);

async function makeDraft(folder: string): Promise<string> {
  const open = await openStoreFolder(folder, createdAt);
  const draft = insertDraft(open.database, { content: wordsOf(0) });
  open.close();
  return draft.summary.id;
}

/** Everything that was promised up to now must be there. */
async function inspect(folder: string, draftId: string, saved: number, kept: ReadonlySet<number>): Promise<void> {
  const open = await openStoreFolder(folder, createdAt);
  try {
    expect(open.report.outcome).toBe('opened');
    for (const check of [checkIntegrity, checkForeignKeys, checkContents]) check(open.database);
    const draft = queries.readDraft(open.database, { draftId });
    const newest = draft?.journal?.content ?? draft?.headContent;
    const found = sequenceOf(draft?.summary.headline ?? '');
    // A save that was durable but not yet acknowledged may be there too.
    expect([saved, saved + 1]).toContain(found);
    expect(newest).toEqual(wordsOf(found));
    expect(draft?.journalSequence).toBe(found);
    const revisions = queries.listRevisions(open.database, { draftId });
    // `checkContents` has compared every word with its hash; the newest revision is read in full.
    expect(draft?.headContent).toEqual(wordsOf(sequenceOf(revisions[0]?.headline ?? '')));
    expect(revisions.map(({ headline }) => sequenceOf(headline))).toEqual(expect.arrayContaining([...kept]));
  } finally {
    open.close();
  }
}

async function runLane(lane: number): Promise<number> {
  const random = seededRandom(seed + lane);
  const folder = await temporaryFolder();
  const draftId = await makeDraft(folder);
  let saved = 0;
  const kept = new Set<number>();
  for (let kill = 0; kill < killsOfLane; kill += 1) {
    const afterLines = 1 + Math.floor(random() * 6);
    const { lines } = await killWhileWorking({
      module,
      args: [folder, draftId],
      afterLines,
      thenMilliseconds: random() * 8,
    });
    for (const line of lines) {
      const [what, sequence] = line.split(' ');
      if (what === 'saved') saved = Number(sequence);
      else kept.add(Number(sequence));
    }
    await inspect(folder, draftId, saved, kept);
  }
  return saved;
}

test(
  `kill -9 in the middle of saving, ${lanes * killsOfLane} times, loses no acknowledged save`,
  { timeout: 60_000 + lanes * killsOfLane * 6_000 },
  async () => {
    const saves = await Promise.all(Array.from({ length: lanes }, async (_, lane) => runLane(lane)));
    // The kills fell between many saves, not all before the first.
    for (const saved of saves) expect(saved).toBeGreaterThan(killsOfLane);
  },
);
