import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectSaved, firstStart, openDraft, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const bar = (page: Page) => page.getByRole('search', { name: '查找和替换' });
const field = (page: Page) => bar(page).getByRole('textbox', { name: '查找', exact: true });
const status = (page: Page) => bar(page).getByRole('status');
const headline = (page: Page) => page.locator('.headline');

/** A new draft with this headline and these paragraphs. */
async function write(page: Page, title: string, paragraphs: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await headline(page).click();
  await page.keyboard.insertText(title);
  await page.keyboard.press('Enter');
  for (const [index, words] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(words);
  }
  await expect(sheetText(page)).toContainText(paragraphs.at(-1) ?? '');
}

/** The words that a highlight of the page covers, in the order in which they stand. */
async function highlighted(page: Page, name: string): Promise<readonly string[]> {
  return await page.evaluate(
    (name) => Array.from(CSS.highlights.get(name) ?? [], (range) => String(range as Range)),
    name,
  );
}

async function words(page: Page): Promise<readonly string[]> {
  return await sheetText(page)
    .locator('p')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
}

test('the bar never stands on a match in the headline, and Tab goes through its fields', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '老旧小区改造惠及三千户', ['今年以来']);
  await page.keyboard.press('Control+h');
  await page.keyboard.type('改造');
  await expect(status(page)).toHaveText('1/1');
  const room = async (): Promise<number> => {
    const [over, below] = [await bar(page).boundingBox(), await headline(page).boundingBox()];
    return over && below ? below.y - over.y - over.height : Number.NaN;
  };
  await expect.poll(room).toBeGreaterThanOrEqual(0);

  // From the one field Tab leads to the other.
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('textbox', { name: '替换为' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(field(page)).toBeFocused();
});

test('walks round the matches by keys, shows them on the sheet and stays at the last one', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '住建局召开会议', ['市住建局通报。', '住建局和住建局党组。']);

  await page.keyboard.press('Control+f');
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText('住建局');
  // The caret stood at the end, so the search begins again at the top.
  await expect(status(page)).toHaveText('1/4');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('2/4');
  await expect.poll(() => highlighted(page, 'gaoqian-find')).toEqual(['住建局', '住建局']);
  expect(await highlighted(page, 'gaoqian-find-current')).toEqual(['住建局']);
  expect(await highlighted(page, 'gaoqian-find-title')).toEqual(['住建局']);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(status(page)).toHaveText('4/4');
  await page.keyboard.press('F3');
  await expect(status(page)).toHaveText('1/4');
  await page.keyboard.press('Shift+F3');
  await expect(status(page)).toHaveText('4/4');

  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(sheetText(page)).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('住建局');
  expect(await highlighted(page, 'gaoqian-find')).toEqual([]);
  await page.keyboard.insertText('房管局');
  expect(await words(page)).toEqual(['市住建局通报。', '住建局和房管局党组。']);
});

test('with nothing found, Escape goes back to the field and the caret from which it was opened', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '市住建局检查', ['昨日上午']);
  const abstract = page.getByLabel('摘要');
  await abstract.fill('督导');
  for (const [place, words] of [
    [headline(page), '市住建局〇检查'],
    [abstract, '督〇导'],
    [sheetText(page), '昨日〇上午'],
  ] as const) {
    await place.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    if (words.endsWith('检查') || words.endsWith('上午')) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+f');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('无此词');
    await page.keyboard.press('Escape');
    await expect(place).toBeFocused();
    await page.keyboard.insertText('〇');
    await expect.poll(() => place.evaluate((one) => (one as HTMLTextAreaElement).value ?? one.textContent)).toBe(words);
  }
});

test('a match in the headline is where the person is left', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '关于住建局的通知', ['正文']);
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('住建局');
  await expect(status(page)).toHaveText('1/1');
  await expect.poll(() => highlighted(page, 'gaoqian-find-title-current')).toEqual(['住建局']);
  await page.keyboard.press('Escape');
  await expect(headline(page)).toBeFocused();
  await page.keyboard.insertText('房管局');
  await expect(headline(page)).toHaveText('关于房管局的通知');
});

