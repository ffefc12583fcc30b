import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { mainJobPhotos } from '#tests/helpers/main-job-photos.ts';
import { expectSaved, figures, firstStart, sheetText } from './fixtures/desk-acts.ts';
import { holdFiles } from './fixtures/hold-files.ts';
import { expect, test } from './fixtures/launch-desk.ts';

test.setTimeout(180_000);

let folder = '';
let photos: readonly string[] = [];
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoqian-taking-'));
  photos = (await mainJobPhotos(folder)).paths;
});
test.afterEach(async () => rm(folder, { recursive: true, force: true }));

async function startDraft(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await expect(figures(page)).toHaveCount(0);
  await page.getByRole('main').getByRole('textbox', { name: '标题' }).click();
  await page.keyboard.type(headline);
  await sheetText(page).click();
}

async function choosePictures(page: Page, files: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: '图片', exact: true }).click();
  await (await chooser).setFiles([...files]);
}

const onTheirWay = (page: Page) => figures(page).locator('.gq-incoming');
const captions = (page: Page) => figures(page).locator('.gq-caption');

async function expectPictures(page: Page, count: number): Promise<void> {
  await expect(onTheirWay(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(figures(page).locator('img')).toHaveCount(count);
  await expect
    .poll(async () =>
      figures(page)
        .locator('img')
        .evaluateAll((all: HTMLImageElement[]) => all.every((image) => image.naturalWidth > 0)),
    )
    .toBe(true);
}

test('pictures stand in their places at once: captions, saving, another draft, undo and a restart all go on meanwhile', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  const { page } = desk;
  await firstStart(page, '拟稿员甲');
  await startDraft(page, '电梯更新改造');
  const letThrough = await holdFiles(page);
  await choosePictures(page, photos);
  await expect(onTheirWay(page)).toHaveCount(3);
  await expect(page.getByText('正在放入 1/3 张图片')).toBeVisible();

  // The caret stands in the first caption; a second paragraph of typing elsewhere is as free.
  await page.keyboard.type('施工现场');
  await captions(page).nth(2).click();
  await page.keyboard.type('验收现场');
  await expectSaved(page);

  // Each camera's clock is read: the order is known and the first picture is being read.
  await letThrough(3);
  await expect(page.getByText('正在放入 1/3 张图片')).toBeVisible();
  await expect(onTheirWay(page).nth(0)).toContainText('正在读入');
  await expect(onTheirWay(page).nth(1)).toContainText('等待读入');
  await expect(captions(page)).toHaveText(['施工现场', '', '验收现场']);

  // Another draft and back: they are still on their way.
  await startDraft(page, '另一篇');
  await page.getByRole('button', { name: /电梯更新改造/ }).click();
  await expect(onTheirWay(page)).toHaveCount(3);
  await expect(captions(page)).toHaveText(['施工现场', '', '验收现场']);

  // They arrive while the other draft is on the sheet.
  await page.getByRole('button', { name: /另一篇/ }).click();
  await expect(figures(page)).toHaveCount(0);
  await letThrough();
  await expect(page.getByText(/^正在放入/)).toBeHidden({ timeout: 60_000 });
  await page.getByRole('button', { name: /电梯更新改造/ }).click();
  await expectPictures(page, 3);
  await expect(captions(page)).toHaveText(['施工现场', '', '验收现场']);

  // Undo knows pictures that were always there, and takes the whole batch as one step.
  await captions(page).nth(2).click();
  await page.keyboard.press('Control+z');
  await expect(captions(page)).toHaveText(['施工现场', '', '']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expectPictures(page, 3);
  await expectSaved(page);
  await desk.restart();
  await desk.page.getByRole('button', { name: /电梯更新改造/ }).click();
  await expectPictures(desk.page, 3);
  await expect(captions(desk.page)).toHaveText(['施工现场', '', '验收现场']);
});

test('undo in the middle takes the batch off, redo goes on with it; one is cancelled, then all, and undo brings them back', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await startDraft(page, '电梯更新改造');
  const letThrough = await holdFiles(page);
  await choosePictures(page, photos);
  await letThrough(3);
  await expect(onTheirWay(page).nth(0)).toContainText('正在读入');
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(onTheirWay(page)).toHaveCount(3);

  // A place that was made for a picture goes with it; one with words waits for another.
  await onTheirWay(page).nth(1).getByRole('button', { name: '取消' }).click();
  await expect(figures(page)).toHaveCount(2);
  await captions(page).nth(0).click();
  await page.keyboard.type('施工现场');
  await page.getByRole('button', { name: '全部取消' }).click();
  await expect(onTheirWay(page)).toHaveCount(0);
  await expect(figures(page)).toHaveCount(1);
  await expect(figures(page)).toContainText('等待图片');
  await expect(captions(page)).toHaveText(['施工现场']);

  await sheetText(page).focus();
  await page.keyboard.press('Control+z');
  await expect(onTheirWay(page)).toHaveCount(2);
  await letThrough();
  await expectPictures(page, 2);
});

test('after kill -9 in the middle each place waits for its picture, with its words', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await startDraft(desk.page, '电梯更新改造');
  await holdFiles(desk.page);
  await choosePictures(desk.page, photos.slice(0, 2));
  await desk.page.keyboard.type('施工现场');
  await expectSaved(desk.page);
  await desk.kill();
  await desk.restart();
  const { page } = desk;
  await page.getByRole('button', { name: /电梯更新改造/ }).click();
  await expect(captions(page)).toHaveText(['施工现场', '']);
  await expect(onTheirWay(page)).toHaveCount(0);
  await figures(page)
    .nth(0)
    .locator('.gq-picture-empty input[type=file]')
    .setInputFiles(photos[0] ?? '');
  await expectPictures(page, 1);
  await expect(captions(page)).toHaveText(['施工现场', '']);
});

