import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '#cli/open-desk.ts';
import { systemHash } from '#main/files/system-hash.ts';
import type { Services } from '#main/compose-services.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { longestHistory } from '#shared/model/edit-history.ts';
import { stepBetween } from '#shared/model/edit-steps.ts';
import { emptyMetadata, type DraftContent } from '#shared/model/draft.ts';
import type { FigureRow } from '../figure-row.ts';
import { seededRandom } from '../seeded-random.ts';
import { changeAtRandom, randomDocument, randomWords } from './random-draft.ts';

const draftsOfAYear = 2000;
/** One for each working day; a draft that is written in a week has as many of half a minute each. */
const versionsOfADraft = 250;
/** Written before and between the two measurements: what a file holds anyway stands in both. */
const [first, more] = [2, 10];
const limitMegabytes = 2048;

/**
 * How large the store is after a year: drafts of about 2,000 characters and four figures, each with 250 versions of which
 * each differs by a sentence somewhere, and with a full undo history. The words are drawn at random, so they are harder to
 * pack than language. Pictures are files beside the store and do not count.
 */
export async function benchStorage(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-bench-storage-'));
  try {
    const random = seededRandom(20_261_128);
    const small = await writeDrafts(folder, first, random);
    const large = await writeDrafts(folder, more, random);
    const perDraft = (large.bytes - small.bytes) / more;
    return [
      {
        name: `Store of a year: ${draftsOfAYear} drafts × ${versionsOfADraft} versions, MB`,
        ours: (perDraft * draftsOfAYear) / 2 ** 20,
        floor: limitMegabytes,
        floorName: 'two gigabytes',
        target: 1,
        correct: small.isExact && large.isExact,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes so many drafts, reads every version of the last one back, and answers the size of the closed file. */
async function writeDrafts(
  folder: string,
  count: number,
  random: () => number,
): Promise<{ readonly bytes: number; readonly isExact: boolean }> {
  const services = await openDesk(folder);
  let isExact = true;
  try {
    const { person } = await services.app.state();
    if (!person) await services.app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: false });
    for (let draft = 0; draft < count; draft += 1) {
      isExact = await writeDraft(services, random, draft === count - 1);
      if (!isExact) break;
    }
  } finally {
    await services.close();
  }
  return { bytes: (await stat(join(folder, 'gaoqian.sqlite'))).size, isExact };
}

async function writeDraft(services: Services, random: () => number, isRead: boolean): Promise<boolean> {
  const { profile } = await services.app.state();
  const [headline, abstract] = [randomWords(random, 20), randomWords(random, 80)];
  let content: DraftContent = {
    metadata: { ...emptyMetadata(profile), headline, abstract },
    document: randomDocument(random),
  };
  const { summary } = await services.drafts.createFrom(content, 'created');
  const written = [content];
  while (written.length < versionsOfADraft) {
    content = changeAtRandom(content, random);
    await services.drafts.saveContent(summary.id, content);
    written.push(content);
  }
  const undo = written.slice(-longestHistory - 1).flatMap((after, at, all) => {
    const before = all[at - 1];
    return (before && stepBetween(before, after)) ?? [];
  });
  const exactHash = systemHash.sha256(canonicalJson(content));
  const { kept } = await services.drafts.saveHistory({ draftId: summary.id, exactHash, history: { undo, redo: [] } });
  if (!kept || !isRead) return kept;
  const revisions = (await services.drafts.listRevisions(summary.id)).toSorted((a, b) => a.sequence - b.sequence);
  const texts = await Promise.all(
    revisions.map(async ({ id }) => canonicalJson((await services.drafts.readRevision(id)).content)),
  );
  return texts.length === written.length && texts.every((text, at) => text === canonicalJson(written[at]));
}
