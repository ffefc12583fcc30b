import type { Database } from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SalvagedDrafts } from '#main/services/ports/backups.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { databaseName } from './open-or-restore.ts';
import { queries } from './queries/registry.ts';
import { salvage } from './salvage.ts';
import { openForReading } from './store-folder.ts';

/**
 * The newest words of every draft that can be read in a data folder, whatever keeps it from being opened. Works on copies in the
 * system's temporary folder: nothing is written where the data lies.
 */
export function salvageWords(folder: string): SalvagedDrafts {
  try {
    const open = openForReading(folder);
    try {
      const found = readDrafts(open.database);
      if (found.unreadable === 0) return found;
    } finally {
      open.close();
    }
  } catch {
    // Not even for reading: what is proven row by row is what there is.
  }
  return withSalvaged(folder, readDrafts);
}

function withSalvaged(folder: string, read: (database: Database) => SalvagedDrafts): SalvagedDrafts {
  const scratch = mkdtempSync(join(tmpdir(), 'gaoqian-salvage-'));
  try {
    const damaged = join(scratch, databaseName);
    for (const suffix of ['', '-wal']) {
      const file = join(folder, `${databaseName}${suffix}`);
      if (existsSync(file)) copyFileSync(file, `${damaged}${suffix}`);
    }
    const database = openDatabase(join(scratch, 'salvaged.sqlite'));
    try {
      migrate(database);
      salvage(damaged, database);
      return read(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readDrafts(database: Database): SalvagedDrafts {
  const ids = database.prepare<[], string>('SELECT id FROM drafts ORDER BY number').pluck().all();
  const drafts = ids.flatMap((draftId) => {
    try {
      const draft = queries.readDraft(database, { draftId });
      if (!draft) return [];
      const content = draft.journal?.content ?? draft.headContent;
      const assets = queries.findAssets(database, { sha256s: assetsOf(content.document) });
      return [{ number: draft.summary.number, content, assets }];
    } catch {
      return [];
    }
  });
  return { drafts, unreadable: ids.length - drafts.length };
}
