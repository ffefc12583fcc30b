import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import sharp from 'sharp';
import type { RendererApi } from '#shared/ipc/contract.ts';
import { expectSaved, figures, firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });
const line = (page: Page, name: RegExp) => page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name });

async function begin(page: Page): Promise<void> {
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await expect(headline(page)).toBeFocused();
}

async function compose(cdp: CDPSession, steps: readonly string[], words: string): Promise<void> {
  for (const step of steps) {
    await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await cdp.send('Input.insertText', { text: words });
}

/** What the store has, of the one draft that there is: headline, secondary headline, text. */
async function storedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { gaoqian } = window as unknown as { gaoqian: RendererApi };
    const request = { filter: 'mine', sort: 'updated', query: '', cursor: null, limit: 10 } as const;
    const list = await gaoqian.invoke('draft:list', request);
    const draftId = list.ok ? list.value.items[0]?.id : undefined;
    const draft = draftId === undefined ? undefined : await gaoqian.invoke('draft:open', { draftId });
    if (!draft?.ok) return [];
    const { metadata, document } = draft.value.content;
    const text = [...JSON.stringify(document).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join('');
    return [metadata.headline, metadata.subheadline, text];
  });
}

async function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: '#5b7f9f' } })
    .jpeg()
    .toBuffer();
}

async function undo(page: Page, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press('Control+z');
}

test('undo goes through headline, text and the fields at the side in the order in which they were written', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await page.keyboard.type('安全检查');
  await page.keyboard.press('Enter');
  await page.keyboard.type('昨日上午。');
  const info = await openTab(page, '信息');
  await info.getByLabel('副题').fill('副题');
  await info.getByLabel('栏目').selectOption({ label: '通知公告' });
  await sheetText(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type('市住建局。');

  await undo(page);
  await expect(sheetText(page)).toHaveText('昨日上午。');
  await undo(page);
  await expect(info.getByLabel('栏目')).toHaveValue('');
  await expect(info.getByLabel('栏目')).toBeFocused();
  // From a list there is no typing; the keys work there too.
  await undo(page);
  await expect(info.getByLabel('副题')).toHaveValue('');
  await expect(info.getByLabel('副题')).toBeFocused();
  await undo(page);
  await expect(sheetText(page)).toHaveText('');
  await undo(page);
  await expect(headline(page)).toHaveText('');
  await expect(headline(page)).toBeFocused();
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Control+y');
  await expect(headline(page)).toHaveText('安全检查');
  await expect(sheetText(page)).toHaveText('昨日上午。市住建局。');
  await expect(info.getByLabel('副题')).toHaveValue('副题');
  await expect(info.getByLabel('栏目')).toHaveValue('notices');
});

test('a picture that is chosen before the tools are drawn for the sheet comes into it', async ({ launchDesk }) => {
  const { page, dataFolder } = await launchDesk();
  const photo = join(dataFolder, '现场.jpg');
  await writeFile(photo, await photograph());
  await firstStart(page, '拟稿员甲');
  // So slow that the tools, which are drawn last, are far behind.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  await page.evaluate(() => document.querySelector<HTMLElement>('.no-draft button')?.click());
  await sheetText(page).waitFor();
  await page.locator('.toolbar-row input[type=file]').setInputFiles(photo);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(figures(page).locator('img')).toBeVisible();
});

