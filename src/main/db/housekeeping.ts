import type { Database } from 'better-sqlite3';
import type { OpenFolder } from './store-folder.ts';
import { indexPackages } from './queries/package-index.ts';
import { indexEarlierWords } from './queries/earlier-words.ts';
import { indexPending } from './queries/search-index.ts';

const indexDelay = 250;
const checkpointDelay = 30_000;

export interface Housekeeping {
  /** To be told after each answered call: housework waits until nobody asks for anything. */
  afterCall(): void;
  /** Ends all timers. */
  stop(): void;
}

/** What the worker does by itself: the search index after saves, the WAL after 30 s of rest. */
export function startHousekeeping(open: OpenFolder): Housekeeping {
  let indexTimer: NodeJS.Timeout | undefined;
  let checkpointTimer: NodeJS.Timeout | undefined;

  const index = (): void => {
    // A few at a time, so that a save that comes meanwhile does not wait for all.
    const more = [indexPending, indexPackages, indexEarlierWords].map((work) => quietly(() => work(open.database, 4)));
    if (more.includes(true)) indexTimer = setTimeout(index, 0);
  };

  return {
    afterCall() {
      clearTimeout(indexTimer);
      clearTimeout(checkpointTimer);
      indexTimer = setTimeout(index, indexDelay);
      checkpointTimer = setTimeout(() => quietly(() => emptyLog(open.database)), checkpointDelay);
    },
    stop() {
      clearTimeout(indexTimer);
      clearTimeout(checkpointTimer);
    },
  };
}

/** Does not wait for a backup that reads: a save that comes meanwhile would wait with it. */
function emptyLog(database: Database): void {
  const patience = database.pragma('busy_timeout', { simple: true });
  database.pragma('busy_timeout = 0');
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.pragma(`busy_timeout = ${Number(patience)}`);
  }
}

/** Housework that fails leaves everything as it was and is tried again later; a person's next call meets the cause itself. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
