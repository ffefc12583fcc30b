import { AppError, toCodedError, type CodedError } from '#shared/errors.ts';
import { backupProofSchema, type BackupLine, type BackupPlace } from '#shared/model/backup.ts';
import type { Job } from '#shared/model/job.ts';
import { z } from 'zod';
import type { JobRunner } from './job-runner.ts';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { Disk, FolderState } from './ports/disk.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { Timers } from './ports/timers.ts';
import type { WorkHandle } from './ports/work-handle.ts';
import { readJson } from './read-json.ts';

/** The second disk, as it stands now. */
export interface SecondDisk {
  readonly folder: string;
  readonly state: FolderState;
  /** It is the disk of the data folder itself: it would go with it. */
  readonly sameDisk: boolean;
  readonly lastAt: string | null;
}

export interface BackupService {
  /** Begins the schedule: the first backup of a day soon after the start, then every four hours. */
  start(): void;
  close(): void;
  newestAt(): Promise<string | null>;
  /** Both places, the newest first. A second disk that is not there has none. */
  list(): Promise<readonly BackupLine[]>;
  /** Writes one now, to both places; a second disk that is missing is left for later and told by `secondDisk`. */
  backUp(): Job;
  /** One written by another work, as its first step. */
  write(handle: WorkHandle): Promise<void>;
  /** The restore drill on the newest backup. */
  prove(): Job;
  lastProof(): Promise<Proof | null>;
  /** Why the last backup was not written; null when it was. */
  lastFailure(): CodedError | null;
  secondDisk(): Promise<SecondDisk | null>;
  /** Names the folder of the second disk, or none with an empty text. Refuses `folder-missing`, `folder-unwritable`, `folder-inside`. */
  useSecondDisk(folder: string): Promise<void>;
  /** Refuses `folder-missing` when the second disk is not there. */
  folderOf(place: BackupPlace): Promise<string>;
}

const proofSchema = z.strictObject({ at: z.string(), proof: backupProofSchema });
export type Proof = z.infer<typeof proofSchema>;

const keys = {
  second: 'second-backup-folder',
  /** When the second disk was written to last: to be told while it is away. */
  secondAt: 'second-backup-at',
  folderId: 'data-folder-id',
  proof: 'backup-proof',
} as const;
const firstWait = 5_000;
const interval = 4 * 3_600_000;
const retryWait = 10 * 60_000;

export interface BackupServicePorts {
  readonly backups: Backups;
  readonly store: SettingsStore;
  readonly disk: Disk;
  readonly jobs: JobRunner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly log: Log;
  readonly places: { readonly root: string; readonly backups: string };
}

