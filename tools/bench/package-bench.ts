import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { buildPackage, review, settleIn, write } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
import type { FigureRow } from './figure-row.ts';
import type { BenchFiles } from './files.ts';
import { median } from './statistics.ts';

const rounds = 5;
const silent = { say: () => undefined, result: () => undefined };

/** The package of the seed with three photos, beside sharp, SHA-256 and zip alone on the same files. */
export async function benchPackage(files: BenchFiles): Promise<readonly FigureRow[]> {
  const cold: number[] = [];
  const prepared: number[] = [];
  const floors: number[] = [];
  let correct = true;
  // One round more than is counted: the first warms code and disk on both sides.
  for (let round = 0; round <= rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'gaoqian-bench-'));
    const services = await openDesk(folder);
    try {
      await settleIn(services);
      const writing = await timed(() => write(services, files, silent));
      await review(services, writing.value, silent);
      const publisher = (await services.app.state()).persons.find((person) => person.role === 'publisher');
      if (publisher) await services.app.switchPerson(publisher.id);
      const building = await timed(() => buildPackage(services, writing.value));
      correct &&= (await services.packages.verifyFile(building.value.path)).valid;
      const floor = await timed(() => bareFloor(files.pictures, folder));
      if (round > 0) {
        cold.push(writing.milliseconds + building.milliseconds);
        prepared.push(building.milliseconds);
        floors.push(floor.milliseconds);
      }
    } finally {
      await services.close();
      await rm(folder, { recursive: true });
    }
  }
  const floor = median(floors);
  const floorName = 'sharp + SHA-256 + zip alone';
  return [
    {
      name: 'Package: page and three photos taken in, then built',
      ours: median(cold),
      floor,
      floorName,
      target: null,
      correct,
    },
    {
      name: 'Package: built, pictures prepared at import',
      ours: median(prepared),
      floor,
      floorName,
      target: null,
      correct,
    },
  ];
}

/** What no implementation can do without: decode, scale, encode, hash, zip, sync. */
async function bareFloor(photos: readonly string[], folder: string): Promise<void> {
  const zip = new ZipFile();
  for (const [index, photo] of photos.entries()) {
    const original = await readFile(photo);
    createHash('sha256').update(original).digest();
    const display = await sharp(original)
      .autoOrient()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
    const thumbnail = await sharp(display)
      .resize({ width: 480, height: 480, fit: 'inside' })
      .jpeg({ quality: 82 })
      .toBuffer();
    for (const [name, bytes] of Object.entries({ display, thumbnail })) {
      createHash('sha256').update(bytes).digest();
      createHash('sha512').update(bytes).digest();
      zip.addBuffer(bytes, `${index}-${name}.jpg`, { compress: false });
    }
  }
  zip.end();
  const path = join(folder, 'floor.zip');
  await pipeline(zip.outputStream, createWriteStream(path));
  const file = await open(path);
  await file.sync();
  await file.close();
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const from = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - from };
}
