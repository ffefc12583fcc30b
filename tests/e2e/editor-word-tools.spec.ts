import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import type { BlockNode } from '#shared/document/schema.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const linked = (url: string, text: string): BlockNode => ({
  type: 'paragraph',
  children: [
    { type: 'text', text: '见' },
    { type: 'link', url, children: [{ type: 'text', text }] },
    { type: 'text', text: '全文' },
  ],
});
const tools = (sheet: Sheet): Locator => sheet.page.getByRole('toolbar', { name: '所选文字的工具' });
const linkBar = (sheet: Sheet): Locator => sheet.page.getByRole('toolbar', { name: '链接', exact: true });
const linkForm = (sheet: Sheet): Locator => sheet.page.getByRole('dialog', { name: '链接' });
const opened = (sheet: Sheet): Promise<string[]> =>
  sheet.page.evaluate(() => (window as unknown as HarnessWindow).opened);

/** Whether two boxes share a point. */
async function overlap(one: Locator, sheet: Sheet): Promise<boolean> {
  const box = await one.boundingBox();
  const selected = await sheet.page.evaluate(() => {
    const rects = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])];
    return rects.map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
  });
  if (box === null) return false;
  return selected.some(
    ({ left, right, top, bottom }) =>
      left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y,
  );
}

test.describe('the floating toolbar', () => {
  test('stands beside selected words and never on them, wherever they are', async ({ openSheet }) => {
    const sheet = await openSheet(Array.from({ length: 40 }, () => words('市住房和城乡建设局'.repeat(12))));
    for (const block of [0, 1, 12, 39]) {
      await sheet.select(block, 3, 20);
      await expect(tools(sheet)).toBeVisible();
      expect(await overlap(tools(sheet), sheet)).toBe(false);
    }
    // Where all that is seen is selected there is no place beside it.
    await sheet.page.keyboard.press('Control+a');
    await sheet.page.evaluate(() => window.scrollTo(0, 1500));
    await expect(tools(sheet)).toBeHidden();
  });

  test('is there for selected words only: not for a caret, a figure, while the pointer draws or words are composed', async ({
    openSheet,
  }) => {
    const figure: BlockNode = { type: 'figure', asset: 'a'.repeat(64), alt: '', credit: '', children: [] };
    const sheet = await openSheet([words('市住房和城乡建设局'), figure]);
    await sheet.caret(0, 2);
    await expect(tools(sheet)).toBeHidden();
    const box = (await sheet.page.locator('.gq-paragraph').boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await sheet.page.mouse.move(box.x + 40, box.y + 15);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(box.x + 140, box.y + 15, { steps: 4 });
    await expect.poll(async () => (await sheet.selection()).words.length).toBeGreaterThan(2);
    await expect(tools(sheet)).toBeHidden();
    await sheet.page.mouse.up();
    await expect(tools(sheet)).toBeVisible();
    await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
    await expect(tools(sheet)).toBeHidden();
    await sheet.cdp.send('Input.insertText', { text: '住' });
    await expect(tools(sheet)).toBeHidden();
    await sheet.page.locator('.gq-picture').click();
    await expect(tools(sheet)).toBeHidden();
  });

  test('formats, and shows what is selected; several acts in a row keep the selection', async ({ openSheet }) => {
    const sheet = await openSheet([words('二氧化碳CO2')]);
    await sheet.select(0, 6, 7);
    await tools(sheet).getByRole('button', { name: '下标' }).click();
    await expect(tools(sheet).getByRole('button', { name: '下标' })).toHaveAttribute('aria-pressed', 'true');
    await tools(sheet).getByRole('button', { name: '加粗' }).click();
    expect((await sheet.read()).children).toMatchObject([
      { children: [{ text: '二氧化碳CO' }, { text: '2', formats: ['bold', 'subscript'] }] },
    ]);
    expect((await sheet.selection()).words).toBe('2');
  });

  test('is reached and left by the keyboard', async ({ openSheet }) => {
    const sheet = await openSheet([words('市住建局')]);
    await sheet.select(0, 0, 2);
    await sheet.page.keyboard.press('Alt+F10');
    await expect(tools(sheet).getByRole('button', { name: '加粗' })).toBeFocused();
    await sheet.page.keyboard.press('ArrowRight');
    await sheet.page.keyboard.press('Enter');
    await expect(tools(sheet).getByRole('button', { name: '倾斜' })).toHaveAttribute('aria-pressed', 'true');
    await sheet.page.keyboard.press('Escape');
    await expect(sheet.page.locator('.gq-text')).toBeFocused();
    expect((await sheet.selection()).words).toBe('市住');
    await sheet.caret(0, 0);
    await sheet.page.keyboard.press('Alt+F10');
    await expect(sheet.page.getByRole('toolbar', { name: '格式工具栏' }).locator('button:focus')).toHaveCount(1);
  });

  test('sets 【待核】 and begins a comment', async ({ openSheet }) => {
    const sheet = await openSheet([words('共有90多名义工')]);
    await sheet.select(0, 2, 6);
    await tools(sheet).getByRole('button', { name: '批注' }).click();
    expect(await sheet.page.evaluate(() => (window as unknown as HarnessWindow).comments)).toBe(1);
    await tools(sheet).getByRole('button', { name: '【待核】' }).click();
    expect(await sheet.outline()).toEqual(['p:共有【待核】90多名义工']);
  });
});

test('what confirms a selected 【待核】 stands below it, clear of the tools, also where the words flow anew', async ({
  openSheet,
}) => {
  const sheet = await openSheet([
    words('前'.repeat(60)),
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '文'.repeat(50) },
        { type: 'to-confirm', text: '三万四千户' },
      ],
    },
  ]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.press('F8');
  /** How far below the token's last line it begins. */
  const gap = (): Promise<number> =>
    sheet.page.evaluate(() => {
      const [token, bar] = ['.gq-to-confirm', '.gq-confirm-bar'].map((name) => document.querySelector(name));
      const line = [...(token?.getClientRects() ?? [])].at(-1);
      return (bar?.getBoundingClientRect().top ?? Number.NaN) - (line?.bottom ?? 0);
    });
  for (const width of [1000, 640, 820]) {
    await sheet.page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => Math.abs((await gap()) - 8)).toBeLessThan(8);
    await expect(tools(sheet)).toBeVisible();
    expect(await overlap(tools(sheet), sheet)).toBe(false);
  }
});

