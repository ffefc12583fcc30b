import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  openDraft,
  openTab,
  passStep,
  roles,
  sheetText,
  switchPerson,
  uploads,
} from './fixtures/desk-acts.ts';

test.setTimeout(240_000);

let folder = '';
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gaoqian-main-job-'))));
test.afterEach(async () => rm(folder, { recursive: true, force: true }));

/** The real saved page where it is; else our own, which lacks a third caption for the third photo. */
async function pageToImport(): Promise<string> {
  const seed = sharedFixture('seed');
  const name = seed && (await readdir(seed)).find((entry) => entry.endsWith('.txt'));
  if (seed && name) return join(seed, name);
  const own = await readFile(resolve(import.meta.dirname, '../../resources/samples/pages/damaged-page.txt'), 'utf8');
  const path = join(folder, 'saved-page.txt');
  await writeFile(path, own.replace('凡本', '▲檢(jiǎn)查組(zǔ)逐項登記問題\n凡本'));
  return path;
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

  await test.step('fills in what the page must say of itself', async () => {
    const panel = await openTab(page, '信息');
    await panel.getByLabel('栏目').selectOption({ label: '工作动态' });
    for (const [field, value] of [
      ['作者', '拟稿员甲'],
      ['关键词', '工地检查'],
    ] as const) {
      await panel.getByRole('textbox', { name: field }).fill(value);
      await panel.getByRole('textbox', { name: field }).press('Enter');
    }
    await panel.getByLabel(/^摘要/).fill('市住建局部署安全检查工作。');
    await panel.getByLabel('联系邮箱').fill('zjj@example.gov.cn');
  });

  await test.step('replaces the closing lines by the copyright and contact boilerplates', async () => {
    await sheetText(page)
      .getByText('凡本网注明')
      .click({ position: { x: 20, y: 10 } });
    await page.keyboard.press('Delete');
    await expect(sheetText(page)).not.toContainText('凡本网注明');
    await sheetText(page).locator('p', { hasText: '联系方式' }).click({ clickCount: 3 });
    await page.keyboard.press('Backspace');
    await insertBoilerplate(page, '版权声明');
    await insertBoilerplate(page, '联系方式');
    await expect(sheetText(page)).toContainText('凡本网注明“稿件来源：');
    await expect(sheetText(page)).not.toContainText('【待核】');
    await expectSaved(page);
  });

  await test.step('sends it in, and three persons pass it', async () => {
    // Hints that the photos are alike come when they come: only errors and warnings are faults.
    expect(await (await openTab(page, '检查')).innerText()).not.toMatch(/错误|提醒/);
    await openTab(page, '信息');
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await expect(page.getByRole('list', { name: '稿签' })).toContainText('初审进行中');
    await expect(page.getByRole('button', { name: '生成发布包' })).toBeHidden();
    for (const [name, role, done] of [
      ['审核员乙', roles.first, '初审'],
      ['审核员丙', roles.second, '复审'],
      ['审核员丁', roles.final, '终审'],
    ] as const) {
      await addPerson(page, name, role);
      await openDraft(page, '待我审');
      await passStep(page, done);
    }
  });

  const published = await test.step('the exporter builds the package and uploads it', async () => {
    await addPerson(page, '发布员戊', roles.publisher);
    await openDraft(page, '待发布');
    await openTab(page, '信息');
    await page.getByRole('button', { name: '生成发布包' }).click();
    const packages = page.getByRole('list', { name: '发布包' });
    await packages.getByRole('button', { name: '上传', exact: true }).click();
    const receipt = packages.getByRole('group', { name: '回执' });
    await expect(receipt).toContainText('回执与发布包校验值一致', { timeout: 30_000 });
    // Those words are out: what comes next is a correction, not the same once more.
    await expect(page.getByText('已经发布。内容有误，用上面的“更正与撤稿”')).toBeVisible();
    await expect(page.getByRole('button', { name: '生成发布包' })).toBeHidden();
    await packages.getByRole('button', { name: '打印回执' }).click();
    const sheet = page.getByRole('dialog', { name: '发布回执' });
    const headline = await page.getByRole('main').getByRole('textbox', { name: '标题' }).textContent();
    await expect(sheet.getByRole('definition').first()).toHaveText(headline ?? '');
    // Paper is as narrow as a window without a side panel: the receipt stays, and is what is printed.
    await page.pdf({ preferCSSPageSize: true });
    await expect(sheet).toBeVisible();
    await sheet.getByRole('button', { name: '关闭' }).click();
    return {
      url: await receipt.locator('code').innerText(),
      name: await packages.locator('.package-name').innerText(),
    };
  });

  await test.step('the published page is what was signed off', async () => {
    const shown = await fetchPublishedPage(published.url);
    expect(requiredTags.map((tag) => [tag, shown.tags[tag]])).toEqual([
      ['SiteName', '市住房和城乡建设局'],
      ['SiteDomain', 'zjj.example.gov.cn'],
      ['SiteIDCode', '4400009999'],
      ['ColumnName', '工作动态'],
      ['ColumnDescription', '市住房和城乡建设局的工作部署、推进情况和工作成效'],
      ['ColumnKeywords', '住房和城乡建设,工作动态'],
      ['ColumnType', '工作动态'],
      ['ArticleTitle', await page.getByRole('main').getByRole('textbox', { name: '标题' }).textContent()],
      ['PubDate', expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)],
      ['ContentSource', '台山政府网'],
    ]);
    expect(shown.figures.map((figure) => figure.caption.replace(/\s+/g, ' ').trim())).toEqual(
      captions.map((words): unknown => expect.stringContaining(`▲${words}`)),
    );
    expect(shown.text).toContain('凡本网注明“稿件来源：台山政府网”');
    const shownPictures = shown.figures.flatMap(({ pictures }) => pictures);
    for (const picture of shownPictures) {
      expect(picture).toMatchObject({
        hasMetadata: false,
        actualWidth: picture.width,
        actualHeight: picture.height,
      });
    }

    const zip = join(desk.dataFolder, 'packages', `${published.name}.zip`);
    const entries = await readZipEntries(zip);
    expect(placeTraces(entries, await placeWords(photos.paths))).toEqual([]);
    for (const [index, upright] of photos.upright.entries()) {
      const picture = entries.get(`${published.name}/data/images/0${index + 1}.jpg`);
      expect(picture && (await showTheSame(picture, await readFile(upright))), `picture ${index + 1}`).toBe(true);
    }

    // The receipt's hashes are those of the package, by our own reader and of the pages that a visitor gets.
    const key = (await readFile(join(desk.dataFolder, 'keys', 'package.pub'), 'utf8')).trim().split('\n').at(-1) ?? '';
    const report = await packageReader.verifyPackage(zip, { keyRing: keyRingOf([key]) });
    expect(report).toMatchObject({ valid: true, refusals: [] });
    const { receipt } = (await uploads(page))[0] ?? {};
    expect(receipt?.body.zipSha256).toBe(report.zipSha256);
    const hashes = new Map(receipt?.body.files.map((file) => [file.path, file.sha256]));
    expect(hashes).toEqual(new Map(report.files.map((file) => [file.path, file.sha256])));
    for (const picture of shownPictures) expect([...hashes.values()]).toContain(picture.sha256);
  });

  await test.step('what is live is withdrawn, with three reviews of its own', async () => {
    const amend = page.getByRole('region', { name: '更正与撤稿' });
    await amend.getByRole('button', { name: '更正…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('更正第一段的日期');
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await expect(amend).toContainText(`正在更正：更正第一段的日期。将替换 ${published.name}`);
    await expect(page.getByRole('button', { name: '生成发布包' })).toBeHidden();
    await expect(page.locator('.meta-line')).toHaveText(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}来源/);
    await amend.getByRole('button', { name: '放弃，恢复在线版本' }).click();
    await amend.getByRole('button', { name: '撤稿…' }).click();
    await dialog.getByLabel('原因').fill('政策已废止');
    await dialog.getByRole('button', { name: '开始撤稿' }).click();
    await expect(amend).toContainText('正在撤稿：政策已废止');
    // The publisher of the sample bureau may write, too.
    await page.getByRole('button', { name: '送审', exact: true }).click();
    for (const [name, done] of [
      ['审核员乙', '初审'],
      ['审核员丙', '复审'],
      ['审核员丁', '终审'],
    ] as const) {
      await switchPerson(page, name);
      await openDraft(page, '待我审');
      await passStep(page, done);
    }
    await switchPerson(page, '发布员戊');
    await openDraft(page, '待发布');
    await openTab(page, '信息');
    // The package of before is not what was signed off now.
    const packages = page.getByRole('list', { name: '发布包' });
    await expect(packages).toContainText('内容与现在签发的不同，不能再上传。');
    await expect(page.getByText('发布包已生成并通过验证。')).toBeHidden();
    await page.getByRole('button', { name: '生成发布包' }).click();
    await packages.getByRole('button', { name: '上传', exact: true }).click();
    await expect(amend).toContainText('已撤稿', { timeout: 30_000 });
    expect((await fetch(published.url)).status).toBe(410);
  });
});
