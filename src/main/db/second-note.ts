import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { putInPlace } from './durable-files.ts';

/**
 * Where the backups on the second disk lie, noted beside the database: the setting itself is in the database, which may be
 * what cannot be opened.
 */
function notePath(folder: string): string {
  return join(folder, 'second-disk.json');
}

export function writeSecondNote(folder: string, backups: string | null): void {
  const path = notePath(folder);
  if (backups === readSecondNote(folder)) return;
  if (backups === null) return rmSync(path, { force: true });
  writeFileSync(`${path}.partial`, JSON.stringify({ backups }));
  putInPlace(`${path}.partial`, path);
}

export function readSecondNote(folder: string): string | null {
  try {
    const { backups } = JSON.parse(readFileSync(notePath(folder), 'utf8')) as { backups?: unknown };
    return typeof backups === 'string' && isAbsolute(backups) ? backups : null;
  } catch {
    return null;
  }
}
