import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { prepareSignedOff } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
import { makeOutput } from '#cli/output.ts';
import { plainPicture } from '#tests/helpers/own-pictures.ts';
import { rawZip } from '#tests/helpers/raw-zip.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, figures, firstStart, openDraft, openTab, sheetText } from './fixtures/desk-acts.ts';

test.setTimeout(180_000);

let folder = '';
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gaoqian-bad-input-'))));
test.afterEach(async () => rm(folder, { recursive: true, force: true }));

async function put(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function startDraft(page: Page): Promise<void> {
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await sheetText(page).click();
  await page.keyboard.type('照常写稿。');
}

/** Chooses pictures by the toolbar's button. */
async function choosePictures(page: Page, files: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: '图片', exact: true }).click();
  await (await chooser).setFiles([...files]);
}

test('pictures that cannot be taken say why in their places, the good one goes in, the words stay', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await startDraft(page);
  const good = await plainPicture(folder);
  const jpeg = await sharp(good.path).jpeg().toBuffer();
  await choosePictures(page, [
    await put('空的.jpg', ''),
    await put('其实是文本.jpg', '这不是图片。'.repeat(20)),
    await put('矢量图.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    await put('损坏.jpg', Buffer.concat([jpeg.subarray(0, 300), Buffer.alloc(4000, 0x55)])),
    good.path,
  ]);
  await expect(figures(page).locator('img')).toHaveCount(1, { timeout: 30_000 });
  const told = page.getByText('有 4 张图片没有放入，其余已放入');
  await expect(told).toBeVisible();
  for (const line of [
    '空的.jpg：文件是空的',
    '其实是文本.jpg：不是可用的图片格式',
    '矢量图.svg：不是可用的图片格式',
    /损坏\.jpg：图片已损坏/,
  ]) {
    await expect(figures(page).getByText(line)).toBeVisible();
  }
  // A place without its picture is the same in the version that is kept and on the sheet.
  await expectSaved(page);
  await page.keyboard.press('Control+s');
  await (await openTab(page, '版本')).getByRole('button', { name: '对比版本' }).click();
  const newestVersion = 1;
  await page.getByRole('dialog').getByRole('combobox', { name: '旧版' }).selectOption({ index: newestVersion });
  await expect(page.getByRole('dialog')).toContainText('两版完全相同');
  await page.keyboard.press('Escape');
  // One leaves its place to another picture, the others are taken off together.
  await figures(page)
    .filter({ hasText: '其实是文本.jpg' })
    .locator('input[type=file]')
    .setInputFiles((await plainPicture(folder)).path);
  await expect(figures(page).locator('img')).toHaveCount(2, { timeout: 30_000 });
  await page.getByRole('button', { name: '去掉没放入的' }).click();
  await expect(figures(page)).toHaveCount(2);
  await expect(told).toBeHidden();
  await expect(sheetText(page)).toContainText('照常写稿。');
  await expectSaved(page);
});

test('a picture of too many pixels is refused; one that is cut off is taken only after asking', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await startDraft(page);
  const huge = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#808080' } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  await choosePictures(page, [await put('特别大.png', huge)]);
  await expect(page.getByText(/特别大\.png：图片像素太多/)).toBeVisible({ timeout: 30_000 });

  const whole = await sharp((await plainPicture(folder)).path)
    .jpeg({ quality: 95 })
    .toBuffer();
  await choosePictures(page, [await put('半张.jpg', whole.subarray(0, Math.floor(whole.length * 0.6)))]);
  // The question stands where the picture will; the sheet is there for everything else.
  const question = figures(page).filter({ hasText: '“半张.jpg”的数据不完整' });
  await expect(question).toBeVisible();
  await page.keyboard.type('说明先写');
  await expect(question).toContainText('说明先写');
  await question.getByRole('button', { name: '仍要放入' }).click();
  await expect(figures(page).locator('img')).toHaveCount(1, { timeout: 30_000 });
});

