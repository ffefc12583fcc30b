import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import { hostileHtml } from '#tests/builders/hostile-files.ts';
import type { Amendment } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { figureOf, packageBench } from '#tests/builders/package-inputs.ts';
import { signedOff } from '#tests/builders/review-record.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { payloads, provoke, watchForHarm } from './fixtures/hostile-markup.ts';
import { test, type OpenPortal } from './fixtures/published-portal.ts';

/** Each of these goes through every field of a package of its own. */
const chosen = payloads(24);
/** And so many more stand in the texts. */
const inTexts = payloads(900);

/** One line of words without control characters, as the fields of metadata are. */
const oneLine = (words: string): string =>
  words
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 190);

interface Published {
  readonly articles: readonly string[];
  /** Address of one that was withdrawn. */
  readonly withdrawn: string;
}

/**
 * Publishes one article for each payload: headline, caption, alternative text, credit, keywords, file names and all the
 * others. The first four are corrected for a hostile reason, the fifth is withdrawn for one.
 */
async function publishAll({ folder, publish }: OpenPortal): Promise<Published> {
  const bench = await packageBench(join(folder, 'hostile'));
  const writer = packageWriter(bench.media, packageReader);
  const share = Math.ceil(inTexts.length / chosen.length);
  const articles: string[] = [];
  let withdrawn = '';
  for (const [index, payload] of chosen.entries()) {
    // The portal lasts as long as the worker: neither the numbers nor the drafts of the tests beside.
    const number = index + 1001;
    const draftId = testId(number, 0xe);
    const words = oneLine(payload);
    const assets = bench.inputs.assets.map((asset) => ({ ...asset, name: `${words}.jpg` }));
    const [asset] = assets;
    if (!asset) throw new Error('no picture');
    const figure = { ...figureOf(asset, words), alt: words, credit: words };
    const texts = inTexts.slice(index * share, (index + 1) * share);
    const send = async (revision: number, amendment?: Amendment): Promise<{ name: string; pageUrl: string }> => {
      const content = contentOf(words, [figure, ...texts], {
        subheadline: words,
        listTitle: words,
        columnId: 'work-news',
        contentSource: words,
        authors: [words],
        keywords: [words, `${number}`],
        abstract: words,
        contactPhone: '0750-5524538',
        ...(amendment ? { amendment } : {}),
      });
      const records = signedOff(draftId, content);
      const inputs = { ...bench.inputs, draftId, number, revision, content, assets, records };
      const zip = await writer.writePackage(inputs, { folder: join(folder, 'hostile', 'packages') });
      return { name: zip.name, pageUrl: (await publish(zip, draftId)).body.pageUrl };
    };
    const { name, pageUrl } = await send(3);
    const at = '2026-11-24T06:00:00.000Z';
    const amendment = { replaces: name, reason: `${words}。`, publishedAt: bench.inputs.at, at };
    if (index < 4) await send(4, { ...amendment, kind: 'correct' });
    if (index === 4) {
      await send(4, { ...amendment, kind: 'withdraw' });
      withdrawn = pageUrl;
    } else articles.push(pageUrl);
  }
  return { articles, withdrawn };
}

/** The mouse over what stands there, and the keyboard through it. */
async function wander(page: Page): Promise<void> {
  // The question about leaving has words too, which are there only while it is asked.
  const places = page.locator('figure, figcaption, h1, p').filter({ visible: true });
  for (const place of (await places.all()).slice(0, 5)) {
    await place.hover({ force: true });
    await place.click({ force: true, position: { x: 2, y: 2 } });
  }
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Tab');
}

type Alarms = () => readonly string[];

/** Goes to an address and does there what a visitor might; nothing may run, load or lead away. */
async function expectHarmless(page: Page, alarms: Alarms, address: string): Promise<void> {
  await page.goto(address);
  await wander(page);
  expect(await provoke(page, 'body'), address).toEqual([]);
  expect(page.url(), address).toBe(address);
  expect(alarms(), address).toEqual([]);
}

