import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToKeep } from './rotation.ts';

/** A proven copy of the database: one self-contained file. */
export interface Backup {
  readonly at: string;
  readonly path: string;
}

const namePattern = /^gaoqian-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.sqlite$/;

/** A moment as it stands in the names of files. */
export function compactMoment(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

export function backupPath(folder: string, at: string): string {
  return join(folder, `gaoqian-${compactMoment(at)}.sqlite`);
}

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

export function backupBytes(backup: Backup): number {
  return statSync(backup.path).size;
}

/** Lets old backups go; answers whether any went. */
export function rotateBackups(folder: string): boolean {
  const backups = listBackups(folder);
  const keep = backupsToKeep(backups.map((backup) => backup.at));
  const old = backups.filter((backup) => !keep.has(backup.at));
  for (const backup of old) rmSync(backup.path, { force: true });
  return old.length > 0;
}

/** What a run that was killed left half-made. */
export function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.includes('.partial')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
