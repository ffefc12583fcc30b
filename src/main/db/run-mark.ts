import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lies in the data folder as long as it is open: what is still there at the next start was left by a crash. */
function markPath(folder: string): string {
  return join(folder, 'open.mark');
}

export function lastRunCrashed(folder: string): boolean {
  return existsSync(markPath(folder));
}

export function markRun(folder: string, at: string): void {
  writeFileSync(markPath(folder), at);
}

/** Before the last connection is closed: that one takes the write-ahead log away, and a mark without a log means a loss. */
export function unmarkRun(folder: string): void {
  rmSync(markPath(folder), { force: true });
}
