import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { packageBench, testDraftId } from '#tests/builders/package-inputs.ts';
import { judgeHtml } from '#tests/helpers/html-checker.ts';
import { test } from './fixtures/published-portal.ts';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.beforeEach(async ({ open }) => {
  // The portal lasts as long as the worker; the package is the same each time.
  await open.publish(await (await packageBench(join(open.folder, String(Date.now())))).write(), testDraftId);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`whoever looks after the portal signs in, finds packages, and gives out a token, ${colorScheme}`, async ({
    chrome,
    open,
  }, testInfo) => {
    const password = await open.portal.administrators.add('管理员辛');
    const page = await (await chrome.newContext({ colorScheme, viewport: { width: 1024, height: 700 } })).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await page.goto(`${open.url}/admin`);
    await expectNoViolations(page);
    await page.getByLabel('姓名').fill('管理员辛');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('heading', { name: '概况' })).toBeVisible();
    await expect(page.getByText('1 已发布')).toBeVisible();
    await expectNoViolations(page);

    await page.getByRole('link', { name: '发布包' }).click();
    await page.getByLabel('查找').fill('回头看');
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.getByRole('table')).toContainText('TSZJ-20261123-0007-r3');
    await expectNoViolations(page);

    await page.getByRole('link', { name: '信息发布员' }).click();
    await page.getByRole('textbox', { name: '姓名' }).fill(`信息发布员庚（${colorScheme}）`);
    await page.getByRole('button', { name: '登记并发放令牌' }).click();
    await expect(page.getByRole('status')).toContainText('gqx_');
    await expectNoViolations(page);

    await page.getByText('停用…').last().click();
    await expect(page.getByText('令牌随即失效，不能恢复').last()).toBeVisible();
    await expectNoViolations(page);

    await page.getByRole('link', { name: '站点' }).click();
    await page.getByLabel('联系方式').fill(`联系电话：0750-5524538（${colorScheme}）`);
    await expectNoViolations(page);
    await page.getByRole('button', { name: '保存：市住房和城乡建设局' }).click();
    await expect(page.getByLabel('联系方式')).toHaveValue(`联系电话：0750-5524538（${colorScheme}）`);

    if (colorScheme === 'light') {
      const files: string[] = [];
      for (const path of ['', '/packages', '/exporters', '/sites', '/log']) {
        const file = testInfo.outputPath(`admin${path.replace('/', '-')}.html`);
        await writeFile(file, await (await page.request.get(`${open.url}/admin${path}`)).text());
        files.push(file);
      }
      await judgeHtml(files);
    }

    await page.goto(`${open.url}/admin/log`);
    await expect(page.getByText('校验链完整')).toBeVisible();
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
    await page.getByRole('button', { name: '退出' }).click();
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('feed and sitemap are well-formed XML', async ({ chrome, open }) => {
  const page = await (await chrome.newContext()).newPage();
  // The portal's own pages let nothing parse markup; an empty one does.
  await page.goto('about:blank');
  for (const path of ['/feed.xml', '/sitemap.xml']) {
    const text = await (await fetch(`${open.url}${path}`)).text();
    const error = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? '',
      text,
    );
    expect(error).toBe('');
  }
});
