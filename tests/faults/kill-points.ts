import { runOnFailingDisk } from './run-program.ts';

const counted = new Map<string, Promise<number>>();

/** How many acts on the disk a program does when nobody kills it: counted once in a process, in a folder of its own. */
export async function killPoints(
  name: string,
  folder: string,
  prepare: (folder: string) => Promise<readonly string[]>,
): Promise<number> {
  const known = counted.get(name) ?? count(folder, prepare);
  counted.set(name, known);
  return known;
}

async function count(folder: string, prepare: (folder: string) => Promise<readonly string[]>): Promise<number> {
  const { disk, errors } = await runOnFailingDisk(await prepare(folder), folder, {});
  const acts = actsOf(disk);
  if (acts === 0) throw new Error(`the program did nothing on the disk: ${errors}`);
  return acts;
}

/** How many acts on the disk a program did that came to its end. */
export function actsOf(disk: readonly string[]): number {
  return Number(/^acts (\d+)/.exec(disk.find((line) => line.startsWith('acts')) ?? '')?.[1] ?? 0);
}
