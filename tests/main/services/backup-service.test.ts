import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseClient } from '#main/db/database-client.ts';
import { systemDisk } from '#main/files/disk.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { backupService, type BackupService } from '#main/services/backup-service.ts';
import { jobRunner, type JobRunner } from '#main/services/job-runner.ts';
import type { Backups } from '#main/services/ports/backups.ts';
import { AppError } from '#shared/errors.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const hour = 3_600_000;
let folder: string;
let disk: string;
let time: ManualTime;
let store: DatabaseClient;
let jobs: JobRunner;
let started: string[];
let service: BackupService;
let backups: Backups;

beforeEach(async () => {
  folder = await temporaryFolder();
  disk = join(await temporaryFolder(), 'second');
  await mkdir(disk);
  time = new ManualTime();
  store = await openTestStore(folder);
  await storeDraft(store);
  const ids = systemIds();
  started = [];
  const runner = jobRunner({ ids, clock: time, events: { emit: () => undefined }, log: silentLog });
  jobs = {
    ...runner,
    start(...args) {
      const job = runner.start(...args);
      started.push(job.id);
      return job;
    },
  };
  backups = testBackups(folder);
  service = open(backups);
});

function open(files: Backups): BackupService {
  const places = { root: folder, backups: join(folder, 'backups') };
  const ports = { store, disk: systemDisk, jobs, clock: time, ids: systemIds(), timers: time, log: silentLog };
  return backupService({ ...ports, backups: files, places });
}

/** The moments of the backups that lie there. */
async function moments(place: 'here' | 'second'): Promise<readonly string[]> {
  return (await service.list()).filter((line) => line.place === place).map(({ at }) => at);
}

/** Waits for what a timer set going. */
async function until(count: number, place: 'here' | 'second' = 'here'): Promise<void> {
  await expect.poll(async () => moments(place), { timeout: 15_000 }).toHaveLength(count);
  await idle();
}

async function idle(): Promise<void> {
  for (const id of started) await jobs.settled(id);
}

describe('the schedule', () => {
  test('backs up soon after the first start of a day and every four hours', async () => {
    service.start();
    expect(await moments('here')).toEqual([]);
    time.pass(5_000);
    await until(1);
    expect(await moments('here')).toEqual([time.now()]);
    time.pass(4 * hour);
    await until(2);
    service.close();
    service = open(backups);
    service.start();
    // Today has its backup: the first that this start writes is the one after four hours.
    time.pass(5_000);
    time.pass(4 * hour);
    await until(3);
    service.close();
    expect(time.waiting()).toBe(0);
  });

  test('goes on after a backup that failed, and says why it did until one is written', async () => {
    let full = true;
    const filling: Backups = {
      ...backups,
      write: async (backup, handle) => {
        if (full) throw new AppError('disk-full');
        return backups.write(backup, handle);
      },
    };
    service = open(filling);
    service.start();
    time.pass(5_000);
    await expect.poll(() => service.lastFailure()?.code).toBe('disk-full');
    await idle();
    expect(await moments('here')).toEqual([]);
    full = false;
    time.pass(4 * hour);
    await until(1);
    expect(service.lastFailure()).toBeNull();
  });
});

describe('the second disk', () => {
  test('gets each backup too, in a folder of this workstation', async () => {
    await service.useSecondDisk(disk);
    await jobs.settled(service.backUp().id);
    expect(await moments('second')).toEqual(await moments('here'));
    expect(await service.secondDisk()).toMatchObject({ folder: disk, state: 'ok', sameDisk: true, lastAt: time.now() });
    expect(existsSync(join(await service.folderOf('second'), 'media'))).toBe(false);
  });

  test('that is not there is told calmly, and written to when it is back', async () => {
    await service.useSecondDisk(disk);
    await rename(disk, `${disk}.away`);
    const job = await jobs.settled(service.backUp().id);
    expect(job.state).toBe('done');
    expect(await service.secondDisk()).toMatchObject({ state: 'missing', lastAt: null });
    expect(existsSync(disk)).toBe(false);
    await expect(service.folderOf('second')).rejects.toMatchObject({ code: 'folder-missing' });
    time.pass(10 * 60_000);
    await expect.poll(() => time.waiting()).toBe(1);
    await rename(`${disk}.away`, disk);
    time.pass(10 * 60_000);
    await until(1, 'second');
    expect(await moments('here')).toHaveLength(1);
  });

  test.each([
    ['nothing', async () => join(folder, '..', 'no-such-folder'), 'folder-missing'],
    ['a relative path', async () => 'backups', 'folder-missing'],
    ['the data folder', async () => folder, 'folder-inside'],
    ['a folder inside it', async () => makeFolder(join(folder, 'mine')), 'folder-inside'],
  ])('is refused where it is %s', async (_what, where, code) => {
    await expect(service.useSecondDisk(await where())).rejects.toMatchObject({ code });
    expect(await service.secondDisk()).toBeNull();
  });

  test('is taken back with an empty text; what lies there stays', async () => {
    await service.useSecondDisk(disk);
    await jobs.settled(service.backUp().id);
    const place = await service.folderOf('second');
    await service.useSecondDisk('');
    expect(await service.secondDisk()).toBeNull();
    expect((await backups.list(place)).length).toBe(1);
  });
});

describe('a drill', () => {
  test('is remembered with what it found', async () => {
    expect(await service.lastProof()).toBeNull();
    expect(await jobs.settled(service.prove().id)).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
    await jobs.settled(service.backUp().id);
    const backupAt = time.now();
    time.pass(hour);
    expect(await jobs.settled(service.prove().id)).toMatchObject({ state: 'done' });
    expect(await service.lastProof()).toMatchObject({
      at: time.now(),
      proof: { backup: backupAt, drafts: 1, database: null },
    });
    await rm(join(folder, 'backups'), { recursive: true });
  });
});

async function makeFolder(path: string): Promise<string> {
  await mkdir(path);
  return path;
}
