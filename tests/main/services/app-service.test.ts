import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { readProfileFile } from '#main/files/resources.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { appService, type AppService } from '#main/services/app-service.ts';
import type { InletFiles } from '#main/services/ports/inlet-files.ts';
import { appStateSchema } from '#shared/ipc/channels/app.ts';
import { defaultSettings, type Settings } from '#shared/model/settings.ts';
import type { StoreFinding } from '#shared/model/health.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { createdAt } from '#tests/builders/database-draft.ts';
import type { TargetView } from '#shared/model/upload-target.ts';
import { steppingClock } from '#tests/fakes/stepping-clock.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const ids = systemIds();
const targets: TargetView[] = [{ kind: 'folder', id: 'stick', name: 'U 盘', path: '/media/stick' }];
let folder: string;
let inlet: InletFiles;
let app: AppService;
let store: Awaited<ReturnType<typeof openTestStore>>;
let told: Settings[];
let samples: string[];
let newestBackup: string | null;
let finding: StoreFinding | null;

async function open(): Promise<AppService> {
  store = await openTestStore(folder);
  inlet = inletFiles(join(folder, 'inlet'), ids);
  const service: AppService = appService({
    store,
    clock: steppingClock(),
    ids,
    targets: async () => targets,
    inlet,
    version: '0.1.0',
    host: 'browser',
    defaultProfile: testProfile,
    readProfileFile,
    newestBackup: async () => newestBackup,
    lastFinding: async () => finding,
    addSamples: async () => void samples.push((await service.person()).name),
    settingsChanged: (settings) => told.push(settings),
  });
  return service;
}

beforeEach(async () => {
  folder = await temporaryFolder();
  told = [];
  samples = [];
  newestBackup = null;
  finding = null;
  app = await open();
});

async function fileOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const fileId = await inlet.begin('局.json', bytes.byteLength);
  await inlet.append(fileId, 0, bytes);
  return fileId;
}

describe('the first start', () => {
  test('begins with nobody and the built-in bureau', async () => {
    const state = await app.state();
    expect(appStateSchema.parse(state)).toEqual(state);
    expect(state).toEqual({
      version: '0.1.0',
      host: 'browser',
      profile: testProfile,
      settings: defaultSettings,
      persons: [],
      person: null,
      lastDraftId: null,
      targets,
      lastBackupAt: null,
    });
    await expect(app.person()).rejects.toMatchObject({ code: 'no-person' });
  });

  test('takes a name and a role, once, and makes the samples as that person', async () => {
    const state = await app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: true });
    expect(state.person).toMatchObject({ name: '拟稿员甲', role: 'writer' });
    expect(await app.person()).toEqual({ id: state.person?.id, name: '拟稿员甲', role: 'writer' });
    expect(samples).toEqual(['拟稿员甲']);
    const again = app.completeFirstStart({ name: '乙', role: 'writer', samples: false });
    await expect(again).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await app.state()).persons).toHaveLength(1);
  });

  test('refuses a role that the bureau does not have', async () => {
    const start = app.completeFirstStart({ name: '甲', role: 'minister', samples: false });
    await expect(start).rejects.toMatchObject({ code: 'role-unknown', params: { role: 'minister' } });
    expect((await app.state()).persons).toEqual([]);
  });
});

describe('what was chosen', () => {
  test('is read when an older version kept more beside it', async () => {
    const value = JSON.stringify({ theme: 'dark', portalUrl: 'https://portal.example.gov.cn/' });
    await store.writeSetting({ key: 'settings', value });
    expect((await app.state()).settings).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  test('is there again after a restart', async () => {
    await app.completeFirstStart({ name: '甲', role: 'writer', samples: false });
    const { persons } = await app.addPerson({ name: '乙', role: 'section-head' });
    await app.switchPerson(persons[1]?.id ?? '');
    await app.updateSettings({ theme: 'dark' });
    const lastDraftId = ids.next();
    await app.noteSheet(lastDraftId);
    await app.useProfile(await fileOf(JSON.stringify({ ...testProfile, captionMark: '△' })));
    newestBackup = createdAt;
    finding = { at: createdAt, problems: { database: false, missing: 1, damaged: 0 } };
    const before = await app.state();
    expect(before).toMatchObject({
      person: { name: '乙' },
      lastDraftId,
      settings: { ...defaultSettings, theme: 'dark' },
      profile: { captionMark: '△' },
      lastBackupAt: createdAt,
      finding,
    });
    await store.close();
    expect(await (await open()).state()).toEqual(before);
  });

  test('is told to the shell', async () => {
    await app.updateSettings({ language: 'en' });
    expect(told).toEqual([{ ...defaultSettings, language: 'en' }]);
  });

  test('of a person who is not there is refused', async () => {
    await expect(app.switchPerson(ids.next())).rejects.toMatchObject({ code: 'no-person' });
  });
});

describe('a bureau profile', () => {
  test.each(['{', '{}', JSON.stringify({ ...testProfile, roles: [] })])(
    '%s is refused and changes nothing',
    async (text) => {
      await expect(app.useProfile(await fileOf(text))).rejects.toMatchObject({ code: 'profile-invalid' });
      expect(await app.profile()).toEqual(testProfile);
    },
  );
});
