import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { picturesDocx, plainDocx, releaseDocx } from '#tests/builders/docx-file.ts';
import { pictureWithPlace, plainPicture } from '#tests/helpers/own-pictures.ts';

import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, figures, firstStart, importInput, openTab, sheetText } from './fixtures/desk-acts.ts';

let folder = '';
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gaoqian-importing-'))));
test.afterEach(async () => rm(folder, { recursive: true, force: true }));

const damagedPage = resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt');
const letter = resolve(import.meta.dirname, '../fixtures/imports/letter-with-pictures.eml');

async function importFiles(page: Page, files: string | readonly string[]): Promise<void> {
  await importInput(page).setInputFiles(files);
}

const report = (page: Page) => page.getByRole('dialog', { name: '导入结果' });
const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });

async function reading(page: Page): Promise<string> {
  const field = headline(page);
  return field.evaluate((element) => ('value' in element ? String(element.value) : (element.textContent ?? '')));
}

test('a Word document: table, pictures, caption and numbers arrive, and what was left is told', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  const path = join(folder, '电梯检查.docx');
  const picture = await sharp({ create: { width: 1000, height: 700, channels: 3, background: '#406080' } })
    .png()
    .toBuffer();
  await writeFile(path, await releaseDocx(picture));
  await importFiles(page, path);
  await expect(report(page)).toContainText('有 2 处修订，已按“接受”处理');
  await expect(report(page)).toContainText('放入 1 张');
  await expect(report(page)).toContainText('内部资料');
  await report(page).getByRole('button', { name: '查看稿件' }).click();
  await expect.poll(async () => reading(page)).toBe('市住建局开展电梯安全检查');
  await expect(sheetText(page).locator('td, th').first()).toContainText('片区');
  await expect(sheetText(page).locator('[rowspan="2"]')).toHaveCount(1);
  await expect(figures(page)).toHaveCount(1);
  await expect(figures(page).locator('img')).toBeVisible();
  await expect(figures(page)).toContainText('检查组在机房');
  await expect(sheetText(page)).toContainText('一、检查情况');
  await expectSaved(page);
});

test('a mail from a 科室: its words and pictures become the draft, other attachments are named', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await importFiles(page, letter);
  await expect(report(page)).toContainText('没有导入的附件：统计表.xls');
  await report(page).getByRole('button', { name: '查看稿件' }).click();
  await expect.poll(async () => reading(page)).toBe('关于电梯安全检查的稿件');
  await expect(figures(page).locator('img')).toHaveCount(2);
});

test('repairs: seen word by word, left for later, made in one step and undone in one', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await importFiles(page, damagedPage);
  const reminder = page.getByText(/还有 \d+ 处文字可以修复/);

  await test.step('the words stand as they came, each kind with its count and its differences', async () => {
    const kinds = report(page).getByRole('list', { name: '可以修复的文字' });
    await expect(kinds.getByRole('checkbox', { name: '去掉误留的拼音' })).toBeChecked();
    await expect(kinds).toContainText('30 处');
    await kinds.getByText('对照查看每一处').first().click();
    await expect(kinds.locator('del').first()).toHaveText('(zǔ)');
    const { violations } = await new AxeBuilder({ page }).include('.import-report').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await report(page).getByRole('button', { name: '以后再说' }).click();
    await expect(sheetText(page)).toContainText('檢(jiǎn)查');
    expect(await reading(page)).toContain('(zǔ)');
    await expect(reminder).toBeVisible();
  });

  await test.step('put off, they are found again in the checks; what is not ticked stays', async () => {
    const panel = await openTab(page, '检查');
    await panel.getByRole('button', { name: '修复文字…' }).click();
    const dialog = page.getByRole('dialog', { name: '修复文字' });
    await dialog.getByRole('checkbox', { name: '半角标点改为全角' }).uncheck();
    await dialog.getByRole('button', { name: '应用所选修复' }).click();
    await expect(sheetText(page)).not.toContainText('(jiǎn)');
    await expect(reminder).toBeHidden();
    await expect(sheetText(page)).toContainText('电梯');
    await expect(sheetText(page)).toContainText('【待核】电子邮箱');
    await expect(sheetText(page)).toContainText('(app同步登记)');
    expect(await reading(page)).toBe('市住建局组织开展老旧小区电梯安全检查');
    await expectSaved(page);
  });

  await test.step('one undo brings the words back as they came', async () => {
    await sheetText(page).locator('p').first().click();
    await page.keyboard.press('Control+z');
    await expect(sheetText(page)).toContainText('檢(jiǎn)查');
    await expect(sheetText(page)).not.toContainText('【待核】电子邮箱');
    await page.keyboard.press('Control+y');
    await expect(sheetText(page)).not.toContainText('(jiǎn)');
    await expectSaved(page);
  });
});