test('the selected words are looked for; the options narrow the search', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '系统', ['APP上线', 'app、ａｐｐ、apps']);
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+f');
  await expect(field(page)).toHaveValue('APP');
  await expect(status(page)).toHaveText('1/4');
  const option = (name: string) => bar(page).getByRole('button', { name });
  await option('全字匹配').click();
  await expect(status(page)).toHaveText('1/3');
  await option('区分全角半角').click();
  await expect(status(page)).toHaveText('1/2');
  await option('区分大小写').click();
  await expect(status(page)).toHaveText('1/1');
  await expect(option('区分大小写')).toHaveAttribute('aria-pressed', 'true');
});

test('what is written on the sheet is found at once', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '通报', ['第一段']);
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('住建');
  await expect(status(page)).toHaveText('没有找到');
  await sheetText(page).locator('p').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('住建局住建');
  await expect(status(page)).toHaveText('1/2');
  await expect(sheetText(page)).toBeFocused();
});

test('looks in what was typed a moment ago, from where the caret stands', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  // Words are saved long after they are looked for.
  await page.addInitScript(() => {
    const start = globalThis.setTimeout;
    const late = (run: () => void, delay = 0) => start(run, delay >= 200 ? delay * 10 : delay);
    Object.defineProperty(globalThis, 'setTimeout', { value: late });
  });
  await page.reload();
  await firstStart(page, '陈思');
  await write(page, '2023年计划', ['要点']);
  await expectSaved(page);
  await page.keyboard.insertText('：2022年');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('年');
  await expect(status(page)).toHaveText('2/2');
  await expectSaved(page);
  await expect(status(page)).toHaveText('2/2');
});

test('an input method in the field: only what was chosen is looked for', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, 'zhu', ['zhujian住建']);
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.press('Control+f');
  for (const text of ['z', 'zhu', 'zhu jian']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(field(page)).toHaveValue('zhu jian');
  await expect(status(page)).toHaveText('');
  // Enter that takes the letters as they are walks nowhere; then the candidate.
  await cdp.send('Input.insertText', { text: '住建' });
  await expect(status(page)).toHaveText('1/1');
  await expect(field(page)).toHaveValue('住建');
  await cdp.send('Input.imeSetComposition', { text: 'ju', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(field(page)).toHaveValue('住建');
  await expect(status(page)).toHaveText('1/1');
});

test('replaces one, then all in one undo step, headline too, and says how many', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '2023年计划', ['2023年5月、2023年6月', '2022年', '截至2023年底']);
  await page.keyboard.press('Control+Home');
  // The browser tells of a moved caret in a task of its own.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await page.keyboard.press('Control+h');
  await page.keyboard.insertText('(\\d{4})年');
  await bar(page).getByRole('button', { name: '正则表达式' }).click();
  await expect(status(page)).toHaveText('2/5');
  const replacement = bar(page).getByRole('textbox', { name: '替换为' });
  await replacement.fill('$1 年度');
  await replacement.press('Enter');
  await expect(status(page)).toHaveText('2/4');
  expect(await words(page)).toEqual(['2023 年度5月、2023年6月', '2022年', '截至2023年底']);

  await bar(page).getByRole('button', { name: '全部替换' }).click();
  await expect(status(page)).toHaveText('已替换 4 处');
  // Done is no fault.
  await expect(field(page)).toHaveAttribute('aria-invalid', 'false');
  expect(await words(page)).toEqual(['2023 年度5月、2023 年度6月', '2022 年度', '截至2023 年度底']);
  await expect(headline(page)).toContainText('2023 年度计划');

  await page.keyboard.press('Escape');
  await sheetText(page).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => words(page)).toEqual(['2023 年度5月、2023年6月', '2022年', '截至2023年底']);
  await expect(headline(page)).toHaveText('2023年计划');
  await page.keyboard.press('Control+y');
  await expect.poll(() => words(page)).toEqual(['2023 年度5月、2023 年度6月', '2022 年度', '截至2023 年度底']);
  await expect(headline(page)).toHaveText('2023 年度计划');
  await expectSaved(page);
});