test('what is made to run does not, through any field of a package, on any page of the portal', async ({
  chrome,
  open,
}) => {
  test.setTimeout(300_000);
  const { articles, withdrawn } = await publishAll(open);
  const page = await (await chrome.newContext()).newPage();
  await page.goto(open.url);
  const all = watchForHarm(page, (url) => url.startsWith(`${open.url}/`));
  /** Navigation inside the portal is ours. */
  const alarms: Alarms = () => all.filter((alarm) => !alarm.startsWith(`navigation ${open.url}/`));

  await test.step('lists, articles, large text, corrections and the notice of a withdrawn one', async () => {
    const column = `?column=${encodeURIComponent('工作动态')}`;
    for (const path of ['', '?page=2', column]) await expectHarmless(page, alarms, `${open.url}/${path}`);
    for (const address of articles) await expectHarmless(page, alarms, address);
    for (const address of articles.slice(0, 4)) {
      await expectHarmless(page, alarms, `${address}?view=large`);
      await expect(page.locator('.correction')).toContainText(oneLine(chosen[articles.indexOf(address)] ?? ''));
    }
    await expectHarmless(page, alarms, withdrawn);
    await expect(page.getByRole('heading', { name: '稿件已撤下' })).toBeVisible();
    // The words are there, as words.
    await page.goto(articles[0] ?? '');
    await expect(page.locator('h1')).toHaveText(oneLine(chosen[0] ?? ''));
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(100);
  });

  await test.step('what is asked for: columns, pages, addresses to leave for', async () => {
    for (const payload of chosen.slice(0, 12)) {
      const asked = encodeURIComponent(oneLine(payload));
      for (const path of [`?column=${asked}`, `nothing/${asked}`, `leave?to=${asked}`, `articles/${asked}/`]) {
        await page.goto(`${open.url}/${path}`);
        expect(await provoke(page, 'body'), path).toEqual([]);
        expect(alarms(), path).toEqual([]);
      }
    }
  });

  await test.step('feed and sitemap, opened in a browser', async () => {
    for (const path of ['feed.xml', 'sitemap.xml']) {
      await page.goto(`${open.url}/${path}`).catch((thrown: unknown) => {
        // Chromium keeps a feed as a file.
        if (!String(thrown).includes('Download is starting')) throw thrown;
      });
      expect(alarms(), path).toEqual([]);
    }
  });

  await test.step('every page of the administration, with names that are as hostile', async () => {
    const [name = ''] = chosen;
    await open.portal.exporters.add(oneLine(name).slice(0, 40));
    const password = await open.portal.administrators.add(oneLine(name).slice(0, 40));
    await page.goto(`${open.url}/admin`);
    await page.getByLabel('姓名').fill(oneLine(name).slice(0, 40));
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(`${open.url}/admin`);
    for (const path of ['packages', 'packages?page=2', 'exporters', 'sites', 'log']) {
      await page.goto(`${open.url}/admin/${path}`);
      expect(await provoke(page, 'body'), path).toEqual([]);
    }
    for (const payload of chosen.slice(0, 12)) {
      await page.goto(`${open.url}/admin/packages?query=${encodeURIComponent(oneLine(payload))}`);
      await page.getByLabel('查找').focus();
      expect(await provoke(page, 'body'), payload).toEqual([]);
    }
    expect(alarms()).toEqual([]);
  });

  await test.step('a site whose own words are hostile', async () => {
    const [site] = await open.portal.sites.list();
    const [first = '', ...others] = chosen.map((payload) => oneLine(payload).slice(0, 100));
    if (!site) throw new Error('no site');
    const hostile = { ...site, siteName: first, bureauName: first, contacts: others, filings: others };
    await open.portal.sites.change(hostile, 'portal');
    for (const address of [`${open.url}/`, articles[0] ?? '', withdrawn, `${open.url}/admin/sites`]) {
      await page.goto(address);
      expect(await provoke(page, 'body'), address).toEqual([]);
      expect(alarms(), address).toEqual([]);
    }
    await open.portal.sites.change(site, 'portal');
  });

  await test.step('the alarms ring where nothing guards', async () => {
    const bare = await page.context().newPage();
    const rung = watchForHarm(bare, (url) => url.startsWith('about:'));
    await bare.setContent(hostileHtml(inTexts.slice(0, 60)));
    await expect.poll(() => rung.some((alarm) => alarm.startsWith('dialog'))).toBe(true);
    expect((await provoke(bare, 'body')).length).toBeGreaterThan(3);
  });
});
