import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clearFilledDesk } from './filled-desk.ts';
import { suites } from './plan.ts';
import { clearSignedDesk } from './signed-desk.ts';
import { provesSomething, runSuite } from './run-suite.ts';

/*
 * A few strikes of each kind of fault; `npm run test:faults` strikes hundreds of times. What a machine cannot do (no compiler, no
 * namespaces) is left out here and said there.
 */
const seed = 20_261_128;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'gaoqian-faults-'));
});

afterAll(async () => {
  await clearFilledDesk();
  await clearSignedDesk();
  await rm(scratch, { recursive: true, force: true });
});

describe.each(suites.filter((suite) => (suite.unable?.() ?? null) === null))('$name', (suite) => {
  test('leaves what was promised, however it strikes', { timeout: 240_000 }, async () => {
    const failures: unknown[] = [];
    const struck = (_number: number, failure: unknown) => void (failure === null || failures.push(failure));
    await runSuite(suite, { seed, scratch, strikes: suite.few, struck });
    expect(failures).toEqual([]);
  });

  test('is seen when its guard is taken away', { timeout: 240_000 }, async () => {
    await expect(provesSomething(suite, { seed, scratch })).resolves.toBeUndefined();
  });
});
