import assert from 'node:assert/strict';
import { queries } from '#main/db/queries/registry.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { killWhileWorking } from '#tests/helpers/kill-while-working.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { assertWhole, openAgain } from '../oracle.ts';

const module = new URL('../processes/saving.ts', import.meta.url);

/** kill -9 in the middle of saving, and once more after the start that follows. */
export const killSaving: FaultSuite = { name: 'kill-saving', strikes: 250, few: 4, strike: killTwice };

async function killTwice({ data, random, careless }: Strike): Promise<void> {
  const open = await openStoreFolder(data, createdAt);
  const draftId = insertDraft(open.database, { content: wordsOf(0) }).summary.id;
  open.close();
  let saved = 0;
  const kept = new Set<number>();
  for (let kill = 0; kill < 2; kill += 1) {
    const { lines } = await killWhileWorking({
      module,
      args: [data, draftId, ...(careless ? ['careless'] : [])],
      afterLines: 1 + Math.floor(random() * 6),
      thenMilliseconds: random() * 8,
    });
    for (const line of lines) {
      const [what, sequence] = line.split(' ');
      if (what === 'saved') saved = Number(sequence);
      else kept.add(Number(sequence));
    }
    await inspect(data, draftId, saved, kept);
  }
}

/** Everything that was promised up to now must be there. */
async function inspect(data: string, draftId: string, saved: number, kept: ReadonlySet<number>): Promise<void> {
  const open = await openAgain(data);
  try {
    assert.equal(open.report.outcome, 'opened');
    assertWhole(open.database);
    const draft = queries.readDraft(open.database, { draftId });
    const found = sequenceOf(draft?.summary.headline ?? '');
    // A save that was durable but not yet acknowledged may be there too.
    assert.ok([saved, saved + 1].includes(found), `found save ${found} after ${saved} was acknowledged`);
    assert.deepEqual(draft?.journal?.content ?? draft?.headContent, wordsOf(found));
    assert.equal(draft?.journalSequence, found);
    const revisions = queries.listRevisions(open.database, { draftId });
    assert.deepEqual(draft?.headContent, wordsOf(sequenceOf(revisions[0]?.headline ?? '')));
    const versions = new Set(revisions.map(({ headline }) => sequenceOf(headline)));
    assert.deepEqual(
      [...kept].filter((sequence) => !versions.has(sequence)),
      [],
      'kept versions are gone',
    );
  } finally {
    open.close();
  }
}
