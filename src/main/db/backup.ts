import DatabaseFile, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToKeep } from './backup-rotation.ts';
import { putInPlace } from './durable-files.ts';
import { quickCheck } from './integrity.ts';

/** A proven copy of the database: one self-contained file. */
export interface Backup {
  readonly at: string;
  readonly path: string;
}

const namePattern = /^gaoqian-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.sqlite$/;

/** The newest first. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second, millisecond] = namePattern.exec(name) ?? [];
      if (year === undefined) return [];
      const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
      return [{ at, path: join(folder, name) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Copies the live database page by page, proves the copy, gives it its name and lets old ones go by the rotation. */
export async function writeBackup(database: Database, folder: string, at: string): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${process.pid}.partial`);
  rmSync(temporary, { force: true });
  await database.backup(temporary);
  proveBackup(temporary);
  const path = join(folder, `gaoqian-${at.replaceAll(/[-:.]/g, '')}.sqlite`);
  putInPlace(temporary, path);
  const backups = listBackups(folder);
  const keep = backupsToKeep(backups.map((backup) => backup.at));
  for (const backup of backups) if (!keep.has(backup.at)) rmSync(backup.path, { force: true });
  return { at, path };
}

/** Reads the copy as a whole, and takes it out of WAL mode so that it needs no second file. */
function proveBackup(path: string): void {
  const copy = new DatabaseFile(path);
  try {
    copy.pragma('journal_mode = DELETE');
    quickCheck(copy);
  } finally {
    copy.close();
  }
}

/** Puts a copy of a backup at `path`, where no database may lie. Throws when the backup cannot be read as one. */
export function restoreBackup(backup: Backup, path: string): void {
  const temporary = `${path}.partial`;
  copyFileSync(backup.path, temporary);
  proveBackup(temporary);
  putInPlace(temporary, path);
}