test('what was put off is told as long as its draft is on the sheet, not over the next one', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await importFiles(page, damagedPage);
  await report(page).getByRole('button', { name: '以后再说' }).click();
  const reminder = page.getByText(/还有 \d+ 处文字可以修复/);
  await expect(reminder).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(sheetText(page)).toHaveText('');
  await expect(reminder).toBeHidden();
});

test('many pictures at once become one draft, ordered by the time they were taken', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await importFiles(page, [(await plainPicture(folder)).path, (await pictureWithPlace(folder)).path]);
  await expect(figures(page).locator('img')).toHaveCount(2, { timeout: 30_000 });
  const shape = async (index: number): Promise<number> =>
    figures(page)
      .locator('img')
      .nth(index)
      .evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await expect.poll(() => shape(0), 'the dated one is 3 : 2 and comes first').toBeCloseTo(1.5, 2);
  await expect.poll(() => shape(1)).toBeCloseTo(4 / 3, 2);
});

test('a long document: writing goes on while it is read, and it can be cancelled', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await expect(page.getByRole('navigation').getByText('未命名稿件')).toHaveCount(1);
  const path = join(folder, '很长的稿件.docx');
  await writeFile(path, await picturesDocx(30));
  await importFiles(page, path);
  const notice = page.locator('.notice', { hasText: '正在导入“很长的稿件.docx”' });
  await expect(notice.getByRole('progressbar')).toBeVisible();
  await sheetText(page).click();
  await page.keyboard.type('照常写稿');
  await expect(sheetText(page)).toContainText('照常写稿');
  await notice.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('已取消导入“很长的稿件.docx”，没有新建稿件。')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(report(page)).toHaveCount(0);
  await expect(sheetText(page)).toContainText('照常写稿');
  await expectSaved(page);
});

test('several files at once: each is answered before the next, and those that were refused are told at the end', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  const paths = ['甲.docx', '旧稿.doc', '乙.docx', '丙.txt'].map((name) => join(folder, name));
  const [first = '', old = '', plain = '', last = ''] = paths;
  await writeFile(first, await plainDocx(['市住建局召开会议', '会议通报了情况,并作了部署.']));
  await writeFile(old, Buffer.from('d0cf11e0a1b11ae100', 'hex'));
  await writeFile(plain, await plainDocx(['市住建局开展检查', '检查组到城东。']));
  await writeFile(last, '市住建局发布通知\n全文如下。');
  await importFiles(page, paths);
  const repairs = page.getByRole('dialog', { name: '修复文字' });
  await expect(repairs, 'the first has nothing but repairs').toContainText('半角标点改为全角');
  await expect(page.getByText('市住建局开展检查'), 'the others wait for an answer').toHaveCount(0);
  await repairs.getByRole('button', { name: '以后再说' }).click();
  const summary = page.locator('.notice', { hasText: '4 个文件中导入了 3 个' });
  await expect(summary).toContainText('旧稿.doc');
  await expect(summary).toContainText('另存为 .docx 后再导入');
  await expect.poll(async () => reading(page)).toBe('市住建局发布通知');
  await expect(page.getByRole('navigation').getByText('市住建局开展检查')).toHaveCount(1);
});

