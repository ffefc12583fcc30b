import { AssertionError } from 'node:assert';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '#tools/bench/seeded-random.ts';
import type { FaultSuite, Strike } from './fault-suite.ts';
import { outsideOf, putOutside } from './outside.ts';

/** At once; a strike that starts a process waits for it most of the time. */
const lanes = 2;
/** A careless strike may miss by chance, not this often. */
const patienceOfCanary = 20;

export interface RunOptions {
  readonly seed: number;
  readonly scratch: string;
  readonly from?: number;
  readonly strikes: number;
  /** Told after each strike, in no order. */
  readonly struck?: (number: number, failure: unknown) => void;
}

/** Strikes `strikes` times; a strike that finds something wrong leaves its folder behind. */
export async function runSuite(suite: FaultSuite, options: RunOptions): Promise<void> {
  let next = options.from ?? 0;
  const lane = async (): Promise<void> => {
    while (next < options.strikes) {
      const number = next;
      next += 1;
      const strike = strikeAt(suite, options, number, false);
      const failure = await strikeOnce(suite, strike).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (failure === null) await rm(strike.place, { recursive: true, force: true });
      options.struck?.(number, failure);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Takes the guard away and strikes until the oracle sees it. Throws when it never does: then the suite proves nothing. */
export async function provesSomething(suite: FaultSuite, options: Pick<RunOptions, 'seed' | 'scratch'>): Promise<void> {
  for (let number = 0; number < patienceOfCanary; number += 1) {
    const strike = strikeAt(suite, options, number, true);
    try {
      await strikeOnce(suite, strike);
    } catch (thrown) {
      if (thrown instanceof AssertionError) return;
      throw new Error(`the canary of ${suite.name} broke instead of being seen`, { cause: thrown });
    } finally {
      await rm(strike.place, { recursive: true, force: true });
    }
  }
  throw new Error(`the canary of ${suite.name}: without its guard nothing was found wrong`);
}

async function strikeOnce(suite: FaultSuite, strike: Strike): Promise<void> {
  await rm(strike.place, { recursive: true, force: true });
  await mkdir(strike.place, { recursive: true });
  putOutside(strike.place);
  const before = outsideOf(strike.place);
  await suite.strike(strike);
  const after = outsideOf(strike.place);
  if (before !== after) {
    throw new AssertionError({ message: 'a file outside the data folder changed', actual: after, expected: before });
  }
}

function strikeAt(
  suite: FaultSuite,
  { seed, scratch }: Pick<RunOptions, 'seed' | 'scratch'>,
  number: number,
  careless: boolean,
): Strike {
  const place = join(scratch, `${suite.name}-${careless ? 'canary-' : ''}${number}`);
  const random = seededRandom(seed + number * 104_729 + sumOf(suite.name));
  return { number, random, place, data: join(place, 'data'), careless };
}

function sumOf(name: string): number {
  return Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 0);
}
