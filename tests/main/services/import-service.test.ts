import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inletFiles } from '#main/files/inlet-files.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import { scriptConverter } from '#main/publishing/import/script.ts';
import { importService } from '#main/services/import-service.ts';
import { blockText, figuresOf } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { RepairKind } from '#shared/model/repair.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { silentLog } from '#tests/helpers/silent-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const page = join(import.meta.dirname, '../../../resources/samples/pages/damaged-page.txt');

function asset(sha256: string, name: string, takenAt: string | null): Asset {
  const rendition = { sha256, width: 1, height: 1, bytes: 1 };
  return {
    sha256,
    name,
    takenAt,
    type: 'image/jpeg',
    bytes: 1,
    width: 1,
    height: 1,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
  };
}

const hash = (digit: string) => digit.repeat(64);

async function setUp(assets: readonly Asset[] = []) {
  const folder = await temporaryFolder();
  const inlet = inletFiles(join(folder, 'inlet'), systemIds());
  const created: DraftContent[] = [];
  const saved: DraftContent[] = [];
  const told: [string, unknown][] = [];
  const service = importService({
    inlet,
    pages: pageImporter,
    script: async () => scriptConverter,
    media: {
      async importInlet(fileId) {
        const { name } = await inlet.take(fileId);
        throw new AppError('picture-broken', { name });
      },
      importFile: async () => assets[0] ?? Promise.reject(new AppError('picture-broken')),
      describe: async (sha256s) => assets.filter(({ sha256 }) => sha256s.includes(sha256)),
    },
    log: silentLog,
    events: { emit: (event, payload) => void told.push([event, payload]) },
    readProfile: async () => sampleProfile,
    createDraft: async (content) => testId(created.push(content)),
    readContent: async () => created[0] ?? Promise.reject(new AppError('draft-not-found')),
    saveContent: async (_draftId, content) => saved.push(content),
  });
  return { folder, inlet, service, created, saved, told };
}

test('a page from the window becomes one new draft, its words as they came; its file is let go', async () => {
  const { inlet, service, created, saved } = await setUp();
  const bytes = await readFile(page);
  const fileId = await inlet.begin('旧网页.txt', bytes.length);
  await inlet.append(fileId, 0, bytes);
  const imported = await service.importInlet(fileId, []);
  expect(imported).toMatchObject({
    outcome: 'draft',
    draftId: testId(1),
    report: { fileName: '旧网页.txt', kind: 'text', repaired: false },
  });
  expect(created.map(({ metadata }) => metadata.headline)).toEqual([
    '市住建局組(zǔ)織開(kāi)展老舊小區電梯安全檢(jiǎn)查',
  ]);
  expect(saved).toEqual([]);
  expect((await service.findRepairs(testId(1))).length).toBeGreaterThan(0);
  await expect(inlet.take(fileId)).rejects.toMatchObject({ code: 'not-found' });
});

test('pictures that lay beside a saved page are taken in from their inlet files, and all are let go', async () => {
  const { inlet, service, told } = await setUp();
  const put = async (name: string, words: string) => {
    const fileId = await inlet.begin(name, Buffer.byteLength(words));
    await inlet.append(fileId, 0, Buffer.from(words));
    return fileId;
  };
  const saved = await put(
    '检查.html',
    '<p>检查组进入小区。</p><p><img src="./%E6%A3%80%E6%9F%A5_files/%E7%85%A7.jpg"></p>',
  );
  const picture = await put('照.jpg', 'picture');
  const imported = await service.importInlet(saved, [picture]);
  expect(imported).toMatchObject({ report: { pictures: { refused: [{ name: '照.jpg' }] }, notes: [] } });
  expect(told.at(-1)).toEqual(['import:step', { fileId: saved, step: 'pictures', done: 0, total: 1 }]);
  for (const fileId of [saved, picture]) await expect(inlet.take(fileId)).rejects.toMatchObject({ code: 'not-found' });
});

/** What the sample page needs. */
const damage: readonly RepairKind[] = ['pinyin-residue', 'traditional', 'punctuation', 'lost-email'];

