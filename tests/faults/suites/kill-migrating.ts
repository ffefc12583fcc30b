import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { schemaVersion } from '#main/db/schema-steps.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { readEverything } from '#tests/helpers/frozen-contents.ts';
import { storeOn } from '#tests/helpers/store-in-thread.ts';
import { spread, type FaultSuite, type Strike } from '../fault-suite.ts';
import { killPoints } from '../kill-points.ts';
import { assertWhole, openAgain } from '../oracle.ts';
import { program, runOnFailingDisk } from '../run-program.ts';
import { whyNoShim } from '../shim/build-shim.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures/databases');
/** Those that were given out and are older than the present schema; the present one stands for a start without migration. */
const versions = readdirSync(fixtures).flatMap((name) => /^(\d{4})\.sqlite\.gz$/.exec(name)?.[1] ?? []);
const killsOfVersion = 200;

/** kill -9 before each act on the disk of a start that brings an old database up to date. */
export const killMigrating: FaultSuite = {
  name: 'kill-migrating',
  strikes: versions.length * killsOfVersion,
  few: versions.length,
  unable: whyNoShim,
  strike,
};

async function strike({ number, data, place, careless }: Strike): Promise<void> {
  const version = careless ? '0060' : (versions[number % versions.length] ?? '');
  thaw(version, data);
  const command = (folder: string) => program('opening', [folder, ...(careless ? ['careless'] : [])]);
  const points = await killPoints(`opening ${version} ${careless}`, join(place, 'counted', 'data'), async (folder) => {
    thaw(version, folder);
    return command(folder);
  });
  const share = spread(Math.floor(number / (careless ? 1 : versions.length)), killsOfVersion) / killsOfVersion;
  const KILL = 1 + Math.floor(share * points);
  const ended = await runOnFailingDisk(command(data), data, { KILL });
  assert.equal(ended.signal, 'SIGKILL', `the process ended by itself: ${ended.errors}`);

  const open = await openAgain(data);
  try {
    assert.equal(open.report.outcome, 'opened');
    assertWhole(open.database);
    assert.equal(schemaVersion(open.database), migrations.at(-1)?.version);
    assert.deepEqual(
      schemaOf(open.database),
      await schemaOfNew(join(place, 'new')),
      'the schema is not the present one',
    );
    const frozen: unknown = JSON.parse(readFileSync(join(fixtures, `${version}.json`), 'utf8'));
    assert.partialDeepStrictEqual(await readEverything(storeOn(open)), frozen, 'something of the old data is gone');
  } finally {
    open.close();
  }
}

function schemaOf(database: Database): readonly unknown[] {
  return database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
}

async function schemaOfNew(folder: string): Promise<readonly unknown[]> {
  const open = await openAgain(folder);
  try {
    return schemaOf(open.database);
  } finally {
    open.close();
  }
}

function thaw(version: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'gaoqian.sqlite'), gunzipSync(readFileSync(join(fixtures, `${version}.sqlite.gz`))));
}
