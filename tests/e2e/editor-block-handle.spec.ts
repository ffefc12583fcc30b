import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const figure = (caption: string, letter = 'a'): BlockNode => ({
  type: 'figure',
  asset: letter.repeat(64),
  alt: '',
  credit: '',
  children: [{ type: 'text', text: caption }],
});
const cell = (text: string) => ({ type: 'table-cell', children: [{ type: 'text', text }] });
const everyKind = [
  words('第一段'),
  { type: 'heading', level: 2, children: [{ type: 'text', text: '小标题' }] },
  {
    type: 'list',
    ordered: false,
    children: ['甲', '乙'].map((text) => ({ type: 'list-item', children: [{ type: 'text', text }] })),
  },
  { type: 'quote', children: [{ type: 'text', text: '引文' }] },
  figure('签约现场'),
  { type: 'table', children: [{ type: 'table-row', children: [cell('一'), cell('二')] }] },
  { type: 'boilerplate', id: 'contact', version: 1, values: {}, text: '联系我们' },
  { type: 'horizontal-rule' },
  words('末段'),
] as BlockNode[];

const handle = (sheet: Sheet): Locator => sheet.page.getByRole('button', { name: '段落手柄' });
const menu = (sheet: Sheet): Locator => sheet.page.getByRole('menu', { name: '段落菜单' });
const line = (sheet: Sheet): Locator => sheet.page.locator('.gq-drop-line');
const block = (sheet: Sheet, place: number): Locator => sheet.page.locator('.gq-text > *').nth(place);
const act = (sheet: Sheet, name: string): Locator => sheet.page.getByRole('menuitem', { name, exact: false });

/** Points at a block, so that the handle stands beside it. */
async function pointAt(sheet: Sheet, place: number): Promise<void> {
  await block(sheet, place).scrollIntoViewIfNeeded();
  const box = (await block(sheet, place).boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await sheet.page.mouse.move(box.x + 30, box.y + Math.min(12, box.height / 2));
  const first = box.y + Math.min(box.height, 31) / 2;
  await expect
    .poll(async () => {
      const shown = await handle(sheet).boundingBox();
      return shown === null ? -1 : Math.abs(shown.y + shown.height / 2 - first);
    })
    .toBeLessThan(2);
}

/** Takes the handle of a block to a height, and leaves the button pressed. */
async function drag(sheet: Sheet, place: number, y: number): Promise<void> {
  await pointAt(sheet, place);
  await handle(sheet).hover();
  await sheet.page.mouse.down();
  await sheet.page.mouse.move(300, y, { steps: 4 });
  await expect(line(sheet)).toBeVisible();
}

async function middle(sheet: Sheet, place: number): Promise<number> {
  const box = (await block(sheet, place).boundingBox()) ?? { y: 0, height: 0 };
  return box.y + box.height / 2;
}

test.describe('dragging the handle', () => {
  test('moves a block of any kind to the line, as one undo step, with nothing lost', async ({ openSheet }) => {
    test.slow();
    const sheet = await openSheet(everyKind);
    const before = await sheet.read();
    for (let place = 1; place < everyKind.length; place += 1) {
      await sheet.page.mouse.wheel(0, -5000);
      await drag(sheet, place, 0);
      await expect.poll(() => sheet.page.evaluate(() => scrollY)).toBe(0);
      await sheet.page.mouse.move(300, (await middle(sheet, 0)) - 12);
      await sheet.page.mouse.up();
      const rest = everyKind.filter((_block, index) => index !== place);
      expect((await sheet.read()).children).toEqual([before.children[place], ...rest]);
      await expect(line(sheet)).toBeHidden();
      await sheet.page.evaluate(() => document.querySelector<HTMLElement>('.gq-text')?.focus());
      await sheet.page.keyboard.press('Control+z');
      expect(await sheet.read()).toEqual(before);
    }
  });

  test('keeps the caret and the focus where they are; Escape and a press without a way change nothing', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('一'), words('二'), words('三')]);
    await sheet.caret(0, 1);
    await drag(sheet, 0, await middle(sheet, 2));
    await sheet.page.keyboard.press('Escape');
    await expect(line(sheet)).toBeHidden();
    await sheet.page.mouse.up();
    expect(await sheet.outline()).toEqual(['p:一', 'p:二', 'p:三']);
    await expect(menu(sheet)).toBeHidden();
    await drag(sheet, 0, (await middle(sheet, 2)) + 8);
    await sheet.page.mouse.up();
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:二', 'p:三', 'p:一x']);
  });

  test('moves all blocks that are selected when one of them is dragged', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二'), words('三'), words('四')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await drag(sheet, 2, (await middle(sheet, 3)) + 8);
    await sheet.page.mouse.up();
    expect(await sheet.outline()).toEqual(['p:一', 'p:四', 'p:二', 'p:三']);
  });

  test('scrolls at the edges of the window', async ({ openSheet }) => {
    const sheet = await openSheet(Array.from({ length: 60 }, (_none, index) => words(`第${String(index)}段`)));
    await drag(sheet, 0, 895);
    await expect
      .poll(() => sheet.page.evaluate(() => Math.round(scrollY + innerHeight - document.documentElement.scrollHeight)))
      .toBe(0);
    await sheet.page.mouse.up();
    expect((await sheet.outline()).at(-1)).toBe('p:第0段');
  });

  test('is not needed for a picture, which is taken by itself; a press without a way selects it', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('一'), figure('会场'), words('二'), words('三')]);
    const picture = await sheet.page.locator('.gq-picture').boundingBox();
    if (!picture) throw new Error('the picture is not shown');
    await sheet.page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height / 2);
    await sheet.page.mouse.down();
    await sheet.page.mouse.up();
    await expect(sheet.page.locator('.gq-figure')).toHaveAttribute('data-selected');
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(300, (await middle(sheet, 3)) + 4, { steps: 4 });
    await expect(line(sheet)).toBeVisible();
    await sheet.page.mouse.up();
    expect(await sheet.outline()).toEqual(['p:一', 'p:二', 'p:三', 'fig:会场']);
    await expect(sheet.page.locator('.gq-figure')).toHaveAttribute('data-selected');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:一', 'fig:会场', 'p:二', 'p:三']);
  });

  test('warns where pictures change their order and words speak of it', async ({ openSheet }) => {
    const sheet = await openSheet([figure('会场'), figure('上图的签约现场', 'b'), words('后文')]);
    await drag(sheet, 0, await middle(sheet, 2));
    await sheet.page.mouse.up();
    await expect(sheet.page.getByRole('status', { name: '提示' })).toContainText('请核对：“上图”');
  });
});

