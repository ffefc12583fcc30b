import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#main/files/system-clock.ts';
import { AuditLog } from '#portal/store/audit-log.ts';
import { openPortalDatabase } from '#portal/store/open-database.ts';
import { Publications } from '#portal/store/publications.ts';
import { Receptions } from '#portal/store/receptions.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

test('what is asked for with each package reads no table from end to end, however many there are', async () => {
  const database = openPortalDatabase(join(await temporaryFolder(), 'portal.db'));
  onTestFinished(() => void database.close());
  const asked: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  const receptions = new Receptions(database);
  const publications = new Publications(database);
  const audit = new AuditLog(database, systemClock);

  receptions.find('hash', 'exporter');
  receptions.findByUpload('upload');
  receptions.listReceived();
  publications.findByZip('hash');
  publications.findByName('name');
  publications.newestOfDraft('draft');
  publications.newestAt('slug');
  audit.append('portal', 'package.published', {});

  const plans = asked.map((sql) => {
    const lines = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(
      ...(sql.match(/\?/g) ?? []).map(() => null),
    );
    return { sql, steps: lines.map(({ detail }) => detail) };
  });
  expect(plans.length).toBeGreaterThan(7);
  const walks = plans.flatMap(({ steps }) => steps).filter((step) => /^SCAN|TEMP B-TREE/.test(step));
  // A walk along an index that ends at the first line, or that holds only what waits, is none.
  expect(walks.filter((step) => !/audit|receptions_waiting/.test(step))).toEqual([]);
});
