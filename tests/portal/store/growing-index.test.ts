import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteIndex } from '#portal/store/sqlite/open-sqlite-index.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('what is asked for with each package reads no table from end to end, however many there are', async () => {
  const index = openSqliteIndex(join(await temporaryFolder(), 'portal.db'));
  onTestFinished(async () => index.close());
  const { database, receptions, publications, exporters } = index;
  const asked: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  const at = '2026-11-28T06:00:00.000Z';
  const claim = { id: 'claim', holder: 'portal', until: at };
  const entry = { at, who: 'portal', event: 'package.published', facts: {} };

  await exporters.add({ id: 'exporter', name: '信息发布员己', tokenHash: 'hash' }, entry);
  await exporters.findByToken('hash');
  await exporters.keysOf('exporter');
  const arrival = { zipSha256: 'hash', exporterId: 'exporter', tusId: 'upload', packageName: 'name' };
  await receptions.receive(arrival, at, claim);
  await receptions.renew('claim', at);
  await receptions.release('claim');
  await receptions.claimNext(claim, at);
  await receptions.settle('claim', { state: 'published', error: null }, entry);
  await receptions.find('hash', 'exporter');
  await receptions.findByUpload('upload');
  await publications.findByZip('hash');
  await publications.findByName('name');
  await publications.newestOfDraft('draft');
  await publications.newestAt('slug');
  await publications.visibleAt('slug', at);

  const plans = asked.map((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name ?? '', null]);
    const values = names.length > 0 ? [Object.fromEntries(names)] : (sql.match(/\?/g) ?? []).map(() => null);
    const lines = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return { sql, steps: lines.map(({ detail }) => detail) };
  });
  expect(plans.length).toBeGreaterThan(16);
  const walks = plans.flatMap(({ steps }) => steps).filter((step) => /^SCAN|TEMP B-TREE/.test(step));
  // A walk along an index that ends at the first line, or that holds only what waits, is none.
  expect(walks.filter((step) => !/audit|receptions_waiting/.test(step))).toEqual([]);
});
