import { AppError, toCodedError } from '#shared/errors.ts';
import type { BackupName } from '#shared/model/backup.ts';
import { rescueActs, type Rescue } from '#shared/model/rescue.ts';
import type { Backups } from './ports/backups.ts';
import type { Disk } from './ports/disk.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface RescueService {
  read(): Promise<Rescue>;
  open(as: 'working' | 'reading'): void;
  /** Asks the next opening to put this backup in place, with its pictures, and opens. Refuses `not-found`. */
  restore(backup: BackupName): Promise<void>;
  /** Asks the next opening to begin with nothing where nothing can be read, and opens. */
  startEmpty(): Promise<void>;
  quit(): void;
}

/** What can still be done when the data folder could not be opened. Nothing here needs the database. */
export function rescueService(ports: {
  readonly error: unknown;
  readonly backups: Backups;
  readonly disk: Disk;
  readonly places: { readonly root: string; readonly backups: string };
  readonly restart: (as: 'working' | 'reading') => void;
  readonly quit: () => void;
}): RescueService {
  const { backups, disk, places, restart, quit } = ports;
  const error = toCodedError(ports.error);
  const unheard: WorkHandle = { signal: new AbortController().signal, step: () => undefined };

  return {
    async read() {
      const [freeBytes, here] = await Promise.all([
        disk.freeBytes(places.root),
        backups.list(places.backups).catch(() => []),
      ]);
      return {
        error: { code: error.code, params: { ...error.params } },
        folder: places.root,
        freeBytes,
        acts: rescueActs(error.code).filter((act) => act !== 'restore' || here.length > 0),
        backups: here.map((line) => ({ ...line, place: 'here' as const })),
      };
    },
    open: restart,
    async restore({ place, at }) {
      if (place !== 'here') throw new AppError('not-found');
      await backups.prepareRestore({ folder: places.backups, at }, unheard);
      restart('working');
    },
    async startEmpty() {
      await backups.wishToStartEmpty();
      restart('working');
    },
    quit,
  };
}
