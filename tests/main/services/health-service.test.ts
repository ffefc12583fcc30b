import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { mediaPath } from '#main/db/backups/media-paths.ts';
import type { DatabaseClient } from '#main/db/database-client.ts';
import { systemDisk } from '#main/files/disk.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { backupService } from '#main/services/backup-service.ts';
import { healthService, type HealthService } from '#main/services/health-service.ts';
import { jobRunner, type JobRunner } from '#main/services/job-runner.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf } from '#tests/builders/package-inputs.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const minute = 60_000;
const day = 86_400_000;
let folder: string;
let time: ManualTime;
let store: DatabaseClient;
let health: HealthService;
let begun: string[];
let jobs: JobRunner;

beforeEach(async () => {
  folder = await temporaryFolder();
  time = new ManualTime();
  store = await openTestStore(folder);
  begun = [];
  const ids = systemIds();
  const runner = jobRunner({ ids, clock: time, events: { emit: () => undefined }, log: silentLog });
  jobs = {
    ...runner,
    start(...args) {
      const job = runner.start(...args);
      begun.push(job.id);
      return job;
    },
  };
  const backups = testBackups(folder);
  const common = { backups, store, disk: systemDisk, jobs, clock: time, ids, timers: time, log: silentLog };
  const service = backupService({ ...common, places: { root: folder, backups: join(folder, 'backups') } });
  const media = mediaFiles(join(folder, 'media'));
  const places = { folder, backupFolder: join(folder, 'backups') };
  health = healthService({ ...common, ...places, service, media, restart: () => undefined });
});

/** The next check that the schedule begins, once it is over. */
async function checked(count: number): Promise<void> {
  await expect.poll(() => begun.length).toBe(count);
  const job = await jobs.settled(begun.at(-1) ?? '');
  expect(job).toMatchObject({ kind: 'check', state: 'done' });
}

/** Every look of the schedule in this time, one after the other: the next is set when the last one begins. */
async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 6 * 60 * minute) {
    await expect.poll(() => time.waiting()).toBe(1);
    time.pass(Math.min(left, 6 * 60 * minute));
    await expect.poll(() => time.waiting()).toBe(1);
    const last = begun.at(-1);
    if (last !== undefined) await jobs.settled(last);
  }
}

test('everything is read soon after the first start, then once a week, also where the window stays open', async () => {
  health.start(false);
  time.pass(2 * minute);
  await checked(1);
  expect(await health.lastFinding()).toBeNull();
  await pass(6 * day);
  expect(begun).toHaveLength(1);
  await pass(2 * day);
  await checked(2);
  health.close();
});

test('after a run that did not end well it is read at once', async () => {
  health.start(false);
  time.pass(2 * minute);
  await checked(1);
  health.close();
  health.start(true);
  time.pass(2 * minute);
  await checked(2);
  health.close();
});

test('a check that a wrong clock dated into the future does not put off all others', async () => {
  time.pass(3650 * day);
  health.start(false);
  time.pass(2 * minute);
  await checked(1);
  health.close();
  time.pass(-3650 * day);
  health.start(false);
  time.pass(2 * minute);
  await checked(2);
  health.close();
});

test('what a check found is told until a check finds all well; while it is so, no picture goes', async () => {
  const media = mediaFiles(join(folder, 'media'));
  const kept = async (name: string) => {
    const [original = '', display = '', thumbnail = ''] = await Promise.all(
      ['原图', '显示', '缩略'].map(async (kind) => media.put(Buffer.from(`${name} ${kind}`))),
    );
    const asset = assetOf({ original, display, thumbnail });
    await store.saveAsset({ asset });
    return asset;
  };
  const shown = await kept('用着的图');
  await kept('没人用的图');
  await storeDraft(store, contentOf('有图的消息', [figureOf(shown, '现场')]));
  await rm(mediaPath(join(folder, 'media'), shown.sha256));
  health.start(false);
  time.pass(2 * minute);
  await checked(1);
  const at = time.now();
  expect(await health.lastFinding()).toEqual({ at, problems: { database: false, missing: 1, damaged: 0 } });
  expect((await health.read()).unused).toEqual({ count: 0, bytes: 0, removed: null });
  await media.put(Buffer.from('用着的图 原图'));
  health.close();
  health.start(true);
  time.pass(2 * minute);
  await checked(2);
  expect(await health.lastFinding()).toBeNull();
  expect((await health.read()).unused).toEqual({ count: 1, bytes: 300, removed: null });
  health.close();
});
