import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProgram } from '../bench-program.ts';
import type { FigureRow } from '../figure-row.ts';
import type { BenchFiles } from '../files.ts';
import { median } from '../statistics.ts';
import { largePhotos } from './large-photos.ts';
import type { Packed } from './pack-process.ts';

const rounds = 5;
/** Of the many photos: one peak alone differs by 30 MB from the next. */
const largeRounds = 3;
const few = 20;
const many = 50;
/** The most memory that a package of photos may take, in MB (issue 5). */
const memoryLimit = 400;
/** The floor against itself within one round: beyond this the machine was not quiet. */
const steadyWithin = 1.1;

/** A package of the sample page with 20 photos of 24 MP, beside sharp, SHA-256 and zip alone on the same photos; and of 50. */
export async function benchPackage(files: BenchFiles): Promise<readonly FigureRow[]> {
  const photos = await largePhotos(files.pictures, many);
  const twenty = photos.slice(0, few);
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-bench-'));
  const program = await benchProgram<Packed>('packing', 'packing/pack-process.ts');
  let count = 0;
  const pack = async (mode: 'ours' | 'floor', of: readonly string[]): Promise<Packed> => {
    const own = join(folder, String((count += 1)));
    await mkdir(own);
    const packed = await program(mode, own, files.page, ...of);
    await rm(own, { recursive: true });
    return packed;
  };
  try {
    const [ours, floors, again]: [Packed[], Packed[], Packed[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      floors.push(await pack('floor', twenty));
      ours.push(await pack('ours', twenty));
      again.push(await pack('floor', twenty));
    }
    const large: Packed[] = [];
    for (let round = 0; round < largeRounds; round += 1) large.push(await pack('ours', photos));
    return rowsOf(ours, floors, again, large);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rowsOf(
  ours: readonly Packed[],
  floors: readonly Packed[],
  again: readonly Packed[],
  large: readonly Packed[],
): readonly FigureRow[] {
  const [first, second] = [floors, again].map((of) => median(of.map(({ cold }) => cold)));
  const unlike = Math.max(first ?? 0, second ?? 0) / Math.min(first ?? 1, second ?? 1);
  const steady = unlike <= steadyWithin;
  const floor = median([...floors, ...again].map(({ cold }) => cold));
  const peak = median(ours.map(({ peakMegabytes }) => peakMegabytes));
  const correct = [...ours, ...large].every((packed) => packed.correct);
  const times = { floor, floorName: 'sharp + SHA-256 + zip alone', correct, steady };
  return [
    {
      ...times,
      name: 'Package of 20 photos of 24 MP: taken in, then built',
      ours: median(ours.map(({ cold }) => cold)),
      target: 1.1,
    },
    {
      ...times,
      name: 'Package of 20 photos of 24 MP: built, pictures prepared at import',
      ours: median(ours.map(({ prepared }) => prepared)),
      target: 0.08,
    },
    {
      name: 'Package of 20 photos of 24 MP: peak memory of the whole program, MB',
      ours: peak,
      floor: median([...floors, ...again].map(({ peakMegabytes }) => peakMegabytes)),
      floorName: 'sharp + SHA-256 + zip alone',
      target: 1.5,
      correct,
    },
    {
      name: 'The same, MB',
      ours: peak,
      floor: memoryLimit,
      floorName: 'what it may take',
      target: 1,
      correct,
    },
    {
      name: 'Package of 50 photos of 24 MP: peak memory, MB',
      ours: median(large.map(({ peakMegabytes }) => peakMegabytes)),
      floor: Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes)),
      floorName: 'the highest of 20 photos',
      target: 1,
      correct,
    },
  ];
}
