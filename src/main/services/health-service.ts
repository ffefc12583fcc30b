import { z } from 'zod';
import { toCodedError } from '#shared/errors.ts';
import { isWhole, liveCheckSchema, type StoreCheck } from '#shared/model/backup.ts';
import type { Health, Problems, StoreFinding } from '#shared/model/health.ts';
import type { Job } from '#shared/model/job.ts';
import type { BackupService } from './backup-service.ts';
import type { JobRunner } from './job-runner.ts';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { Disk } from './ports/disk.ts';
import type { HealthStore } from './ports/health-store.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { Log } from './ports/log.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { Timers } from './ports/timers.ts';
import type { UnusedFileStore } from './ports/unused-file-store.ts';
import type { WorkHandle } from './ports/work-handle.ts';
import { readJson } from './read-json.ts';
import { tidyFiles } from './tidy-files.ts';

export interface HealthService {
  read(): Promise<Health>;
  /** What the last look at everything found wrong; null when all was well, and before the first. */
  lastFinding(): Promise<StoreFinding | null>;
  /**
   * Begins the schedule: everything is read once a week, and soon after a run that did not end well (`atOnce`). What was read
   * once a week and found whole is tidied: pictures that nothing has shown for long go.
   */
  start(atOnce: boolean): void;
  close(): void;
  /** Reads everything: database, words, pictures. */
  check(): Job;
  /** Brings pictures back from backups, and lets a damaged database be mended by a new start. Deletes nothing. */
  repair(): Job;
}

export interface HealthServicePorts {
  readonly store: HealthStore & SettingsStore & UnusedFileStore;
  readonly backups: Backups;
  readonly service: BackupService;
  readonly disk: Disk;
  readonly jobs: JobRunner;
  readonly clock: Clock;
  readonly media: Pick<MediaFiles, 'remove'>;
  readonly log: Log;
  readonly folder: string;
  readonly backupFolder: string;
  readonly timers: Timers;
  readonly restart: () => void;
}

/** When nobody waits for the start any more. */
const checkWait = 90_000;
/** How often a window that stays open for days looks whether another day has come. */
const lookInterval = 6 * 3_600_000;
const checkInterval = 7 * 86_400_000;
const checkKey = 'store-check';
const checkedSchema = z.strictObject({ at: z.string(), check: liveCheckSchema });

/** How the store is, and what can be done for it. */
export function healthService(ports: HealthServicePorts): HealthService {
  const { store, backups, service, disk, jobs, clock, timers, folder } = ports;
  let callOff: (() => void) | null = null;

  async function lastCheck() {
    const parsed = checkedSchema.safeParse(readJson(await store.readSetting({ key: checkKey })));
    return parsed.success ? parsed.data : null;
  }

  async function look(handle: WorkHandle) {
    const check = await backups.check(handle);
    await store.writeSetting({ key: checkKey, value: JSON.stringify({ at: clock.now(), check }) });
    return check;
  }

  async function lookAround(atOnce: boolean): Promise<void> {
    callOff = timers.after(lookInterval, () => lookAgain(false));
    await store.noteDayOfUse({ day: clock.now().slice(0, 10) });
    const last = await lastCheck();
    // A check from the future was dated by a clock that went wrong.
    const age = last === null ? null : Date.parse(clock.now()) - Date.parse(last.at);
    if (atOnce || age === null || age < 0 || age > checkInterval) checkAndTidy();
  }

  function lookAgain(atOnce: boolean): void {
    void lookAround(atOnce).catch((thrown: unknown) => {
      ports.log.warn('health.not-looked', { code: toCodedError(thrown).code });
    });
  }

  function checkAndTidy(): void {
    jobs.start('check', null, async (handle) => {
      const found = await look(handle);
      // While anything is amiss, nothing goes.
      if (isWhole(found)) await tidyFiles(ports, handle);
      return null;
    });
  }

  function check(): Job {
    return jobs.start('check', null, async (handle) => {
      await look(handle);
      return null;
    });
  }

  return {
    async read() {
      const [counts, freeBytes, lastBackupAt, proof, check, second, unused] = await Promise.all([
        store.countContents({}),
        disk.freeBytes(folder),
        service.newestAt(),
        service.lastProof(),
        lastCheck(),
        service.secondDisk(),
        store.describeUnusedFiles({}),
      ]);
      const failure = service.lastFailure();
      return {
        folder,
        ...counts,
        freeBytes,
        lastBackupAt,
        backupFailure: failure && { code: failure.code, params: { ...failure.params } },
        proof: proof && {
          at: proof.at,
          backupAt: proof.proof.backup,
          whole: isWhole(proof.proof),
          problems: problemsOf(proof.proof),
        },
        check: check && {
          at: check.at,
          whole: isWhole(check.check),
          problems: problemsOf(check.check),
          unknown: check.check.unknown,
        },
        unused,
        second,
      };
    },

    async lastFinding() {
      const last = await lastCheck();
      return last && !isWhole(last.check) ? { at: last.at, problems: problemsOf(last.check) } : null;
    },

    start(atOnce) {
      callOff = timers.after(checkWait, () => lookAgain(atOnce));
    },
    close: () => callOff?.(),

    check,

    repair() {
      return jobs.start('repair', null, async (handle) => {
        const found = await look(handle);
        const folders = await sources();
        await backups.mendMedia([...found.missing, ...found.damaged], folders, handle);
        if (found.database === null) {
          await look(handle);
          return null;
        }
        await store.noteDamage({});
        ports.restart();
        return null;
      });
    },
  };

  async function sources(): Promise<string[]> {
    const here = await service.folderOf('here');
    const second = await service.folderOf('second').catch(() => null);
    return second === null ? [here] : [here, second];
  }
}

function problemsOf(check: StoreCheck): Problems {
  return { database: check.database !== null, missing: check.missing.length, damaged: check.damaged.length };
}
