import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '#main/services/ports/clock.ts';
import type { Log, LogFacts } from '#main/services/ports/log.ts';

const rotateAtBytes = 5 * 1024 * 1024;

/**
 * A log in a file, one JSON object a line; the file before it is kept as `<path>.1`. A log that cannot be written must
 * not stop the work, so failures to write are swallowed here and nowhere else.
 */
export function fileLog(path: string, clock: Clock): Log {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotateAtBytes) renameSync(path, `${path}.1`);
  } catch {
    // As above.
  }
  function write(level: string, event: string, facts: LogFacts = {}): void {
    try {
      appendFileSync(path, `${JSON.stringify({ at: clock.now(), level, event, ...facts })}\n`);
    } catch {
      // As above.
    }
  }
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
    error: (event, facts) => write('error', event, facts),
  };
}
