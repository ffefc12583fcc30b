import { AppError, toCodedError } from '#shared/errors.ts';
import type { BackupLine, BackupName, BackupPlace } from '#shared/model/backup.ts';
import { rescueActs, type Rescue, type RescuedWords } from '#shared/model/rescue.ts';
import type { Backups } from './ports/backups.ts';
import type { Disk } from './ports/disk.ts';
import type { WorkHandle } from './ports/work-handle.ts';

export interface RescueService {
  read(): Promise<Rescue>;
  open(as: 'working' | 'reading'): void;
  /** Asks the next opening to put this backup in place, with its pictures, and opens. Refuses `not-found`. */
  restore(backup: BackupName): Promise<void>;
  /** Takes every draft that can be read out into a folder of the person's own. Refuses `disk-full`, `disk-error`. */
  exportWords(): Promise<RescuedWords>;
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
  readonly rescueWords: () => Promise<RescuedWords>;
  readonly restart: (as: 'working' | 'reading') => void;
  readonly quit: () => void;
}): RescueService {
  const { backups, disk, places, restart, quit } = ports;
  const error = toCodedError(ports.error);
  const unheard: WorkHandle = { signal: new AbortController().signal, step: () => undefined };

  /** The setting is in the database; beside it lies a note of it. */
  async function folderOf(place: BackupPlace): Promise<string | null> {
    return place === 'here' ? places.backups : backups.notedSecondDisk();
  }

  async function linesOf(place: BackupPlace): Promise<BackupLine[]> {
    const folder = await folderOf(place);
    const found = folder === null ? [] : await backups.list(folder).catch(() => []);
    return found.map((line) => ({ ...line, place }));
  }

  return {
    async read() {
      const [freeBytes, here, second] = await Promise.all([
        disk.freeBytes(places.root),
        linesOf('here'),
        linesOf('second'),
      ]);
      const lines = [...here, ...second].sort((one, other) => (one.at < other.at ? 1 : -1));
      return {
        error: { code: error.code, params: { ...error.params } },
        folder: places.root,
        freeBytes,
        acts: rescueActs(error.code).filter((act) => act !== 'restore' || lines.length > 0),
        backups: lines,
      };
    },
    open: restart,
    async restore({ place, at }) {
      const folder = await folderOf(place);
      if (folder === null) throw new AppError('not-found');
      await backups.prepareRestore({ folder, at }, unheard);
      restart('working');
    },
    exportWords: async () => ports.rescueWords(),
    async startEmpty() {
      await backups.wishToStartEmpty();
      restart('working');
    },
    quit,
  };
}