test.describe('links', () => {
  test('Ctrl+K asks for the address of the selected words; refused ones change nothing', async ({ openSheet }) => {
    const sheet = await openSheet([words('群众点赞')]);
    await sheet.select(0, 0, 2);
    await sheet.page.keyboard.press('Control+k');
    const address = linkForm(sheet).getByRole('textbox', { name: '链接地址' });
    await expect(address).toBeFocused();
    await expect(tools(sheet)).toBeHidden();
    await address.fill('javascript:alert(1)');
    await address.press('Enter');
    await expect(linkForm(sheet)).toContainText('只接受');
    expect(await sheet.read()).toMatchObject({ children: [words('群众点赞')] });
    await address.fill('www.gov.cn');
    await address.press('Enter');
    await expect(linkForm(sheet)).toBeHidden();
    await expect(sheet.page.locator('.gq-text')).toBeFocused();
    expect(await sheet.read()).toMatchObject({
      children: [{ children: [{ type: 'link', url: 'https://www.gov.cn/' }, { text: '点赞' }] }],
    });
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toMatchObject({ children: [words('群众点赞')] });
  });

  test('at a caret a new link is set with its words', async ({ openSheet }) => {
    const sheet = await openSheet([words('详见。')]);
    await sheet.caret(0, 2);
    await sheet.page.getByRole('button', { name: '链接', exact: true }).click();
    await linkForm(sheet).getByRole('textbox', { name: '链接地址' }).fill('https://www.gov.cn/a');
    await linkForm(sheet).getByRole('textbox', { name: '显示的文字' }).fill('政策全文');
    await linkForm(sheet).getByRole('button', { name: '确定' }).click();
    expect(await sheet.outline()).toEqual(['p:详见政策全文。']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:详见。']);
  });

  test('the link at the caret says where it leads, and is changed, opened and taken away there', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([linked('https://www.gov.cn/a', '政策')], {
      writing: { linkAllowList: ['*.gov.cn'] },
    });
    await sheet.caret(0, 2);
    await expect(linkBar(sheet)).toContainText('www.gov.cn/a');
    await expect(linkBar(sheet)).toContainText('政府网站');
    await linkBar(sheet).getByRole('button', { name: '打开链接' }).click();
    expect(await opened(sheet)).toEqual(['https://www.gov.cn/a']);
    await linkBar(sheet).getByRole('button', { name: '修改链接' }).click();
    await linkForm(sheet).getByRole('textbox').fill('https://example.com/b');
    await sheet.page.keyboard.press('Enter');
    expect(await sheet.read()).toMatchObject({ children: [{ children: [{}, { url: 'https://example.com/b' }, {}] }] });
    await expect(linkBar(sheet)).toContainText('外部链接');
    await linkBar(sheet).getByRole('button', { name: '取消链接' }).click();
    expect((await sheet.read()).children).toEqual([words('见政策全文')]);
    await expect(linkBar(sheet)).toBeHidden();
  });

  test('hides while words are typed, and Escape in the form changes nothing', async ({ openSheet }) => {
    const block = linked('https://www.gov.cn/a', '政策');
    const sheet = await openSheet([block]);
    await sheet.caret(0, 2);
    await expect(linkBar(sheet)).toBeVisible();
    await sheet.page.keyboard.type('x');
    await expect(linkBar(sheet)).toBeHidden();
    await sheet.page.keyboard.press('Backspace');
    await sheet.page.keyboard.press('Control+k');
    await linkForm(sheet).getByRole('textbox').fill('https://other.cn');
    await sheet.page.keyboard.press('Escape');
    await expect(sheet.page.locator('.gq-text')).toBeFocused();
    expect((await sheet.read()).children).toEqual([block]);
  });

  test('are opened on purpose only: a click puts the caret there, Ctrl+click asks', async ({ openSheet }) => {
    const sheet = await openSheet([linked('https://www.gov.cn/a', '政策')]);
    const address = sheet.page.url();
    const link = sheet.page.locator('.gq-link');
    await link.click();
    await link.click({ button: 'middle' });
    expect(await opened(sheet)).toEqual([]);
    await link.click({ modifiers: ['Control'] });
    expect(await opened(sheet)).toEqual(['https://www.gov.cn/a']);
    expect(sheet.page.url()).toBe(address);
    expect(sheet.page.context().pages()).toHaveLength(1);
  });

  test('in a sheet that is only read a click opens nothing either', async ({ openSheet }) => {
    const sheet = await openSheet([linked('https://www.gov.cn/a', '政策')], { readOnly: true });
    const address = sheet.page.url();
    await sheet.page.locator('.gq-link').click();
    expect(sheet.page.url()).toBe(address);
    await sheet.page.locator('.gq-link').click({ modifiers: ['Control'] });
    expect(await opened(sheet)).toEqual(['https://www.gov.cn/a']);
  });
});

for (const dark of [false, true]) {
  test(`axe finds nothing on what floats over words, ${dark ? 'dark' : 'light'}`, async ({ openSheet }) => {
    const sheet = await openSheet([linked('https://www.gov.cn/a', '政策')], {
      dark,
      writing: { linkAllowList: ['*.gov.cn'] },
    });
    const problems = async (): Promise<readonly string[]> => {
      const axe = new AxeBuilder({ page: sheet.page }).include('.gq-floating').exclude('[data-tabster-dummy]');
      return (await axe.analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
    };
    await sheet.select(0, 0, 4);
    await expect(tools(sheet)).toBeVisible();
    expect(await problems()).toEqual([]);
    await sheet.caret(0, 2);
    await expect(linkBar(sheet)).toBeVisible();
    expect(await problems()).toEqual([]);
    await sheet.page.keyboard.press('Control+k');
    await expect(linkForm(sheet)).toBeVisible();
    expect(await problems()).toEqual([]);
  });
}
