import { expect, test } from 'vitest';
import { waitingPackages } from '#main/db/queries/package-index.ts';
import { waitingDrafts } from '#main/db/queries/search-index.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import { databaseAt } from '#tests/helpers/migrate-to.ts';

const waiting = ['search_pending', 'package_pictures_pending'];
const known = ['drafts', 'packages'];
const newest = migrations.at(-1)?.version ?? 0;

test.each([
  ['drafts', waitingDrafts],
  ['packages', waitingPackages],
])('what waits to be indexed is found without a walk through all %s', async (table, statement) => {
  const database = await databaseAt(newest);
  // What SQLite believes of a store that it counted while much was waiting.
  database.exec('ANALYZE');
  for (const [name, rows] of [...waiting.map((one) => [one, 50_000]), ...known.map((one) => [one, 10])]) {
    database.prepare('INSERT INTO sqlite_stat1 VALUES (?, NULL, ?)').run(name, String(rows));
  }
  database.exec('ANALYZE sqlite_schema');
  const steps = database.prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all(64);
  expect(steps.map(({ detail }) => detail)).toContain(`SEARCH ${table} USING INTEGER PRIMARY KEY (rowid=?)`);
});
