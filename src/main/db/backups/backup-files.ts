import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToKeep } from './rotation.ts';

/** A proven copy of the database: one self-contained file. */
export interface Backup {
  readonly at: string;
  readonly path: string;
}

/** The number says which was written last: clocks jump. Backups of 0.1.0 have none and are older than all others. */
const namePattern = /^gaoqian-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(?:-(\d+))?\.sqlite$/;

/** A moment as it stands in the names of files. */
export function compactMoment(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

/** Where the next backup of a folder goes. */
export function nextBackupPath(folder: string, at: string): string {
  const number = Math.max(0, ...numberedBackups(folder).map((backup) => backup.number)) + 1;
  return join(folder, `gaoqian-${compactMoment(at)}-${number}.sqlite`);
}

/** The last written first, whatever the clock said. */
export function listBackups(folder: string): readonly Backup[] {
  return numberedBackups(folder)
    .sort((a, b) => b.number - a.number || (a.at < b.at ? 1 : -1))
    .map(({ at, path }) => ({ at, path }));
}

function numberedBackups(folder: string): (Backup & { readonly number: number })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, year, month, day, hour, minute, second, millisecond, number] = namePattern.exec(name) ?? [];
    if (year === undefined) return [];
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
    return [{ at, path: join(folder, name), number: Number(number ?? 0) }];
  });
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
