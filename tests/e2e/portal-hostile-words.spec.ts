import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { packageReader } from '#main/publishing/package-reader.ts';
import { packageWriter } from '#main/publishing/package-writer.ts';
import { hostileHtml } from '#tests/builders/hostile-files.ts';
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

/** Publishes one article for each payload: headline, caption, alternative text, credit, keywords and all the others. */
async function publishAll({ folder, publish }: OpenPortal): Promise<readonly string[]> {
  const bench = await packageBench(join(folder, 'hostile'));
  const writer = packageWriter(bench.media, packageReader);
  const share = Math.ceil(inTexts.length / chosen.length);
  const addresses: string[] = [];
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
    const content = contentOf(words, [figure, ...texts], {
      subheadline: words,
      listTitle: words,
      columnId: 'work-news',
      contentSource: words,
      authors: [words],
      keywords: [words, `${number}`],
      abstract: words,
      contactPhone: '0750-5524538',
    });
    const inputs = { ...bench.inputs, draftId, number, content, assets, records: signedOff(draftId, content) };
    const zip = await writer.writePackage(inputs, { folder: join(folder, 'hostile', 'packages') });
    addresses.push((await publish(zip, draftId)).body.pageUrl);
  }
  return addresses;
}

/** The mouse over what stands there, and the keyboard through it. */
async function wander(page: Page): Promise<void> {
  for (const place of (await page.locator('figure, figcaption, h1, p').all()).slice(0, 5)) {
    await place.hover({ force: true });
    await place.click({ force: true, position: { x: 2, y: 2 } });
  }
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Tab');
}

test('what is made to run does not, through any field of a package, on the published pages', async ({
  chrome,
  open,
}) => {
  test.setTimeout(240_000);
  const addresses = await publishAll(open);
  const page = await (await chrome.newContext()).newPage();
  await page.goto(open.url);
  const alarms = watchForHarm(page, (url) => url.startsWith(`${open.url}/`));
  const visited = (): string[] => alarms.filter((alarm) => !alarm.startsWith(`navigation ${open.url}/`));
  for (const address of [`${open.url}/`, `${open.url}/?page=2`, ...addresses]) {
    await page.goto(address);
    if (addresses.includes(address)) await wander(page);
    expect(await provoke(page, 'body'), address).toEqual([]);
    expect(page.url(), address).toBe(address);
    expect(visited(), address).toEqual([]);
  }
  // The words are there, as words.
  await page.goto(addresses[0] ?? '');
  await expect(page.locator('h1')).toHaveText(oneLine(chosen[0] ?? ''));
  expect((await page.locator('article').innerText()).length).toBeGreaterThan(100);

  await test.step('the alarms ring where nothing guards', async () => {
    const bare = await page.context().newPage();
    const rung = watchForHarm(bare, (url) => url.startsWith('about:'));
    await bare.setContent(hostileHtml(inTexts.slice(0, 60)));
    await expect.poll(() => rung.some((alarm) => alarm.startsWith('dialog'))).toBe(true);
    expect((await provoke(bare, 'body')).length).toBeGreaterThan(3);
  });
});