test('says how many were replaced when a search that follows the sheet comes in between', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  // A worker that answers later than a search begins to follow a change.
  await page.addInitScript(() => {
    const QuickWorker = Worker;
    class SlowWorker extends QuickWorker {
      override addEventListener(type: string, hear: EventListenerOrEventListenerObject): void {
        const answer = (event: Event) => (typeof hear === 'function' ? hear(event) : hear.handleEvent(event));
        super.addEventListener(type, (event) => void setTimeout(() => answer(event), 400));
      }
    }
    Object.defineProperty(globalThis, 'Worker', { value: SlowWorker });
  });
  await page.reload();
  await firstStart(page, '陈思');
  await write(page, '小区改造', ['改造和改造']);
  await expectSaved(page);
  await page.keyboard.press('Control+h');
  await page.keyboard.insertText('改造');
  await expect(status(page)).toHaveText('1/3');
  await bar(page).getByRole('textbox', { name: '替换为' }).fill('更新');
  await sheetText(page).click();
  await page.keyboard.insertText('完');
  await bar(page).getByRole('button', { name: '全部替换' }).click();
  await expect(status(page)).toHaveText('已替换 3 处');
  await expectSaved(page);
  await expect(status(page)).toHaveText('已替换 3 处');
});

test('an expression that is none is said to be; one that never ends is stopped while typing goes on', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '编号', [`${'a'.repeat(40)}！`]);
  await page.keyboard.press('Control+f');
  await bar(page).getByRole('button', { name: '正则表达式' }).click();
  await field(page).fill('(');
  await expect(status(page)).toHaveText('正则表达式不完整或有误');
  await field(page).fill('(a+)+$');
  await sheetText(page).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('字照打');
  await expect(sheetText(page)).toContainText('！字照打', { timeout: 1000 });
  await expect(status(page)).toHaveText('这个正则表达式太费时，已停止查找');
  await field(page).fill('a{40}');
  await expect(status(page)).toHaveText('1/1');
});

test('in 5,000 paragraphs every match is counted, those in sight are marked, and keys arrive', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '长稿', ['开头']);
  const lines = Array.from({ length: 5000 }, (_, index) => `第${String(index)}段，住建局的住建工作。`).join('\n');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('.gq-text')?.dispatchEvent(event);
  }, lines);
  await expect(sheetText(page).locator('p')).toHaveCount(5000);
  await expectSaved(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('住建');
  await expect(status(page)).toHaveText('1/10000');
  const marked = await highlighted(page, 'gaoqian-find');
  expect(marked.length).toBeGreaterThan(10);
  expect(marked.length).toBeLessThan(1000);

  // To the last one, at the far end: it comes into sight and is marked there.
  await page.keyboard.press('Shift+Enter');
  await expect(status(page)).toHaveText('10000/10000');
  await expect(sheetText(page).locator('p').last()).toBeInViewport();
  await expect.poll(() => highlighted(page, 'gaoqian-find-current')).toEqual(['住建']);

  await sheetText(page).locator('p').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('住建');
  await expect(sheetText(page).locator('p').last()).toHaveText(/住建$/);
  await expect(status(page)).toHaveText(/\/10001$/);

  await page.keyboard.press('Control+h');
  await bar(page).getByRole('textbox', { name: '替换为' }).fill('房建');
  await bar(page).getByRole('button', { name: '全部替换' }).click();
  await expect(status(page)).toHaveText('已替换 10001 处', { timeout: 30_000 });
  await expect(sheetText(page).locator('p').first()).toContainText('房建局的房建工作');
});

test('a draft that may not be changed: found in, not replaced in', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await write(page, '旧稿', ['住建局']);
  await expectSaved(page);
  await page.getByRole('list', { name: '稿件列表' }).getByRole('button').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移到回收站' }).click();
  await openDraft(page, '回收站');
  await page.keyboard.press('Control+h');
  await page.keyboard.insertText('住建');
  await expect(status(page)).toHaveText('1/1');
  await expect(bar(page).getByRole('textbox', { name: '替换为' })).toBeDisabled();
  await expect(bar(page).getByRole('button', { name: '全部替换' })).toBeDisabled();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the bar is accessible and fits a small window, ${colorScheme}`, async ({ launchDesk }) => {
    const { page } = await launchDesk({ viewport: { width: 1024, height: 700 }, colorScheme });
    await firstStart(page, '陈思');
    await write(page, '住建局', ['住建局通报']);
    await page.keyboard.press('Control+h');
    await page.keyboard.insertText('住建局');
    await expect(status(page)).toHaveText(/2$/);
    await expect(async () => {
      const { violations } = await new AxeBuilder({ page }).include('.find-bar').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    }).toPass({ timeout: 15_000 });
    const box = await bar(page).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(1024);
  });
}