test('pictures that arrive above the words that are being written leave them in sight', async ({ launchDesk }) => {
  const { page } = await launchDesk({ viewport: { width: 1024, height: 700 } });
  await firstStart(page, '拟稿员甲');
  await startDraft(page, '电梯更新改造');
  await page.keyboard.type('前文');
  await page.keyboard.press('Enter');
  const letThrough = await holdFiles(page);
  await choosePictures(page, photos);
  await expect(onTheirWay(page)).toHaveCount(3);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('边等边写');
  const words = sheetText(page).getByText('边等边写');
  await expect(words).toBeInViewport();
  await letThrough();
  await expectPictures(page, 3);
  await expect(words).toBeInViewport();
  await page.keyboard.type('，照样看得见');
  await expect(sheetText(page)).toContainText('边等边写，照样看得见');
});

test('a picture that is replaced stays in sight until the new one is there, and stays when that is refused', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await startDraft(page, '电梯更新改造');
  await choosePictures(page, photos.slice(0, 1));
  await expectPictures(page, 1);
  const figure = figures(page).first();
  const source = () => figure.locator('img').getAttribute('src');
  const old = await source();
  const replaceBy = async (file: string) => {
    await figure.locator('.gq-picture').click();
    await figure.getByRole('toolbar').locator('input[type=file]').setInputFiles(file);
  };

  const broken = join(folder, '坏的.jpg');
  await writeFile(broken, Buffer.from('不是图片。'.repeat(40)));
  await replaceBy(broken);
  await expect(figure).toContainText('坏的.jpg：不是可用的图片格式');
  expect(await source()).toBe(old);
  await expectSaved(page);
  await figure.getByRole('button', { name: '保留原图' }).click();
  await expectPictures(page, 1);
  expect(await source()).toBe(old);

  const letThrough = await holdFiles(page);
  const other = join(folder, '新的.png');
  await writeFile(
    other,
    await sharp({ create: { width: 1000, height: 700, channels: 3, background: '#357' } })
      .png()
      .toBuffer(),
  );
  await replaceBy(other);
  await expect(onTheirWay(page)).toContainText('正在读入 新的.png');
  expect(await source()).toBe(old);
  await letThrough();
  await expectPictures(page, 1);
  await expect.poll(source).not.toBe(old);
  await sheetText(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(source).toBe(old);
});
