import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaPath } from '#main/db/backups/media-paths.ts';
import type { DatabaseClient } from '#main/db/database-client.ts';
import { mediaFiles } from '#main/files/media-files.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { jobRunner, type JobRunner } from '#main/services/job-runner.ts';
import type { Backups } from '#main/services/ports/backups.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { restoreService, type RestoreService } from '#main/services/restore-service.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { assetOf } from '#tests/builders/asset.ts';
import { storedAttachment } from '#tests/builders/attachments.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf } from '#tests/builders/package-inputs.ts';
import { writer } from '#tests/builders/signatory.ts';
import { storeDraft } from '#tests/builders/stored-draft.ts';
import { testBackups } from '#tests/helpers/back-up.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const first = '2026-11-23T06:00:00.000Z';
const later = '2026-11-23T07:00:00.000Z';
const ids = systemIds();
const handle: WorkHandle = { signal: new AbortController().signal, step: () => undefined };
let folder: string;
let store: DatabaseClient;
let backups: Backups;
let jobs: JobRunner;
let service: RestoreService;
let restarts: number;
let asset: Asset;
let draftId: string;
let words: DraftContent;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openTestStore(folder);
  backups = testBackups(folder);
  restarts = 0;
  jobs = jobRunner({ ids, clock: systemClock, events: { emit: () => undefined }, log: silentLog });
  const place = join(folder, 'backups');
  service = restoreService({
    backups,
    service: {
      folderOf: async () => place,
      write: async (working) => void (await backups.write({ folder: place, at: later, pictures: 'linked' }, working)),
    },
    store,
    media: mediaFiles(join(folder, 'media')),
    jobs,
    clock: { now: () => later },
    log: silentLog,
    createDraft: async (content) => (await storeDraft(store, content)).summary.id,
    keepRestored: async (id, content) => {
      const revisionId = ids.next();
      await store.keepRevision({ draftId: id, revisionId, kind: 'restored', content, by: writer, at: later });
    },
    restart: () => (restarts += 1),
  });

  const media = mediaFiles(join(folder, 'media'));
  const [original = '', display = '', thumbnail = ''] = await Promise.all(
    ['原图', '显示', '缩略'].map(async (name) => media.put(Buffer.from(name))),
  );
  asset = assetOf({ original, display, thumbnail });
  await store.saveAsset({ asset });
  words = contentOf('备份里的稿子', ['第一段。', figureOf(asset, '现场')]);
  draftId = (await storeDraft(store, words)).summary.id;
  await backups.write({ folder: place, at: first, pictures: 'linked' }, handle);
});

const backup = { place: 'here', at: first } as const;

/** Other words, and its picture gone from the disk. */
async function loseIt(): Promise<void> {
  const draft = await store.readDraft({ draftId });
  const content = contentOf('改坏了');
  const baseRevisionId = draft?.head.id ?? '';
  await store.appendJournal({ draftId, baseRevisionId, sequence: 1, content, by: writer, at: later });
  for (const sha256 of [asset.sha256, asset.display.sha256]) await rm(mediaPath(join(folder, 'media'), sha256));
}

const pictures = () => readdirSync(join(folder, 'media'), { recursive: true }).filter((name) => name.length > 60);

