import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { putInPlace, syncFolder } from './durable-files.ts';

/**
 * What the next opening of the data folder shall do: put a backup in the place of the database, which is set apart; or begin
 * with nothing where nothing is left. A file, so that what a crash interrupts is finished by the next start.
 */
export type OpeningWish = { readonly kind: 'restore'; readonly backup: string } | { readonly kind: 'start-empty' };

function wishPath(folder: string): string {
  return join(folder, 'next-opening.json');
}

export function writeWish(folder: string, wish: OpeningWish): void {
  const path = wishPath(folder);
  writeFileSync(`${path}.partial`, JSON.stringify(wish));
  putInPlace(`${path}.partial`, path);
}

/** Null when nothing is wanted, or the wanted backup is not there any more. */
export function readWish(folder: string): OpeningWish | null {
  try {
    const wish = JSON.parse(readFileSync(wishPath(folder), 'utf8')) as { kind?: unknown; backup?: unknown };
    if (wish.kind === 'start-empty') return { kind: 'start-empty' };
    const { backup } = wish;
    const isThere = wish.kind === 'restore' && typeof backup === 'string' && isAbsolute(backup) && existsSync(backup);
    return isThere ? { kind: 'restore', backup } : null;
  } catch {
    return null;
  }
}

export function removeWish(folder: string): void {
  if (!existsSync(wishPath(folder))) return;
  rmSync(wishPath(folder));
  syncFolder(folder);
}
