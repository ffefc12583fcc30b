/*
 * Freezes the present schema: a small filled database and what reading it gives, for the tests of every later version.
 *
 *   node tools/run.mjs tests/helpers/freeze-database.ts tests/fixtures/databases
 *
 * For a version that has landed already, lay this file and frozen-contents.ts into a checkout of it and run them there.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openStore } from '#main/db/database-client.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { fillStore, readEverything } from '#tests/helpers/frozen-contents.ts';

const target = resolve(process.argv[2] ?? 'tests/fixtures/databases');
const version = String(migrations.at(-1)?.version).padStart(4, '0');
const workerPath = new URL('../../src/main/db/worker.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'gaoqian-frozen-'));
try {
  const store = await openStore({ workerPath, folder });
  await fillStore(store);
  const everything = await readEverything(store);
  await store.close();
  writeFileSync(
    join(target, `${version}.sqlite.gz`),
    gzipSync(readFileSync(join(folder, 'gaoqian.sqlite')), { level: 9 }),
  );
  writeFileSync(join(target, `${version}.json`), `${JSON.stringify(everything, null, 1)}\n`);
  process.stdout.write(`frozen: schema ${version}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