test.each<[readonly RepairKind[], string]>([
  [damage, '市住建局组织开展老旧小区电梯安全检查'],
  [['pinyin-residue'], '市住建局組織開展老舊小區電梯安全檢查'],
])('chosen repairs are a revision of their own: %s', async (kinds, headline) => {
  const { service, created, saved } = await setUp();
  const imported = await service.importFile({ path: page, name: 'page.txt' }, kinds);
  expect(imported).toMatchObject({ outcome: 'draft', report: { repaired: true } });
  expect(imported.outcome === 'draft' && imported.report.repairs.map(({ kind }) => kind)).toEqual(kinds);
  expect(created).toHaveLength(1);
  expect(saved.map(({ metadata }) => metadata.headline)).toEqual([headline]);
});

test('files that are no page make no draft', async () => {
  const { folder, service, created } = await setUp();
  const binary = join(folder, 'photo.txt');
  await writeFile(binary, Buffer.from([0xff, 0xd8, 0, 1, 2, 3]));
  const refusal = async (path: string, name: string) =>
    service.importFile({ path, name }, []).then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect(await refusal(binary, 'photo.txt')).toMatchObject({ code: 'page-not-text' });
  await truncate(binary, 0);
  expect(await refusal(binary, 'photo.txt')).toMatchObject({ code: 'file-empty' });
  expect(await refusal(folder, 'folder')).toMatchObject({ code: 'file-unreadable' });
  expect(await refusal(join(folder, 'gone'), 'gone')).toMatchObject({ code: 'file-vanished' });
  expect(created).toEqual([]);
});

test('a picture that is refused leaves its place in the text, and the report names it', async () => {
  const { folder, service, created } = await setUp();
  const path = join(folder, 'page.html');
  const picture = `data:image/png;base64,${Buffer.alloc(200, 7).toString('base64')}`;
  await writeFile(path, `<h1>题目</h1><p>文字。</p><p><img src="${picture}"></p><p>▲现场</p>`);
  const imported = await service.importFile({ path, name: 'page.html' }, []);
  expect(imported).toMatchObject({
    report: { pictures: { taken: 0, refused: [{ name: 'picture.png', code: 'picture-broken' }] } },
  });
  expect(
    created.flatMap(({ document }) => figuresOf(document)).map((figure) => [figure.asset, blockText(figure)]),
  ).toEqual([[null, '现场']]);
});

test('pictures become one draft in the order in which they were taken; those that do not say stand last, by name', async () => {
  const { service, created } = await setUp([
    asset(hash('1'), '图10.jpg', null),
    asset(hash('2'), 'b.jpg', '2026-03-16T02:00:00.000Z'),
    asset(hash('3'), '图9.jpg', null),
    asset(hash('4'), 'a.jpg', '2026-03-16T01:00:00.000Z'),
  ]);
  await service.importPictures(['1', '2', '3', '4'].map(hash));
  expect(created.flatMap(({ document }) => figuresOf(document)).map((figure) => figure.asset?.[0])).toEqual([
    '4',
    '2',
    '3',
    '1',
  ]);
  await expect(service.importPictures([hash('5')])).rejects.toMatchObject({ code: 'asset-missing' });
});

test('an import tells how far it is, and one that is cancelled makes no draft and lets go of its file', async () => {
  const { inlet, service, created, told } = await setUp();
  const html = '<h1>标题</h1><p><img src="data:image/png;base64,iVBORw0KGgo="></p><p>正文</p>';
  const bytes = new TextEncoder().encode(html);
  const begin = async () => {
    const fileId = await inlet.begin('网页.html', bytes.length);
    await inlet.append(fileId, 0, bytes);
    return fileId;
  };
  const fileId = await begin();
  await service.importInlet(fileId, []);
  expect(told).toEqual([
    ['import:step', { fileId, step: 'words', done: 0, total: 1 }],
    ['import:step', { fileId, step: 'pictures', done: 0, total: 1 }],
  ]);
  expect(created).toHaveLength(1);

  const other = await begin();
  const imported = service.importInlet(other, []);
  await Promise.resolve();
  service.cancel(other);
  await expect(imported).rejects.toMatchObject({ code: 'cancelled' });
  expect(created).toHaveLength(1);
  await expect(inlet.take(other)).rejects.toMatchObject({ code: 'not-found' });
  service.cancel(other);
});