test('undo and redo walk from the headline through text, caption and credit to the fields at the side and back', async ({
  launchDesk,
}) => {
  const { page, dataFolder } = await launchDesk();
  const photo = join(dataFolder, '现场.jpg');
  await writeFile(photo, await photograph());
  await begin(page);
  await page.keyboard.type('安全检查');
  await page.keyboard.press('Enter');
  await page.keyboard.type('昨日上午。');
  await page.locator('.toolbar-row input[type=file]').setInputFiles(photo);
  const figure = figures(page).first();
  await expect(figure.locator('img')).toBeVisible();
  const words = figure.locator('.gq-caption');
  await words.click();
  await page.keyboard.type('检查现场');
  await page.keyboard.press('Tab');
  const credit = figure.getByRole('textbox', { name: '摄影' });
  await expect(credit).toBeFocused();
  await page.keyboard.type('张三');
  const info = await openTab(page, '信息');
  await info.getByLabel('副题').fill('冬季专项');
  await info.getByLabel('列表标题').fill('冬检');

  /** Headline, text, pictures, caption, credit, subheadline and list title as they are seen. */
  const seen = async (): Promise<readonly (string | number)[]> => [
    (await headline(page).innerText()).trim(),
    (await sheetText(page).locator('.gq-paragraph').first().innerText()).trim(),
    await figures(page).count(),
    ...((await figures(page).count()) === 0 ? ['', ''] : [(await words.innerText()).trim(), await credit.inputValue()]),
    await info.getByLabel('副题').inputValue(),
    await info.getByLabel('列表标题').inputValue(),
  ];
  const steps: (readonly (string | number)[])[] = [
    ['安全检查', '昨日上午。', 1, '检查现场', '张三', '冬季专项', '冬检'],
    ['安全检查', '昨日上午。', 1, '检查现场', '张三', '冬季专项', ''],
    ['安全检查', '昨日上午。', 1, '检查现场', '张三', '', ''],
    ['安全检查', '昨日上午。', 1, '检查现场', '', '', ''],
    ['安全检查', '昨日上午。', 1, '', '', '', ''],
    ['安全检查', '昨日上午。', 0, '', '', '', ''],
    ['安全检查', '', 0, '', '', '', ''],
    ['', '', 0, '', '', '', ''],
  ];
  for (const step of steps.slice(1)) {
    await undo(page);
    await expect.poll(seen).toEqual(step);
  }
  for (const step of steps.toReversed().slice(1)) {
    await page.keyboard.press('Control+y');
    await expect.poll(seen).toEqual(step);
  }
});

test('the history is still there after another draft, and after a restart', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await begin(desk.page);
  await desk.page.keyboard.type('甲稿');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('第一句。第二句。');
  await expectSaved(desk.page);
  await desk.page.keyboard.press('Control+n');
  await expect(headline(desk.page)).toHaveText('');
  await desk.page.keyboard.type('乙稿');
  await line(desk.page, /甲稿/).click();
  await expect(headline(desk.page)).toHaveText('甲稿');
  await sheetText(desk.page).click();
  await undo(desk.page);
  await expect(sheetText(desk.page)).toHaveText('第一句。');

  await desk.restart();
  await line(desk.page, /甲稿/).click();
  await expect(sheetText(desk.page)).toHaveText('第一句。');
  await sheetText(desk.page).click();
  await desk.page.keyboard.press('Control+y');
  await expect(sheetText(desk.page)).toHaveText('第一句。第二句。');
  await undo(desk.page, 3);
  await expect(sheetText(desk.page)).toHaveText('');
  await expect(headline(desk.page)).toHaveText('');
});

test('a version that is brought back can be undone like anything else', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page);
  await page.keyboard.type('第一稿');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 2 版。')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('后来的话。');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 3 版。')).toBeVisible();
  await openTab(page, '版本');
  const second = page.getByRole('region', { name: '版本' }).getByRole('button', { name: /第 2 版/ });
  await second.click();
  await page.getByRole('button', { name: '恢复这一版' }).click();
  // The version's own preview is a text too while its dialog closes.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(sheetText(page)).toHaveText('');
  await sheetText(page).click();
  await undo(page);
  await expect(sheetText(page)).toHaveText('后来的话。');
  await undo(page);
  await expect(sheetText(page)).toHaveText('');
  await expect(headline(page)).toHaveText('第一稿');
});

test('another draft chosen during a composition takes no settled word with it, and the history stays whole', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await page.keyboard.type('甲稿');
  await expectSaved(page);
  await page.keyboard.press('Control+n');
  await expect(headline(page)).toHaveText('');
  await page.keyboard.type('乙稿');
  await page.keyboard.press('Enter');
  const cdp = await page.context().newCDPSession(page);
  await compose(cdp, ['j', 'jin'], '今天');
  await cdp.send('Input.imeSetComposition', { text: 'wan', selectionStart: 3, selectionEnd: 3 });
  await line(page, /甲稿/).click();
  await expect(headline(page)).toHaveText('甲稿');
  await line(page, /乙稿/).click();
  // What the browser makes of letters that lose the focus is its own; the words that were chosen are ours.
  await expect(sheetText(page)).toHaveText(/^今天(wan)?$/);
  await sheetText(page).click();
  await undo(page, 2);
  await expect(sheetText(page)).toHaveText('');
});

