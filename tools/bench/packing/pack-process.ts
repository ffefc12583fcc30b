/**
 * One package, measured in a process of its own, so that its peak of memory is this work's alone (`bench-program.ts`):
 * `pack-process.js ours|floor <folder> <page> <photo>…` prints a `Packed` as JSON.
 */
import { basename, join } from 'node:path';
import { buildPackage, review, settleIn, write } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
// What the app reads with its first picture: here before the clock starts, as the floor's libraries are.
import '#main/files/picture-maker.ts';
import { bareFloor } from './bare-floor.ts';

export interface Packed {
  /** Milliseconds to take the photos in as they lie on the disk, and to build the package. */
  readonly cold: number;
  /** Milliseconds to build another one, now that its pictures are prepared. */
  readonly prepared: number;
  readonly peakMegabytes: number;
  /** Our own reader believes the package. */
  readonly correct: boolean;
}

const silent = { say: () => undefined, result: () => undefined };

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const from = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - from };
}

function built(worker: string): URL {
  return new URL(`../main/${worker}.js`, import.meta.url);
}

async function pack(folder: string, page: string, pictures: readonly string[]): Promise<Omit<Packed, 'peakMegabytes'>> {
  const services = await openDesk(folder, undefined, {
    database: built('db-worker'),
    backups: built('backup-worker'),
    heic: built('heic-worker'),
    reader: built('reader-worker'),
  });
  try {
    await settleIn(services);
    // Made once in the life of a desk, not for each package.
    await services.keys.signingKey('package');
    const takingIn = await timed(async () =>
      Promise.all(
        pictures.map(async (path) => services.media.importFile(path, basename(path), { acceptTruncated: false })),
      ),
    );
    const draftId = await write(services, { page, pictures }, silent);
    await review(services, draftId, silent);
    const publisher = (await services.app.state()).persons.find((person) => person.role === 'publisher');
    if (publisher) await services.app.switchPerson(publisher.id);
    const building = await timed(async () => buildPackage(services, draftId));
    // The first one of a process also waits for its programs to be read.
    const again = await timed(async () => buildPackage(services, draftId));
    const { valid, about } = await services.packages.verifyFile(building.value.path);
    return {
      cold: takingIn.milliseconds + building.milliseconds,
      prepared: again.milliseconds,
      correct: valid && about?.pictures === pictures.length,
    };
  } finally {
    await services.close();
  }
}

const [mode, folder = '', page = '', ...photos] = process.argv.slice(2);
const done =
  mode === 'ours'
    ? await pack(folder, page, photos)
    : {
        cold: (await timed(async () => bareFloor(photos, join(folder, 'floor.zip')))).milliseconds,
        prepared: 0,
        correct: true,
      };
// `maxRSS` is in kilobytes.
process.stdout.write(
  JSON.stringify({ ...done, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies Packed),
);
