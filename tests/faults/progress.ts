import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const path = resolve(import.meta.dirname, '../../.cache/faults.json');

/** How far a run came: every strike of a suite before its number is done. */
export interface Progress {
  readonly seed: number;
  readonly behind: Readonly<Record<string, number>>;
}

export function readProgress(): Progress | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Progress;
  } catch {
    return null;
  }
}

/** Notes each strike; the lanes finish them in any order. */
export function progressFile(seed: number, before: Progress | null) {
  const behind: Record<string, number> = { ...before?.behind };
  const ahead = new Map<string, Set<number>>();
  mkdirSync(dirname(path), { recursive: true });
  return {
    behind: (suite: string): number => behind[suite] ?? 0,
    struck(suite: string, number: number): void {
      const done = ahead.get(suite) ?? new Set();
      ahead.set(suite, done.add(number));
      let next = behind[suite] ?? Math.min(...done);
      while (done.delete(next)) next += 1;
      behind[suite] = next;
      writeFileSync(path, `${JSON.stringify({ seed, behind })}\n`);
    },
  };
}
