import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { benchProgram } from '../bench-program.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { edits, warmEdits, type Soaked } from './soak-plan.ts';

/** One each two and a half minutes. */
const pictures = 200;
/** Looks at the memory, of which the median counts: a heap grows and shrinks by steps. */
const looks = 9;
const mostLogBytes = 64 * 2 ** 20;
const megabyte = 2 ** 20;

/** Works for eight simulated hours in a process of its own and looks at its memory and at the write-ahead log. */
export async function benchSoak(): Promise<readonly FigureRow[]> {
  const soak = await benchProgram<Soaked>('soak', 'storage/soak-process.ts', 'storage/collecting-worker.ts');
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-soak-'));
  try {
    const photos = join(folder, 'photos');
    await makePhotos(photos);
    const { memory, logBytes, isExact } = await soak(join(folder, 'data'), photos);
    return [
      {
        name: `Soak: memory after ${edits} edits and ${pictures} pictures, MB`,
        ours: median(memory.slice(-looks)) / megabyte,
        floor: median(memory.slice(0, looks)) / megabyte,
        floorName: `after ${warmEdits} edits`,
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
    await rm(folder, { recursive: true, force: true });
  }
}

/** Here, because the process that is looked at makes none. */
async function makePhotos(folder: string): Promise<void> {
  await mkdir(folder);
  for (let photo = 0; photo < pictures; photo += 1) {
    const background = { r: photo, g: (photo * 19) % 256, b: (photo * 7) % 256 };
    await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toFile(join(folder, `${photo}.jpg`));
  }
}