test('a file that is no page, and archives that are none or climb, are refused and change nothing', async ({
  launchDesk,
}) => {
  const { page, dataFolder } = await launchDesk();
  await startDraft(page);
  const imported = page.getByLabel('导入…');
  await imported.setInputFiles(await put('照片.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0, 1, 2, 3])));
  await expect(page.getByText('这个文件不是网页、文档或文本，没有导入。')).toBeVisible();
  await imported.setInputFiles(await put('空白.txt', ' \n \n'));
  await expect(page.getByText('文件里没有找到正文，没有导入。')).toBeVisible();

  const archives = page.locator('input[type=file][accept=".zip"]').first();
  await archives.setInputFiles(await put('不是包.zip', 'PK 假的'));
  await expect(page.getByText('这个文件不是有效的压缩包')).toBeVisible();
  const climbing = rawZip({ entries: [{ name: 'top/../../gaoqian-climbed.txt', bytes: Buffer.from('!') }] });
  await archives.setInputFiles(await put('爬出去.zip', climbing));
  await expect(page.getByText('包里有指向包外的路径，已拒绝')).toBeVisible();
  await expect(readFile(resolve(dataFolder, '../gaoqian-climbed.txt'))).rejects.toThrow();
  await expect(sheetText(page)).toContainText('照常写稿。');
});

test('a portal that is down, refuses the token, finds the package too large or breaks: each said, the package stays', async ({
  launchDesk,
}) => {
  const data = join(folder, 'data');
  const services = await openDesk(data);
  const picture = await plainPicture(folder);
  await prepareSignedOff(
    services,
    {
      page: resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt'),
      pictures: [picture.path],
    },
    makeOutput(true),
  );
  await services.close();

  const portal = await badPortal();
  const desk = await launchDesk({ dataFolder: data });
  const { page } = desk;
  await openDraft(page, '待发布');
  await openTab(page, '信息');
  await page.getByRole('button', { name: '生成发布包' }).click();
  await page.getByRole('button', { name: '设置门户…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '添加门户…' }).click();
  await dialog.getByLabel('名称').fill('局门户');
  await dialog.getByLabel('门户地址').fill(portal.url);
  await dialog.getByLabel('上传令牌').fill('token');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('button', { name: '关闭' }).click();
  const packages = page.getByRole('list', { name: '发布包' });

  portal.answerWith(401);
  await packages.getByRole('button', { name: '上传', exact: true }).click();
  await expect(packages.getByRole('alert')).toContainText('门户不认可这个令牌');
  for (const [status, words] of [
    [413, '门户说包太大'],
    [500, '门户内部出错'],
  ] as const) {
    portal.answerWith(status);
    await packages.getByRole('button', { name: '重试' }).click();
    await expect(packages.getByRole('alert')).toContainText(words, { timeout: 30_000 });
  }
  await portal.close();
  await packages.getByRole('button', { name: '重试' }).click();
  await expect(packages.getByRole('alert')).toContainText('连不上门户', { timeout: 30_000 });
  await packages.getByRole('button', { name: '验证' }).click();
  await expect(page.getByRole('dialog')).toContainText('验证通过');
  await page.keyboard.press('Escape');

  // A package that suffered on its way, dropped on the window.
  const [name = ''] = await readdir(join(data, 'packages'));
  const whole = await readFile(join(data, 'packages', name));
  await dropOnWindow(page, name, whole.subarray(0, whole.length / 2));
  await expect(page.getByRole('dialog')).toContainText('验证没有通过');
  await expect(page.getByRole('list', { name: '没有通过的原因' })).toContainText('不是有效的压缩包');
  await page.keyboard.press('Escape');

  await test.step('a part of the window that fails leaves no empty window', async () => {
    // At one go: whatever is drawn anew in between would fail as well.
    await page.getByRole('tab', { name: /^版本/ }).evaluate((tab: HTMLElement) => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => {
          throw new Error('made to fail');
        },
      });
      tab.click();
    });
    await expect(page.getByRole('alert')).toContainText('写下的内容都已保存在本机');
    await page.getByRole('button', { name: '重新载入' }).click();
    await openDraft(page, '待发布');
    await expect(sheetText(page)).toContainText('电梯');
  });
  // Before its folder is removed, into which it writes its log.
  await desk.stop();
});

/** Lets a file go over the sheet, as from a folder of the desktop. */
async function dropOnWindow(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([name, base64]) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type: 'application/zip' }));
      const target = document.querySelector('main');
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, bytes.toString('base64')] as const,
  );
}

interface BadPortal {
  readonly url: string;
  answerWith(status: number): void;
  close(): Promise<void>;
}

async function badPortal(): Promise<BadPortal> {
  let status = 500;
  const answer: RequestListener = (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  };
  const server: Server = createServer(answer);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (next) => (status = next),
    close: async () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