/** Backups of database and pictures: here and on a second disk, by the clock and when asked. */
export function backupService(ports: BackupServicePorts): BackupService {
  const { backups, store, disk, jobs, clock, ids, timers, log, places } = ports;
  let failure: CodedError | null = null;
  let callOff: (() => void)[] = [];

  /** Several workstations may share a disk: each has a folder of its own there. */
  async function secondFolder(): Promise<string | null> {
    const chosen = await store.readSetting({ key: keys.second });
    return chosen === null ? null : disk.join(chosen, `gaoqian-backups-${(await folderId()).slice(-12)}`);
  }

  async function folderId(): Promise<string> {
    const known = await store.readSetting({ key: keys.folderId });
    if (known !== null) return known;
    const made = ids.next();
    await store.writeSetting({ key: keys.folderId, value: made });
    return made;
  }

  async function newestIn(folder: string): Promise<string | null> {
    return (await backups.list(folder))[0]?.at ?? null;
  }

  async function secondDisk(): Promise<SecondDisk | null> {
    const chosen = await store.readSetting({ key: keys.second });
    if (chosen === null) return null;
    const [state, sameDisk, lastAt] = await Promise.all([
      disk.state(chosen),
      disk.sameDisk(chosen, places.root),
      store.readSetting({ key: keys.secondAt }),
    ]);
    return { folder: chosen, state, sameDisk, lastAt };
  }

  async function write(handle: WorkHandle): Promise<void> {
    const at = clock.now();
    try {
      const { missing } = await backups.write({ folder: places.backups, at, pictures: 'linked' }, handle);
      log.info('backup.written', { place: 'here', missing });
      failure = null;
    } catch (thrown) {
      noteFailure(thrown);
      throw thrown;
    }
    await writeSecond(at, handle);
  }

  /** The first place is what counts: what goes wrong here is told on the health page and tried again. */
  async function writeSecond(at: string, handle: WorkHandle): Promise<void> {
    const second = await secondDisk();
    const folder = await secondFolder();
    if (!second || folder === null) return;
    if (second.state !== 'ok') return retryLater();
    try {
      // Chosen before such notes were made.
      await backups.noteSecondDisk(folder);
      await backups.write({ folder, at, pictures: 'copied' }, handle);
      await store.writeSetting({ key: keys.secondAt, value: at });
      log.info('backup.written', { place: 'second' });
    } catch (thrown) {
      noteFailure(thrown);
      if (toCodedError(thrown).code === 'cancelled') throw thrown;
      retryLater();
    }
  }

  function noteFailure(thrown: unknown): void {
    const error = toCodedError(thrown);
    if (error.code === 'cancelled') return;
    log.warn('backup.failed', { code: error.code });
    failure = error;
  }

  function retryLater(): void {
    later(retryWait, async () => {
      const second = await secondDisk();
      if (!second) return;
      if (second.state !== 'ok') return retryLater();
      jobs.start('backup', null, async (handle) => {
        await writeSecond(clock.now(), handle);
        return null;
      });
    });
  }

  function later(milliseconds: number, work: () => Promise<void>): void {
    callOff.push(
      timers.after(milliseconds, () => {
        void work().catch((thrown: unknown) => log.warn('backup.not-started', { code: toCodedError(thrown).code }));
      }),
    );
  }

  function backUp(): Job {
    return jobs.start('backup', null, async (handle) => {
      await write(handle);
      return null;
    });
  }

  function repeat(): void {
    later(interval, async () => {
      repeat();
      backUp();
    });
  }

  return {
    start() {
      later(firstWait, async () => {
        const newest = await newestIn(places.backups);
        const second = await secondDisk();
        const today = clock.now().slice(0, 10);
        const due = [newest, ...(second ? [second.lastAt] : [])].some((at) => at?.slice(0, 10) !== today);
        if (due) backUp();
      });
      repeat();
    },
    close() {
      for (const stop of callOff) stop();
      callOff = [];
    },
    newestAt: async () => newestIn(places.backups),
    async list() {
      const second = await secondFolder();
      const [here, there] = await Promise.all([
        backups.list(places.backups),
        second === null ? [] : backups.list(second).catch(() => []),
      ]);
      const lines = [
        ...here.map((entry) => ({ ...entry, place: 'here' as const })),
        ...there.map((entry) => ({ ...entry, place: 'second' as const })),
      ];
      return lines.sort((one, other) => (one.at < other.at ? 1 : -1));
    },
    backUp,
    write,
    prove() {
      return jobs.start('prove', null, async (handle) => {
        const newest = await newestIn(places.backups);
        if (newest === null) throw new AppError('not-found');
        const proof = await backups.prove({ folder: places.backups, at: newest }, handle);
        await store.writeSetting({ key: keys.proof, value: JSON.stringify({ at: clock.now(), proof }) });
        return null;
      });
    },
    async lastProof() {
      const parsed = proofSchema.safeParse(readJson(await store.readSetting({ key: keys.proof })));
      return parsed.success ? parsed.data : null;
    },
    lastFailure: () => failure,
    secondDisk,
    async useSecondDisk(folder) {
      const chosen = folder.trim();
      if (chosen === '') {
        await store.writeSetting({ key: keys.second, value: null });
        await store.writeSetting({ key: keys.secondAt, value: null });
        return backups.noteSecondDisk(null);
      }
      if (!disk.isAbsolute(chosen)) throw new AppError('folder-missing');
      const state = await disk.state(chosen);
      if (state === 'missing') throw new AppError('folder-missing');
      if (state === 'unwritable') throw new AppError('folder-unwritable');
      if (disk.isInside(chosen, places.root)) throw new AppError('folder-inside');
      await store.writeSetting({ key: keys.second, value: chosen });
      await backups.noteSecondDisk(await secondFolder());
    },
    async folderOf(place) {
      if (place === 'here') return places.backups;
      const second = await secondDisk();
      const folder = await secondFolder();
      if (second?.state === 'missing' || folder === null) throw new AppError('folder-missing');
      return folder;
    },
  };
}
