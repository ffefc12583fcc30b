import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { openDesk } from '#cli/open-desk.ts';
import type { Services } from '#main/compose-services.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { emptyMetadata, type DraftContent } from '#shared/model/draft.ts';
import type { FigureRow } from '../figure-row.ts';
import { seededRandom } from '../seeded-random.ts';
import { median } from '../statistics.ts';
import { residentBytes } from './collect.ts';
import { changeAtRandom, randomDocument, randomWords } from './random-draft.ts';

/** Eight hours: about one save a second, a version each minute, a picture each two and a half, a backup after four hours. */
const edits = 30_000;
const pictures = 200;
const editsOfAVersion = 60;
const editsOfADraft = 1_500;
/** The program has opened everything that it ever opens. */
const warm = 3_000;
/** Looks at the memory, one each 600 edits, of which the median counts: a heap grows and shrinks by steps. */
const samples = 9;
const mostLogBytes = 64 * 2 ** 20;

/** Works for eight simulated hours in one process and looks at its memory and at the write-ahead log. */
export async function benchSoak(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-soak-'));
  const services = await openDesk(folder, undefined, { database: new URL('collecting-worker.ts', import.meta.url) });
  try {
    await services.app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: false });
    const { memory, logBytes, isExact } = await work(services, folder);
    const [early, late] = [memory.slice(0, samples), memory.slice(-samples)].map(median);
    const megabyte = 2 ** 20;
    return [
      {
        name: `Soak: memory after ${edits} edits and ${pictures} pictures, MB`,
        ours: (late ?? 0) / megabyte,
        floor: (early ?? 0) / megabyte,
        floorName: `after ${warm} edits`,
        target: 1.1,
        correct: isExact,
      },
      {
        name: 'Soak: largest write-ahead log, MB',
        ours: logBytes / megabyte,
        floor: mostLogBytes / megabyte,
        floorName: 'the limit',
        target: 1,
        correct: isExact,
      },
    ];
  } finally {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function work(services: Services, folder: string) {
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
    if (edit % (edits / pictures) === 0) await takePicture(services, folder, edit);
    if (edit === edits / 2)
      await services.backups.write({ signal: new AbortController().signal, step: () => undefined });
    if (edit % 300 === 0) logBytes = Math.max(logBytes, logSize(folder));
    if (edit >= warm && edit % 600 === 0) memory.push(await residentBytes());
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

async function takePicture(services: Services, folder: string, edit: number): Promise<void> {
  const path = join(folder, 'soak.jpg');
  const background = { r: edit % 256, g: (edit >> 3) % 256, b: (edit >> 6) % 256 };
  await writeFile(
    path,
    await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
  await services.media.importFile(path, `第${edit}张.jpg`, { acceptTruncated: false });
}

function logSize(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-wal'))
    .reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}
