import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockNode } from '#shared/document/schema.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf, paragraph } from '#tests/builders/content.ts';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { assertWhole } from '../oracle.ts';
import { hashOf } from '../promises.ts';
import { openReviewingDesk, type ReviewingDesk } from '../reviewing-desk.ts';

/** One draft is edited on two machines that know nothing of each other, and comes back as a review file: both words are kept. */
export const doubleEdits: FaultSuite = { name: 'double-edits', strikes: 200, few: 4, strike };

async function strike({ data, random, careless }: Strike): Promise<void> {
  mkdirSync(data);
  const here = await openReviewingDesk(join(data, 'here'));
  const there = await openReviewingDesk(join(data, 'there'));
  try {
    const first = contentOf(
      '两边都改的稿子',
      Array.from({ length: 6 }, (_, index) => `第${index + 1}段，原来的话。`),
    );
    const draftId = (await here.drafts.createFrom(first, 'created')).summary.id;
    await carry(here, there, draftId);
    const [mine, theirs] = [edited(first, random, '这边'), edited(first, random, '那边')];
    await write(here, draftId, mine);
    await write(there, draftId, theirs);
    // A careless desk takes a file of a draft that it has for one that it knows.
    if (!careless) await carry(there, here, draftId);

    const found = await here.drafts.open(draftId);
    assert.equal(hashOf(found.content), hashOf(mine), 'the words on the sheet were changed by the file');
    const revisions = await here.drafts.listRevisions(draftId);
    const contents = await Promise.all(
      revisions.map(async ({ id }) => hashOf((await here.drafts.readRevision(id)).content)),
    );
    for (const [whose, content] of Object.entries({ mine, theirs })) {
      assert.ok(contents.includes(hashOf(content)), `${whose} are in no version`);
    }
    assert.ok(found.summary.conflict, 'nothing says that there are two');
    assertWhole(here.database);
  } finally {
    for (const desk of [here, there]) desk.close();
  }
}

/** Carries a draft as on a stick; the receiver trusts the sender's key. */
async function carry(from: ReviewingDesk, to: ReviewingDesk, draftId: string): Promise<void> {
  const file = await from.reviewFiles.write(draftId);
  const { fingerprint } = await from.keys.signingKey('review');
  await to.reviewFiles.readFile(file.path, fingerprint);
}

async function write(desk: ReviewingDesk, draftId: string, content: DraftContent): Promise<void> {
  const open = await desk.drafts.open(draftId);
  const entry = { draftId, baseRevisionId: open.revision.id, sequence: open.journalSequence + 1, content };
  await desk.drafts.saveJournal(entry);
}

/** One to three changes somewhere; each leaves words of its own side. */
function edited(content: DraftContent, random: () => number, side: string): DraftContent {
  let { metadata } = content;
  let blocks: readonly BlockNode[] = content.document.children;
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * blocks.length);
    const words = paragraph(`${side}写的第${change + 1}句，在第${at + 1}段。`);
    const kind = Math.floor(random() * 4);
    if (kind === 0) metadata = { ...metadata, headline: `${side}改的标题${change}` };
    else if (kind === 1) blocks = blocks.with(at, words);
    else if (kind === 2) blocks = blocks.toSpliced(at, 0, words);
    else blocks = [...blocks.toSpliced(at, 1), words];
  }
  return { metadata, document: { ...content.document, children: [...blocks] } };
}
