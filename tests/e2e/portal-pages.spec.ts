import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';
import { packageBench, testDraftId } from '#tests/builders/package-inputs.ts';
import { judgeHtml } from '#tests/helpers/html-checker.ts';
import { test as base } from './fixtures/published-portal.ts';

interface PublishedPortal {
  readonly url: string;
  readonly articleUrl: string;
}

/** With one published article that has two pictures, an allowed link and one that leads out. */
const test = base.extend<object, { portal: PublishedPortal }>({
  portal: [
    async ({ open: { url, folder, publish } }, provide) => {
      const receipt = await publish(await (await packageBench(folder)).write(), testDraftId);
      await provide({ url, articleUrl: receipt.body.pageUrl });
    },
    { scope: 'worker' },
  ],
});

const question = '您访问的链接即将离开“市住房和城乡建设局”门户网站 是否继续？';

/** A page that may not reach beyond the portal: what it asks for elsewhere is noted and answered with a word. */
async function open(
  chrome: Browser,
  url: string,
  options: { readonly javaScriptEnabled?: boolean; readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<{ page: Page; outside: string[]; complaints: string[] }> {
  const context = await chrome.newContext(options);
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const { origin } = new URL(url);
  await context.route('**/*', async (route) => {
    if (new URL(route.request().url()).origin === origin) return route.continue();
    outside.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: 'outside' });
  });
  await page.goto(url);
  return { page, outside, complaints };
}

test('a link out asks first: by mouse, and 放弃 stays', async ({ chrome, portal }) => {
  const { page, outside, complaints } = await open(chrome, portal.articleUrl);
  const prompt = page.getByRole('dialog', { name: question });
  await page.getByRole('link', { name: '外部 <网站>' }).click();
  await expect(prompt).toBeVisible();
  await expect(prompt).toContainText('即将前往：example.com');
  await expect(page.getByRole('button', { name: '放弃' })).toBeFocused();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(prompt).toBeHidden();
  expect(page.url()).toBe(portal.articleUrl);
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a link out asks first: by keyboard alone, and 继续访问 goes on', async ({ chrome, portal }) => {
  const { page, outside } = await open(chrome, portal.articleUrl);
  const link = page.getByRole('link', { name: '外部 <网站>' });
  const prompt = page.getByRole('dialog', { name: question });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(prompt).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(prompt).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: '继续访问' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('https://example.com/a?b=1&c=2');
  expect(outside).toEqual(['https://example.com/a?b=1&c=2']);
});

test('without scripts the link itself leads to the question', async ({ chrome, portal }) => {
  const { page, outside } = await open(chrome, portal.articleUrl, { javaScriptEnabled: false });
  await page.getByRole('link', { name: '外部 <网站>' }).click();
  await expect(page.getByRole('heading', { name: question })).toBeVisible();
  expect(outside).toEqual([]);
  await page.getByRole('link', { name: '放弃' }).click();
  expect(page.url()).toBe(portal.articleUrl);
  await page.getByRole('link', { name: '外部 <网站>' }).click();
  await page.getByRole('link', { name: '继续访问' }).click();
  await page.waitForURL('https://example.com/a?b=1&c=2');
});

test('a link to a government site needs no question', async ({ chrome, portal }) => {
  const { page } = await open(chrome, portal.articleUrl);
  await page.getByRole('link', { name: '中国政府网' }).click();
  await page.waitForURL('https://www.gov.cn/zhengce/');
});

test('/leave sends nobody on by itself and takes only web addresses', async ({ portal }) => {
  const leave = async (to: string): Promise<Response> =>
    fetch(`${portal.url}/leave?to=${encodeURIComponent(to)}`, { redirect: 'manual' });
  const asked = await leave('https://example.com/?q="><script>alert(1)</script>');
  expect(asked.status).toBe(200);
  expect(await asked.text()).not.toContain('<script>alert');
  for (const to of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.com',
    '/x',
    'mailto:a@b.cn',
    'file:///x',
    '',
  ]) {
    expect((await leave(to)).status).toBe(400);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ chrome, portal }) => {
    const pages = ['/', '/nothing-here', '/leave?to=https%3A%2F%2Fexample.com%2F', new URL(portal.articleUrl).pathname];
    pages.push(`${new URL(portal.articleUrl).pathname}?view=large`);
    for (const path of pages) {
      const { page } = await open(chrome, `${portal.url}${path}`, { colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    const { page } = await open(chrome, portal.articleUrl, { colorScheme });
    await page.getByRole('link', { name: '外部 <网站>' }).click();
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
  });
}

test('nothing is cut at 320 pixels', async ({ chrome, portal }) => {
  for (const address of [portal.url, portal.articleUrl, `${portal.articleUrl}?view=large`]) {
    const { page } = await open(chrome, address);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('the Nu HTML checker has no complaint', async ({ portal }, testInfo) => {
  const files: string[] = [];
  for (const [index, path] of [
    '/',
    '/nothing-here',
    '/leave?to=https%3A%2F%2Fexample.com',
    '',
    '?view=large',
  ].entries()) {
    const file = testInfo.outputPath(`page-${index}.html`);
    await writeFile(
      file,
      await (await fetch(path.startsWith('/') ? `${portal.url}${path}` : `${portal.articleUrl}${path}`)).text(),
    );
    files.push(file);
  }
  await judgeHtml(files);
});
