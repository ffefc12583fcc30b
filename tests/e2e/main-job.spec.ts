import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fetchPublishedPage, requiredTags } from '#cli/demo/published-page.ts';
import { mainJobPhotos } from '#tests/helpers/main-job-photos.ts';
import { placeTraces, placeWords } from '#tests/helpers/place-traces.ts';
import { showTheSame } from '#tests/helpers/same-picture.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';
import { readZipEntries } from '#tests/helpers/zip-entries.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import {
  addPerson,
  caption,
  describePicture,
  expectSaved,
  figures,
  fillFigure,
  firstStart,
  importPage,
  insertBoilerplate,
  openTab,
  passStep,
  roles,
  sheetText,
} from './fixtures/desk-acts.ts';

test.setTimeout(240_000);

let folder = '';
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gaoqian-main-job-'))));
test.afterEach(async () => rm(folder, { recursive: true, force: true }));

async function pageToImport(): Promise<string> {
  const seed = sharedFixture('seed');
  const name = seed && (await readdir(seed)).find((entry) => entry.endsWith('.txt'));
  return seed && name
    ? join(seed, name)
    : resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt');
}

const captions = ['局领导到工地检查防疫工作', '志愿者引导群众有序检测', '工作人员上门宣传'];

test('from the saved page to the published one, through the window', async ({ launchDesk }) => {
  const desk = await launchDesk({ env: { GAOQIAN_DEMO_PORTAL: '1' } });
  const { page } = desk;
  const photos = await mainJobPhotos(folder);

  await test.step('the writer imports the page', async () => {
    await firstStart(page, '拟稿员甲');
    const report = await importPage(page, await pageToImport());
    expect(report).toContain('去掉误留的拼音');
    await expect(sheetText(page)).not.toContainText('繼續訪問');
  });

  await test.step('adds three photos and captions them', async () => {
    for (const [index, photo] of photos.paths.entries()) {
      await fillFigure(page, index, photo);
      await caption(page, index, captions[index] ?? '');
      await describePicture(page, index + 1, { credit: '拟稿员甲', alt: `照片：${captions[index]}` });
    }
    const extra = (await figures(page).count()) - photos.paths.length;
    for (let left = 0; left < extra; left += 1) {
      await figures(page)
        .nth(photos.paths.length)
        .locator('.gq-picture')
        .click({ position: { x: 5, y: 5 } });
      await page.getByRole('toolbar', { name: '图片工具' }).getByRole('button', { name: '删除' }).click();
    }
    await expect(figures(page)).toHaveCount(photos.paths.length);
  });
  await page.screenshot({ path: '/tmp/flow-shots/6.png' });
  console.log(await page.getByRole('main').ariaSnapshot());
});
