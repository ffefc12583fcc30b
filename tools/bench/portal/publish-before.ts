import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Rows and folders as so many packages leave them, after the model of the one that was really published. */
export async function publishBefore(place: string, packages: number): Promise<void> {
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