describe('one draft', () => {
  test('is found in the backup and can be read there', async () => {
    expect(await service.listDrafts(backup)).toMatchObject([
      { id: draftId, headline: '备份里的稿子', state: 'drafting' },
    ]);
    expect(await service.readDraft(backup, draftId)).toEqual(words);
    await expect(service.readDraft(backup, ids.next())).rejects.toMatchObject({ code: 'not-found' });
    const none = { place: 'here', at: '2020-01-01T00:00:00.000Z' } as const;
    await expect(service.listDrafts(none)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('comes back as a draft of its own, with its pictures, beside the present one', async () => {
    await loseIt();
    const { draftId: made, lacking } = await service.restoreDraft(backup, draftId, 'new-draft', handle);
    expect(lacking).toEqual([]);
    expect(made).not.toBe(draftId);
    expect((await store.readDraft({ draftId: made }))?.headContent).toEqual(words);
    expect((await store.readDraft({ draftId }))?.journal?.content).toEqual(contentOf('改坏了'));
    expect(pictures()).toHaveLength(3);
  });

  test('comes back as the newest version; the present words stay as the version before', async () => {
    await loseIt();
    expect(await service.restoreDraft(backup, draftId, 'new-revision', handle)).toEqual({ draftId, lacking: [] });
    expect((await store.readDraft({ draftId }))?.headContent).toEqual(words);
    const headlines = (await store.listRevisions({ draftId })).map(({ headline }) => headline);
    expect(headlines).toEqual(['备份里的稿子', '改坏了', '备份里的稿子']);
  });
});

describe('the way of one draft', () => {
  test('is told step by step', async () => {
    await loseIt();
    const steps = new Set<string>();
    const step: WorkHandle['step'] = (name) => void steps.add(name);
    await service.restoreDraft(backup, draftId, 'new-draft', { ...handle, step });
    expect([...steps]).toEqual(['database', 'media', 'words']);
  });

  test('can be broken off until the words come back: every draft stays as it is', async () => {
    await loseIt();
    const abort = new AbortController();
    const step: WorkHandle['step'] = (name) => {
      if (name === 'media') abort.abort();
    };
    const broken = service.restoreDraft(backup, draftId, 'new-revision', { signal: abort.signal, step });
    await expect(broken).rejects.toMatchObject({ code: 'cancelled' });
    expect((await store.readDraft({ draftId }))?.journal?.content).toEqual(contentOf('改坏了'));
    expect(await store.listRevisions({ draftId })).toHaveLength(1);
  });
});

describe('files of one draft', () => {
  test('that neither the backup nor this machine has are named; the words come back all the same', async () => {
    await loseIt();
    await rm(mediaPath(join(folder, 'backups', 'media'), asset.display.sha256));
    const { lacking } = await service.restoreDraft(backup, draftId, 'new-revision', handle);
    expect(lacking).toEqual([
      { draftId, headline: '备份里的稿子', kind: 'picture', sha256: asset.sha256, figure: 1, name: asset.name },
    ]);
    expect((await store.readDraft({ draftId }))?.headContent).toEqual(words);
  });

  test('come back with it, attachments too', async () => {
    const media = mediaFiles(join(folder, 'media'));
    const attachment = await storedAttachment(media, '名单.csv');
    await store.saveAttachment({ attachment, at: first });
    const content = { ...words, metadata: { ...words.metadata, attachments: [attachment] } };
    const { summary } = await storeDraft(store, content);
    await backups.write({ folder: join(folder, 'backups'), at: later, pictures: 'linked' }, handle);
    await rm(mediaPath(join(folder, 'media'), attachment.sha256));
    const { lacking } = await service.restoreDraft({ place: 'here', at: later }, summary.id, 'new-draft', handle);
    expect(lacking).toEqual([]);
    expect(await media.isWhole(attachment.sha256)).toBe(true);
  });
});

describe('everything', () => {
  test('is backed up first, then put in place by the next opening; what was here is set apart', async () => {
    await loseIt();
    expect(await jobs.settled((await service.restoreAll(backup)).id)).toMatchObject({ state: 'done' });
    expect(restarts).toBe(1);
    expect(pictures()).toHaveLength(3);
    await store.close();
    const restored = await openTestStore(folder);
    expect(restored.report.outcome).toBe('opened');
    expect((await restored.readDraft({ draftId }))?.journal).toBeNull();
    expect((await restored.readDraft({ draftId }))?.headContent).toEqual(words);
    const place = join(folder, 'backups');
    const saved = await backups.readDraft({ folder: place, at: later, draftId });
    expect(saved?.content).toEqual(contentOf('改坏了'));
    const [aside = ''] = readdirSync(join(folder, 'quarantine')).filter((name) => name !== 'media');
    expect(readdirSync(join(folder, 'quarantine', aside))).toContain('gaoqian.sqlite');
    await restored.close();
    const again = await openTestStore(folder);
    expect(readdirSync(join(folder, 'quarantine'))).toEqual([aside]);
    await again.close();
  });
});
