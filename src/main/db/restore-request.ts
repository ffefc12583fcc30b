import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { putInPlace, syncFolder } from './durable-files.ts';

/**
 * A wish for the next opening of the data folder: to put this backup in the place of the database, which is set apart. A file,
 * so that a restore that a crash interrupts is finished at the next start.
 */
function requestPath(folder: string): string {
  return join(folder, 'restore-request.json');
}

export function writeRestoreRequest(folder: string, backup: string): void {
  const path = requestPath(folder);
  writeFileSync(`${path}.partial`, JSON.stringify({ backup }));
  putInPlace(`${path}.partial`, path);
}

/** Path of the wanted backup; null when nothing is wanted, or it is not there any more. */
export function readRestoreRequest(folder: string): string | null {
  try {
    const { backup } = JSON.parse(readFileSync(requestPath(folder), 'utf8')) as { backup?: unknown };
    return typeof backup === 'string' && isAbsolute(backup) && existsSync(backup) ? backup : null;
  } catch {
    return null;
  }
}

export function removeRestoreRequest(folder: string): void {
  const path = requestPath(folder);
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolder(dirname(path));
}