test('old formats are refused with the way out; a file dropped on the window is imported', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  const old = join(folder, '旧稿.doc');
  await writeFile(old, Buffer.from('d0cf11e0a1b11ae100', 'hex'));
  await importFiles(page, old);
  await expect(page.getByText('另存为 .docx 后再导入').first()).toBeVisible();

  await page.locator('body').dispatchEvent('drop', { dataTransfer: await transferOf(page, letter, '来稿.eml') });
  await expect(report(page)).toContainText('来稿.eml');
});

test('a document that is dropped or pasted on the sheet is imported; a folder gives its files', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await sheetText(page).click();
  const answer = async (): Promise<void> => {
    await expect(report(page)).toContainText('来稿.eml');
    await report(page).getByRole('button', { name: '查看稿件' }).click();
    await expect(report(page)).toHaveCount(0);
  };

  await test.step('dropped between its paragraphs', async () => {
    await sheetText(page)
      .locator('p')
      .first()
      .dispatchEvent('drop', { dataTransfer: await transferOf(page, letter, '来稿.eml') });
    await answer();
    await expect(figures(page).locator('img')).toHaveCount(2);
  });

  await test.step('copied in the file manager and pasted', async () => {
    const clipboardData = await transferOf(page, letter, '来稿.eml');
    await sheetText(page).evaluate((sheet, data) => {
      sheet.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, clipboardData);
    await answer();
    await expect(figures(page)).toHaveCount(2);
  });

  await test.step('a folder, with files that the system put there', async () => {
    const inside = join(folder, '现场', '第一天');
    await mkdir(inside, { recursive: true });
    await copyFile((await plainPicture(folder)).path, join(inside, '检查 1.jpg'));
    await writeFile(join(folder, '现场', 'Thumbs.db'), 'x');
    await dropOnSheet(page, [join(folder, '现场')]);
    await expect(figures(page).locator('img')).toHaveCount(3);
  });

  await test.step('a web page that a browser saved, with the folder of its pictures: one draft', async () => {
    const [saved, beside] = [join(folder, '走访小区.html'), join(folder, '走访小区_files')];
    await mkdir(beside);
    await copyFile((await plainPicture(folder)).path, join(beside, '现场 1.jpg'));
    await writeFile(join(beside, 'logo.png'), 'x');
    await writeFile(join(beside, 'jquery.js.下载'), 'var a');
    const address = './%E8%B5%B0%E8%AE%BF%E5%B0%8F%E5%8C%BA_files/%E7%8E%B0%E5%9C%BA%201.jpg';
    await writeFile(
      saved,
      `<h1>市住建局走访小区</h1><p>走访组查看电梯。</p><p><img src="${address}"></p><p>▲走访现场</p>`,
    );
    await dropOnSheet(page, [saved, beside]);
    await expect(report(page)).toContainText('放入 1 张');
    await expect(report(page)).toContainText('网页旁的 1 个文件（图标、横幅等）不属于正文');
    await report(page).getByRole('button', { name: '查看稿件' }).click();
    await expect.poll(async () => reading(page)).toBe('市住建局走访小区');
    await expect(figures(page).locator('img')).toHaveCount(1);
    await expect(figures(page)).toContainText('走访现场');
    await expect(page.locator('.notice')).toHaveCount(0);
  });
});

/** Files and folders dropped on the words of the sheet, as a browser hands them out. */
async function dropOnSheet(page: Page, files: readonly string[]): Promise<void> {
  const box = await sheetText(page).boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 40 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
}

/** A drag or clipboard that holds this file. */
async function transferOf(page: Page, path: string, name: string) {
  return page.evaluateHandle(
    ([encoded, name]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(encoded), (character) => character.codePointAt(0) ?? 0);
      data.items.add(new File([content], name));
      return data;
    },
    [(await readFile(path)).toString('base64'), name] as const,
  );
}
