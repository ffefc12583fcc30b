import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { largePackages } from '#tests/builders/large-packages.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { openPortal, sendPackage } from './portal-entrance.ts';

const few = 100;
const many = 10_000;
const rounds = 9;

/** What one package costs, from its first byte to the receipt, with 100 and with 10,000 published before it. */
export async function benchGrowth(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-growth-'));
  try {
    const make = await largePackages(join(folder, 'made'), 1);
    const places = [join(folder, 'few'), join(folder, 'many')] as const;
    const portals = [await openPortal(places[0]), await openPortal(places[1])] as const;
    const times: [number[], number[]] = [[], []];
    try {
      // The first package of each is the model of those that are published before.
      const model = await make(1);
      for (const portal of portals) await sendPackage(portal, model, 20);
      await publishBefore(places[0], few);
      await publishBefore(places[1], many);
      for (let round = 0; round <= rounds; round += 1) {
        const zip = await make(2 + round);
        for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const begun = performance.now();
          await sendPackage(portals[side], zip, 5);
          if (round > 0) times[side].push(performance.now() - begun);
        }
      }
    } finally {
      for (const portal of portals) await portal.stop();
    }
    return [
      {
        name: 'Portal: one package of 1 MB with 10,000 published before it',
        ours: median(times[1]),
        floor: median(times[0]),
        floorName: 'with 100',
        target: 1.2,
        correct: countOf(places[1]) === many + rounds + 1,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows and folders as so many packages leave them, after the model of the one that was really published. */
async function publishBefore(place: string, packages: number): Promise<void> {
  const database = new Database(join(place, 'portal.db'));
  database.pragma('busy_timeout = 10000');
  const copy = (table: string, columns: Readonly<Record<string, string>>): string => {
    const names = database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const values = names.map((name) => columns[name] ?? name);
    return `INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM ${table}, numbers WHERE rowid = 1`;
  };
  const hash = "printf('%064x', number)";
  database.exec(`
    CREATE TEMP TABLE numbers AS
      WITH RECURSIVE count(number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM count WHERE number < ${packages})
      SELECT number FROM count;
    BEGIN IMMEDIATE;
    ${copy('publications', {
      package_name: "'TSZJ-20250101-' || number || '-r1'",
      zip_sha256: hash,
      draft_id: "'draft-' || number",
      slug: "'TSZJ-20250101-' || number",
    }).replace('WHERE rowid', 'WHERE publications.rowid')};
    ${copy('receptions', { zip_sha256: hash, tus_id: "'tus-' || number" }).replace('WHERE rowid', 'WHERE receptions.rowid')};
    COMMIT;
  `);
  database.close();
  for (let number = 2; number <= packages; number += 1) {
    await mkdir(join(place, 'packages', number.toString(16).padStart(64, '0')));
  }
}

function countOf(place: string): number {
  const database = new Database(join(place, 'portal.db'), { readonly: true });
  try {
    return database.prepare<[], number>('SELECT count(*) FROM publications').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