test.describe('the headline', () => {
  test('has what was typed before the new sheet stood there, and the draft before has none of it', async ({
    launchDesk,
  }) => {
    const { page } = await launchDesk();
    await begin(page);
    await page.keyboard.type('第一篇');
    await page.keyboard.press('Enter');
    await page.keyboard.type('正文。');
    for (const words of ['快讯', '通报']) {
      await page.keyboard.press('Control+n');
      await page.keyboard.type(words);
      await expect(headline(page)).toHaveText(words);
      await expect(headline(page)).toBeFocused();
    }
    const cdp = await page.context().newCDPSession(page);
    await page.keyboard.press('Control+n');
    await compose(cdp, ['z', 'zhu'], '住建');
    await page.keyboard.type('！');
    await expect(headline(page)).toHaveText('住建！');
    await undo(page);
    await expect(headline(page)).toHaveText('');
    await line(page, /第一篇/).click();
    await expect(sheetText(page)).toHaveText('正文。');
    await expect(page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name: /通报/ })).toBeVisible();
  });

  test('hands on to the text and takes over from it, and neither key takes a character', async ({ launchDesk }) => {
    const { page } = await launchDesk();
    await begin(page);
    await page.keyboard.type('标题');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('正文');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('一');
    await expect(headline(page)).toHaveText('标题一');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('二');
    await expect(headline(page)).toHaveText('标题一二');
    await expect(sheetText(page)).toHaveText('正文');
  });

  test('takes what has several lines as one', async ({ launchDesk }) => {
    const { page } = await launchDesk();
    await begin(page);
    await page.keyboard.type('前后');
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '市住建局\n开展检查\n');
      const target = document.activeElement;
      target?.dispatchEvent(
        new InputEvent('beforeinput', {
          inputType: 'insertFromPaste',
          dataTransfer: data,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    await expect(headline(page)).toHaveText('前市住建局 开展检查后');
    await undo(page, 2);
    await expect(headline(page)).toHaveText('');
  });

  test('composes like the text: letters are no words, autosave in between changes nothing', async ({ launchDesk }) => {
    const { page } = await launchDesk();
    await begin(page);
    await page.keyboard.type('快讯！');
    await expectSaved(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
    // The window asks for a save at the worst moment.
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(headline(page)).toHaveText('快讯！zhu');
    expect(await storedWords(page)).toEqual(['快讯！', '', '']);
    await compose(cdp, ['zhu j', 'zhu jian'], '住建');
    await expect(headline(page)).toHaveText('快讯！住建');
    await undo(page);
    await expect(headline(page)).toHaveText('快讯！');
    await undo(page);
    await expect(headline(page)).toHaveText('');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect(headline(page)).toHaveText('快讯！住建');
  });
});

test('what stands before a composition is saved while it goes on, its letters are not', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page);
  const cdp = await page.context().newCDPSession(page);
  const tryLetters = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  await page.keyboard.type('快讯！');
  await tryLetters('zhu');
  await expect.poll(() => storedWords(page)).toEqual(['快讯！', '', '']);
  await compose(cdp, ['zhu jian'], '住建');

  await page.keyboard.press('Enter');
  await page.keyboard.type('昨日，');
  await tryLetters('shi');
  await expect.poll(() => storedWords(page)).toEqual(['快讯！住建', '', '昨日，']);
  await compose(cdp, ['shi ju'], '市局');

  const info = await openTab(page, '信息');
  await info.getByLabel('副题').click();
  await page.keyboard.type('（一）');
  await tryLetters('jian');
  await expect.poll(() => storedWords(page)).toEqual(['快讯！住建', '（一）', '昨日，市局']);
  await tryLetters('jian cha');
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(info.getByLabel('副题')).toHaveValue('（一）jian cha');
  expect(await storedWords(page)).toEqual(['快讯！住建', '（一）', '昨日，市局']);
  await compose(cdp, [], '检查');
  await expect.poll(() => storedWords(page)).toEqual(['快讯！住建', '（一）检查', '昨日，市局']);
});

test('a word that an input method has just settled in a field is the step that undo takes back', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  const cdp = await page.context().newCDPSession(page);
  const info = await openTab(page, '信息');
  // A page that is never idle: what waits for that comes after the next key.
  await page.evaluate(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  for (const field of [info.getByLabel('摘要'), headline(page)]) {
    const shown = () => field.evaluate((one) => (one as HTMLTextAreaElement).value ?? one.textContent);
    await field.click();
    await compose(cdp, ['du', 'du dao'], '督导。');
    await compose(cdp, ['jian', 'jian cha'], '检查');
    await undo(page);
    await expect.poll(shown).toBe('督导。');
    await page.keyboard.press('Control+y');
    await expect.poll(shown).toBe('督导。检查');
  }
});
