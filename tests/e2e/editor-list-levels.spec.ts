import type { BlockNode, ListItemNode, ListNode } from '#shared/document/schema.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const item = (text: string, nested?: ListNode): ListItemNode => ({
  type: 'list-item',
  children: text === '' ? [] : [{ type: 'text', text }],
  ...(nested ? { nested } : {}),
});
const list = (...children: ListItemNode[]): ListNode => ({ type: 'list', ordered: false, children });
const numbered = (start: number, ...children: ListItemNode[]): ListNode => ({
  type: 'list',
  ordered: true,
  ...(start === 1 ? {} : { start }),
  children,
});
const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });

test.describe('Tab in a list', () => {
  test('puts an item a level down, Shift+Tab up again; typing goes on where it was', async ({ openSheet }) => {
    const sheet = await openSheet([list(item('供水'), item('排水'), item('供气'))]);
    await sheet.caret(0, 5);
    await sheet.page.keyboard.press('Tab');
    expect((await sheet.read()).children).toEqual([list(item('供水', list(item('排水'))), item('供气'))]);
    await sheet.page.keyboard.type('管');
    expect((await sheet.read()).children).toEqual([list(item('供水', list(item('排水管'))), item('供气'))]);
    await sheet.page.keyboard.press('Shift+Tab');
    expect((await sheet.read()).children).toEqual([list(item('供水'), item('排水管'), item('供气'))]);
  });

  test('each change of level is one undo step', async ({ openSheet }) => {
    const before = list(item('甲'), item('乙'));
    const sheet = await openSheet([before]);
    await sheet.caret(0, 3);
    await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.read()).children).toEqual([before]);
    await sheet.page.keyboard.press('Control+y');
    expect((await sheet.read()).children).toEqual([list(item('甲', list(item('乙'))))]);
  });

  test('moves all items of the selection, and joins those that are there already', async ({ openSheet }) => {
    const sheet = await openSheet([list(item('甲', list(item('甲一'))), item('乙'), item('丙'), item('丁'))]);
    await sheet.select(0, 5, 8);
    await sheet.page.keyboard.press('Tab');
    expect((await sheet.read()).children).toEqual([
      list(item('甲', list(item('甲一'), item('乙'), item('丙'))), item('丁')),
    ]);
  });

  test('leaves the first item where it is, for there is none to stand under; the caret stays in it', async ({
    openSheet,
  }) => {
    const before = list(item('甲'), item('乙'));
    const sheet = await openSheet([before]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.type('x');
    expect((await sheet.read()).children).toEqual([list(item('甲x'), item('乙'))]);
  });

  test('a level below counts from one, whatever the list above begins with', async ({ openSheet }) => {
    const sheet = await openSheet([numbered(5, item('甲'), item('乙'))]);
    await sheet.caret(0, 3);
    await sheet.page.keyboard.press('Tab');
    expect((await sheet.read()).children).toEqual([numbered(5, item('甲', numbered(1, item('乙'))))]);
  });

  test('goes four levels deep and no deeper', async ({ openSheet }) => {
    const sheet = await openSheet([list(item('一'))]);
    await sheet.caret(0, 1);
    for (const text of ['二', '三', '四', '五']) {
      await sheet.page.keyboard.press('Enter');
      await sheet.page.keyboard.press('Tab');
      await sheet.page.keyboard.type(text);
    }
    expect((await sheet.read()).children).toEqual([
      list(item('一', list(item('二', list(item('三', list(item('四'), item('五')))))))),
    ]);
  });

  test('Backspace at the start of an item below takes it up a level', async ({ openSheet }) => {
    const sheet = await openSheet([list(item('甲', list(item('乙'))))]);
    await sheet.caret(0, 2);
    await sheet.page.keyboard.press('Backspace');
    expect((await sheet.read()).children).toEqual([list(item('甲'), item('乙'))]);
  });

  test('Shift+Tab on the outermost level leaves the sheet, as anywhere in it', async ({ openSheet }) => {
    const sheet = await openSheet([words('前'), list(item('甲'))]);
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Shift+Tab');
    await expect(sheet.page.getByRole('textbox', { name: '正文' })).not.toBeFocused();
  });

  test('does nothing while an input method composes', async ({ openSheet }) => {
    const before = list(item('甲'), item('乙'));
    const sheet = await openSheet([before]);
    await sheet.caret(0, 3);
    await sheet.compose(['pai'], '排', 'Tab');
    expect((await sheet.read()).children).toEqual([list(item('甲'), item('乙排'))]);
  });
});
