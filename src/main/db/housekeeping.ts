import { writeBackup, listBackups } from './backup.ts';
import type { OpenFolder } from './store-folder.ts';
import { notePackagePictures } from './queries/picture-places.ts';
import { indexEarlierWords } from './queries/earlier-words.ts';
import { indexPending } from './queries/search-index.ts';

const indexDelay = 250;
const checkpointDelay = 30_000;
const backupInterval = 4 * 3_600_000;

export interface Housekeeping {
  /** To be told after each answered call: housework waits until nobody asks for anything. */
  afterCall(): void;
  /** Ends all timers and waits for a backup under way. */
  stop(): Promise<void>;
}

/** What the worker does by itself: the search index after saves, the WAL after 30 s of rest, backups daily and every 4 h. */
export function startHousekeeping(open: OpenFolder): Housekeeping {
  let indexTimer: NodeJS.Timeout | undefined;
  let checkpointTimer: NodeJS.Timeout | undefined;
  let backup: Promise<unknown> = Promise.resolve();

  const index = (): void => {
    // A few at a time, so that a save that comes meanwhile does not wait for all.
    const more = [indexPending, notePackagePictures, indexEarlierWords].map((work) =>
      quietly(() => work(open.database, 4)),
    );
    if (more.includes(true)) indexTimer = setTimeout(index, 0);
  };
  const backUp = (): void => {
    backup = writeBackup(open.database, open.backups, new Date().toISOString()).catch(() => undefined);
  };

  const today = new Date().toISOString().slice(0, 10);
  const firstToday = listBackups(open.backups)[0]?.at.slice(0, 10) !== today;
  const dailyTimer = setTimeout(() => (firstToday ? backUp() : undefined), 2_000);
  const backupTimer = setInterval(backUp, backupInterval);

  return {
    afterCall() {
      clearTimeout(indexTimer);
      clearTimeout(checkpointTimer);
      indexTimer = setTimeout(index, indexDelay);
      checkpointTimer = setTimeout(
        () => quietly(() => open.database.pragma('wal_checkpoint(TRUNCATE)')),
        checkpointDelay,
      );
    },
    async stop() {
      clearTimeout(indexTimer);
      clearTimeout(checkpointTimer);
      clearTimeout(dailyTimer);
      clearInterval(backupTimer);
      await backup;
    },
  };
}

/** Housework that fails leaves everything as it was and is tried again later; a person's next call meets the cause itself. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
