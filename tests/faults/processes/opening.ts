import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#main/db/migrations/registry.ts';
import { schemaVersion } from '#main/db/schema-steps.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { say } from './say.ts';

/**
 * A process that opens a data folder and closes it again: `node opening.ts <folder> [careless]`. A careless one takes the steps of
 * the migration one by one, each of them said to be done before it is.
 */
const [folder = '', careless] = process.argv.slice(2);
writeFileSync(join(folder, 'armed'), '');
say('opening');
if (careless === undefined) {
  (await openStoreFolder(folder, '2026-11-28T08:00:00.000Z')).close();
} else {
  const database = openDatabase(join(folder, 'gaoqian.sqlite'));
  const found = schemaVersion(database);
  for (const migration of migrations.filter(({ version }) => version > found)) {
    database.pragma(`user_version = ${migration.version}`);
    migration.up(database);
  }
  database.close();
}
