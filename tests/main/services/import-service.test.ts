import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import { importService } from '#main/services/import-service.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const page = join(import.meta.dirname, '../../../resources/samples/pages/damaged-page.txt');

async function setUp() {
  const folder = await temporaryFolder();
  const inlet = inletFiles(join(folder, 'inlet'), systemIds());
  const created: DraftContent[] = [];
  const service = importService({
    inlet,
    pages: pageImporter,
    log: silentLog,
    readProfile: async () => sampleProfile,
    createDraft: async (content) => testId(created.push(content)),
  });
  return { folder, inlet, service, created };
}

test('a page from the window becomes one new draft; its file is let go', async () => {
  const { inlet, service, created } = await setUp();
  const bytes = await readFile(page);
  const fileId = await inlet.begin('旧网页.txt', bytes.length);
  await inlet.append(fileId, 0, bytes);
  const { draftId, report } = await service.importInlet(fileId);
  expect(draftId).toBe(testId(1));
  expect(report.fileName).toBe('旧网页.txt');
  expect(created.map(({ metadata }) => metadata.headline)).toEqual(['市住建局组织开展老旧小区电梯安全检查']);
  await expect(inlet.take(fileId)).rejects.toMatchObject({ code: 'not-found' });
});

test('files that are no page make no draft', async () => {
  const { folder, service, created } = await setUp();
  const binary = join(folder, 'photo.txt');
  await writeFile(binary, Buffer.from([0xff, 0xd8, 0, 1, 2, 3]));
  await expect(service.importFile(binary, 'photo.txt')).rejects.toMatchObject({ code: 'page-not-text' });
  await truncate(binary, 0);
  await expect(service.importFile(binary, 'photo.txt')).rejects.toMatchObject({ code: 'page-empty' });
  await truncate(binary, 5 * 1024 * 1024);
  await expect(service.importFile(binary, 'photo.txt')).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(service.importFile(folder, 'folder')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(service.importFile(join(folder, 'gone'), 'gone')).rejects.toMatchObject({ code: 'file-vanished' });
  expect(created).toEqual([]);
});