test.describe('the handle', () => {
  test('stands beside the block that the caret goes into, and goes when words are written or composed', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('一'), words('二')]);
    await sheet.caret(1, 1);
    await expect(handle(sheet)).toBeVisible();
    await sheet.page.keyboard.type('x');
    await expect(handle(sheet)).toBeHidden();
    await sheet.page.keyboard.press('ArrowUp');
    await expect(handle(sheet)).toBeVisible();
    await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
    await expect(handle(sheet)).toBeHidden();
    const box = (await block(sheet, 1).boundingBox()) ?? { x: 0, y: 0 };
    await sheet.page.mouse.move(box.x + 60, box.y + 10, { steps: 3 });
    await sheet.page.keyboard.press('Alt+Shift+KeyM');
    await expect(handle(sheet)).toBeHidden();
    await expect(menu(sheet)).toBeHidden();
    await sheet.cdp.send('Input.insertText', { text: '住' });
    expect((await sheet.outline()).join('')).toContain('住');
  });

  test('is not there in a sheet that is only read', async ({ openSheet }) => {
    const sheet = await openSheet([words('一')], { readOnly: true });
    await block(sheet, 0).hover();
    await expect(handle(sheet)).toHaveCount(0);
  });
});

test.describe('the menu of a block', () => {
  test('opens by a press of the handle and by three keys, and Escape goes back to the caret', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二')]);
    await pointAt(sheet, 1);
    await handle(sheet).click();
    await expect(menu(sheet)).toBeVisible();
    await sheet.page.keyboard.press('Escape');
    await expect(menu(sheet)).toBeHidden();
    await sheet.caret(0, 1);
    for (const keys of ['Alt+Shift+KeyM', 'Shift+F10', 'ContextMenu']) {
      await sheet.page.keyboard.press(keys);
      await expect(menu(sheet)).toBeVisible();
      await expect(act(sheet, '改为')).toBeFocused();
      await sheet.page.keyboard.press('Escape');
      await expect(menu(sheet)).toBeHidden();
      await expect(sheet.page.locator('.gq-text')).toBeFocused();
    }
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:一x', 'p:二']);
  });

  test('turns, moves, doubles, adds and deletes by the keyboard, each as one undo step', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二'), words('三')]);
    const choose = async (name: string): Promise<void> => {
      await sheet.caret(1, 1);
      await sheet.page.keyboard.press('Alt+Shift+KeyM');
      await act(sheet, name).focus();
      await sheet.page.keyboard.press('Enter');
      await expect(menu(sheet)).toBeHidden();
      await expect(sheet.page.locator('.gq-text')).toBeFocused();
    };
    const results: readonly (readonly [string, readonly string[]])[] = [
      ['上移', ['p:二', 'p:一', 'p:三']],
      ['下移', ['p:一', 'p:三', 'p:二']],
      ['在上方插入空段', ['p:一', 'p:', 'p:二', 'p:三']],
      ['在下方插入空段', ['p:一', 'p:二', 'p:', 'p:三']],
      ['再来一份', ['p:一', 'p:二', 'p:二', 'p:三']],
      ['删除', ['p:一', 'p:三']],
    ];
    for (const [name, result] of results) {
      await choose(name);
      expect(await sheet.outline()).toEqual(result);
      await sheet.page.keyboard.press('Control+z');
      expect(await sheet.outline()).toEqual(['p:一', 'p:二', 'p:三']);
    }
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Alt+Shift+KeyM');
    await sheet.page.keyboard.press('ArrowRight');
    await expect(sheet.page.getByRole('menuitemradio', { name: '正文' })).toBeChecked();
    await sheet.page.getByRole('menuitemradio', { name: '小标题 二' }).focus();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:一', 'h3:二x', 'p:三']);
  });

  test('copies blocks as they are: pasted they are the same', async ({ openSheet }) => {
    const sheet = await openSheet([figure('签约现场'), words('末段')]);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Shift+F10');
    await act(sheet, '复制').focus();
    await sheet.page.keyboard.press('Enter');
    await expect(menu(sheet)).toBeHidden();
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('Control+v');
    await expect.poll(() => sheet.outline()).toEqual(['fig:签约现场', 'p:末段', 'fig:签约现场']);
  });

  for (const dark of [false, true]) {
    test(`axe finds nothing on handle and menu, ${dark ? 'dark' : 'light'}`, async ({ openSheet }) => {
      const sheet = await openSheet([words('一'), words('二')], { dark });
      await sheet.caret(0, 1);
      await expect(handle(sheet)).toBeVisible();
      await sheet.page.keyboard.press('Alt+Shift+KeyM');
      await expect(menu(sheet)).toBeVisible();
      for (const part of ['.gq-block-handle', '[role="menu"]']) {
        const axe = new AxeBuilder({ page: sheet.page }).include(part).exclude('[data-tabster-dummy]');
        expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
      }
    });
  }
});
