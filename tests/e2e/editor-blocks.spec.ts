import type { BlockNode } from '#shared/document/schema.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure = (caption: string): BlockNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
});
const item = (text: string, nested?: BlockNode) =>
  ({ type: 'list-item', children: [{ type: 'text', text }], ...(nested ? { nested } : {}) }) as never;
const list = (...children: never[]): BlockNode => ({ type: 'list', ordered: false, children });

test.describe('Alt+Shift+↑/↓', () => {
  test('moves a block with the caret in it, one undo step each', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二'), words('三')]);
    await sheet.caret(2, 1);
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await sheet.outline()).toEqual(['p:三', 'p:一', 'p:二']);
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:三x', 'p:一', 'p:二']);
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:一', 'p:三', 'p:二']);
  });

  test('what moves stays in sight, words and figures alike', async ({ openSheet }) => {
    const others = Array.from({ length: 16 }, (_, index) => words(`第${index}段`));
    const sheet = await openSheet([words('走的段'), figure('走的图'), ...others]);
    await sheet.page.setViewportSize({ width: 1000, height: 420 });
    const moving = [sheet.page.getByText('走的段'), sheet.page.locator('.gq-figure')] as const;
    for (const [block, key, moved] of [
      [0, 'Alt+Shift+ArrowDown', moving[0]],
      [0, 'Alt+Shift+ArrowDown', moving[1]],
      [16, 'Alt+Shift+ArrowUp', moving[0]],
      [17, 'Alt+Shift+ArrowUp', moving[1]],
    ] as const) {
      await sheet.caret(block, 0);
      if (moved === moving[1]) await sheet.page.keyboard.press('Backspace');
      for (let step = 0; step < 17; step += 1) await sheet.page.keyboard.press(key);
      await expect(moved).toBeInViewport({ ratio: 0.9 });
    }
  });

  test('moves all blocks of the selection, figures among them', async ({ openSheet }) => {
    const sheet = await openSheet([words('一'), words('二'), figure('图'), words('四')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await sheet.page.keyboard.press('Alt+Shift+ArrowDown');
    const moved = await sheet.outline();
    expect([...moved].sort()).toEqual(['fig:图', 'p:一', 'p:二', 'p:四'].sort());
    expect(moved.indexOf('p:二')).toBe(2);
  });

  test('moves a figure from its caption and when it is selected, with picture and caption whole', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('一'), figure('图'), words('三')]);
    const before = await sheet.read();
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Alt+Shift+ArrowDown');
    expect(await sheet.outline()).toEqual(['p:一', 'p:三', 'fig:图']);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await sheet.read()).toEqual(before);
    await expect(sheet.page.locator('.gq-figure img')).toBeVisible();
  });

  test('moves items inside their list, nested ones with them, and the list when all of it is selected', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('前'), list(item('甲', list(item('甲一'))), item('乙'))]);
    await sheet.caret(1, 6);
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    expect((await sheet.read()).children[1]).toEqual(list(item('乙'), item('甲', list(item('甲一')))));
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await sheet.outline()).toEqual(['p:前', 'ul:乙/甲']);
    await sheet.select(1, 0, 6);
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    expect((await sheet.outline())[1]).toBe('p:前');
  });
});

test.describe('lines that become a list', () => {
  for (const { kind, lines, reads } of [
    {
      kind: 'number',
      lines: ['1. 摸底', '2、鉴定', '（3）加固', '4.5万户', '回访', '9. 其他'],
      reads: 'ol:摸底/鉴定/加固/4.5万户/回访/9. 其他',
    },
    { kind: 'bullet', lines: ['- 摸底', '•鉴定', '-5℃停工', '1. 加固'], reads: 'ul:摸底/鉴定/-5℃停工/1. 加固' },
  ] as const) {
    test(`lose the mark that was typed where the ${kind} shows the same, and one undo brings it back`, async ({
      openSheet,
    }) => {
      const before = lines.map(words);
      const sheet = await openSheet(before);
      await sheet.caret(0, 2);
      await sheet.page.keyboard.press('Control+a');
      await sheet.page.evaluate((kind) => (window as unknown as HarnessWindow).handle.setBlock(kind), kind);
      expect(await sheet.outline()).toEqual([reads]);
      await sheet.page.keyboard.press('Control+z');
      expect((await sheet.read()).children).toEqual(before);
      await sheet.caret(0, 4);
      await sheet.page.evaluate((kind) => (window as unknown as HarnessWindow).handle.setBlock(kind), kind);
      await sheet.page.keyboard.type('^');
      expect((await sheet.outline())[0]).toBe(kind === 'number' ? 'ol:摸^底' : 'ul:摸底^');
    });
  }
});
