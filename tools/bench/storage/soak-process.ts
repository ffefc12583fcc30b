/**
 * Eight simulated hours in a process of their own, so that the memory is this work's alone (`bench-program.ts`):
 * `soak-process.js <folder> <photos>` prints a `Soaked` as JSON.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '#cli/open-desk.ts';
import type { Services } from '#main/compose-services.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { emptyMetadata, type DraftContent } from '#shared/model/draft.ts';
import { seededRandom } from '../seeded-random.ts';
import { residentBytes } from './collect.ts';
import { changeAtRandom, randomDocument, randomWords } from './random-draft.ts';
import { edits, editsOfADraft, editsOfALook, editsOfAVersion, warmEdits, type Soaked } from './soak-plan.ts';

async function soak(services: Services, folder: string, photos: readonly string[]): Promise<Soaked> {
  const random = seededRandom(20_261_128);
  const memory: number[] = [];
  let logBytes = 0;
  let content = await freshContent(services, random);
  let open = await services.drafts.createFrom(content, 'created');
  let sequence = 0;
  let isExact = true;
  for (let edit = 1; edit <= edits; edit += 1) {
    content = changeAtRandom(content, random);
    sequence += 1;
    const base = { draftId: open.summary.id, baseRevisionId: open.revision.id };
    await services.drafts.saveJournal({ ...base, sequence, content });
    if (edit % editsOfAVersion === 0) await services.drafts.saveRevision(open.summary.id, 'timed');
    const photo = photos[edit / (edits / photos.length) - 1];
    if (photo !== undefined) await services.media.importFile(photo, `第${edit}张.jpg`, { acceptTruncated: false });
    if (edit === edits / 2)
      await services.backups.write({ signal: new AbortController().signal, step: () => undefined });
    if (edit % 300 === 0) logBytes = Math.max(logBytes, logSize(folder));
    if (edit >= warmEdits && edit % editsOfALook === 0) memory.push(await residentBytes());
    if (edit % editsOfADraft !== 0) continue;
    const stored = await services.drafts.open(open.summary.id);
    isExact &&= canonicalJson(stored.content) === canonicalJson(content);
    content = await freshContent(services, random);
    open = await services.drafts.createFrom(content, 'created');
    sequence = 0;
  }
  return { memory, logBytes, isExact };
}

async function freshContent(services: Services, random: () => number): Promise<DraftContent> {
  const { profile } = await services.app.state();
  return {
    metadata: { ...emptyMetadata(profile), headline: randomWords(random, 20) },
    document: randomDocument(random),
  };
}

function logSize(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-wal'))
    .reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}

const [folder = '', photoFolder = ''] = process.argv.slice(2);
const built = (worker: string): URL => new URL(`../main/${worker}.js`, import.meta.url);
const services = await openDesk(folder, undefined, {
  database: new URL('collecting-worker.js', import.meta.url),
  backups: built('backup-worker'),
  heic: built('heic-worker'),
  reader: built('reader-worker'),
});
try {
  await services.app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: false });
  const photos = readdirSync(photoFolder).map((name) => join(photoFolder, name));
  process.stdout.write(JSON.stringify(await soak(services, folder, photos)));
} finally {
  await services.close();
}
