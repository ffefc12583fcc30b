import { AxeBuilder } from '@axe-core/playwright';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Finding } from '#shared/model/finding.ts';
import { drawnTable as table } from '#tests/builders/drawn-table.ts';
import { expect, test } from './fixtures/sheet-page.ts';
import { caretIn, drag } from './fixtures/table-acts.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const marked = (ids: readonly string[], text: string) => ({
  type: 'comment-mark',
  ids,
  children: [{ type: 'text', text }],
});

test.describe('the tools of a table', () => {
  test('a table is inserted by the size that is clicked, with a header row', async ({ openSheet }) => {
    const sheet = await openSheet([words('前文')]);
    await sheet.caret(0, 1);
    await sheet.page.getByRole('button', { name: '插入表格' }).click();
    await sheet.page.getByRole('button', { name: '2 行 × 3 列' }).click();
    await sheet.page.keyboard.type('甲');
    expect(await sheet.outline()).toEqual(['p:前', 'table:甲||/||', 'p:文']);
    await expect(sheet.page.locator('th')).toHaveCount(3);
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文']);
  });

  test('what is shown after a table was inserted is the table, not the figure behind it', async ({ openSheet }) => {
    const lines = Array.from({ length: 12 }, (_, index) => words(`第${String(index + 1)}段`));
    const figure: BlockNode = { type: 'figure', asset: 'a'.repeat(64), alt: '', credit: '', children: [] };
    const sheet = await openSheet([...lines, words(''), figure, words('后文')]);
    await sheet.page.setViewportSize({ width: 1000, height: 560 });
    const picture = sheet.page.locator('.gq-picture');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(async () => (await picture.boundingBox())?.height).toBeGreaterThan(300);
    await sheet.caret(12, 0);
    await sheet.page.getByRole('button', { name: '插入表格' }).click();
    await sheet.page.getByRole('button', { name: '8 行 × 3 列' }).click();
    await expect(sheet.page.locator('.gq-table')).toBeInViewport({ ratio: 1 });
    // Two frames after: what comes into sight for the first time gets its height then.
    await sheet.selection();
    await sheet.selection();
    await expect(sheet.page.locator('.gq-table')).toBeInViewport({ ratio: 1 });
  });

  test('the size is chosen by keys, and the header row left out', async ({ openSheet }) => {
    const sheet = await openSheet([words('前文')]);
    await sheet.caret(0, 2);
    await sheet.page.getByRole('button', { name: '插入表格' }).focus();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.getByRole('checkbox', { name: '首行作表头' }).uncheck();
    await sheet.page.getByRole('button', { name: '1 行 × 1 列' }).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await sheet.page.keyboard.press(key);
    }
    await expect(sheet.page.getByRole('button', { name: '1 行 × 2 列' })).toBeFocused();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('甲');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|']);
    await expect(sheet.page.locator('th')).toHaveCount(0);
  });

  test('the tools stand in the margin beside the table and cover no words', async ({ openSheet }) => {
    const sheet = await openSheet([words('上一行'), table('甲|乙'), words('下一行')]);
    await sheet.page.setViewportSize({ width: 1024, height: 700 });
    await sheet.caret(1, 0);
    const bar = await sheet.page.getByRole('toolbar', { name: '表格工具' }).boundingBox();
    const text = await sheet.page.locator('.gq-text').boundingBox();
    const paper = await sheet.page.locator('.paper').boundingBox();
    const top = await sheet.page.locator('.gq-table').boundingBox();
    if (!bar || !text || !paper || !top) throw new Error('not laid out');
    expect(bar.x).toBeGreaterThanOrEqual(text.x + text.width);
    expect(bar.x + bar.width).toBeLessThanOrEqual(paper.x + paper.width);
    expect(Math.abs(bar.y - top.y)).toBeLessThan(8);
  });

  const acts: readonly (readonly [menu: '行' | '列', act: string, result: string])[] = [
    ['行', '在上方插入行', 'table:^|/甲|乙/丙|丁'],
    ['行', '在下方插入行', 'table:甲|乙/^|/丙|丁'],
    ['行', '删除行', 'table:丙^|丁'],
    ['列', '在左侧插入列', 'table:^|甲|乙/|丙|丁'],
    ['列', '在右侧插入列', 'table:甲|^|乙/丙||丁'],
    ['列', '删除列', 'table:乙^/丁'],
  ];
  for (const [menu, act, result] of acts) {
    test(`${act}, in one undo step, and the caret stays at hand`, async ({ openSheet }) => {
      const sheet = await openSheet([table('甲|乙/丙|丁'), words('文')]);
      await sheet.caret(0, 0);
      await sheet.page.getByRole('toolbar', { name: '表格工具' }).getByRole('button', { name: menu }).click();
      await sheet.page.getByRole('menuitem', { name: act }).click();
      expect((await caretIn(sheet))[0]).toBe(result);
      await sheet.page.keyboard.press('Control+z');
      await sheet.page.keyboard.press('Control+z');
      await sheet.page.keyboard.press('Control+z');
      expect((await sheet.outline())[0]).toBe('table:甲|乙/丙|丁');
    });
  }

  test('cells are merged and split, and no words are lost', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙|丙/丁|戊|己/庚|辛|壬')]);
    const tools = sheet.page.getByRole('toolbar', { name: '表格工具' });
    await drag(sheet, [0, 0], [1, 1]);
    await tools.getByRole('button', { name: '合并单元格' }).click();
    expect(await sheet.outline()).toEqual(['table:甲⏎乙⏎丁⏎戊|丙/己/庚|辛|壬']);
    await tools.getByRole('button', { name: '拆分单元格' }).click();
    expect(await sheet.outline()).toEqual(['table:甲⏎乙⏎丁⏎戊||丙/||己/庚|辛|壬']);
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['table:甲|乙|丙/丁|戊|己/庚|辛|壬']);
  });

  test('a row and a column are made headers and plain again; the menu tells which', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙/丙|丁')]);
    const tools = sheet.page.getByRole('toolbar', { name: '表格工具' });
    await sheet.caret(0, 0);
    for (const [menu, act] of [
      ['行', '作为表头行'],
      ['列', '作为表头列'],
    ] as const) {
      await tools.getByRole('button', { name: menu }).click();
      await sheet.page.getByRole('menuitemcheckbox', { name: act, checked: false }).click();
    }
    await expect(sheet.page.locator('th')).toHaveText(['甲', '乙', '丙']);
    await tools.getByRole('button', { name: '行' }).click();
    await sheet.page.getByRole('menuitemcheckbox', { name: '作为表头行', checked: true }).click();
    await expect(sheet.page.locator('th')).toHaveText(['甲', '丙']);
  });

  test('Alt+F10 goes into the tools and Escape back; the table is deleted by keys alone', async ({ openSheet }) => {
    const sheet = await openSheet([words('前'), table('甲'), words('后')]);
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Alt+F10');
    await expect(sheet.page.getByRole('button', { name: '行' })).toBeFocused();
    await sheet.page.keyboard.press('Escape');
    await sheet.page.keyboard.type('x');
    expect((await sheet.outline())[1]).toBe('table:甲x');
    await sheet.page.keyboard.press('Alt+F10');
    await sheet.page.keyboard.press('End');
    await sheet.page.keyboard.press('Enter');
    expect(await sheet.outline()).toEqual(['p:前', 'p:后']);
    await sheet.page.keyboard.type('y');
    expect(await sheet.outline()).toEqual(['p:前', 'p:y后']);
  });

  test('Escape goes back to cells that are selected, which can then be extended and merged by keys', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('前'), table('甲|乙/丙|丁/戊|己')]);
    const text = sheet.page.locator('.gq-text');
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await expect(text.locator('.gq-cell-selected')).toHaveText(['甲', '丙']);
    await sheet.page.keyboard.press('Alt+F10');
    await sheet.page.keyboard.press('Escape');
    await expect(text).toBeFocused();
    await expect(text.locator('.gq-cell-selected')).toHaveText(['甲', '丙']);
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await sheet.page.keyboard.press('Alt+F10');
    await sheet.page.keyboard.press('ArrowDown');
    await sheet.page.keyboard.press('ArrowDown');
    await expect(sheet.page.getByRole('button', { name: '合并单元格' })).toBeFocused();
    await sheet.page.keyboard.press('Enter');
    expect(await sheet.outline()).toEqual(['p:前', 'table:甲⏎丙⏎戊|乙/丁/己']);
    await sheet.page.keyboard.type('续');
    expect((await sheet.outline())[1]).toContain('续');
  });
});

test.describe('what the sheet does with words works in cells', () => {
  test('a comment on words of a cell, and on selected cells', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲乙|丙')]);
    const [one, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
    await sheet.select(0, 1, 2);
    const mark = (id: string) =>
      sheet.page.evaluate((id) => (window as unknown as { handle: EditorHandle }).handle.markComment(id), id);
    expect(await mark(one)).toBe(true);
    await drag(sheet, [0, 0], [0, 1]);
    expect(await mark(other)).toBe(true);
    expect((await sheet.read()).children[0]).toMatchObject({
      children: [
        {
          children: [
            { children: [marked([other], '甲'), marked([one, other], '乙')] },
            { children: [marked([other], '丙')] },
          ],
        },
      ],
    });
    expect(await sheet.outline()).toEqual(['table:甲乙|丙']);
  });

  test('a 【待核】 in a cell, found by F8', async ({ openSheet }) => {
    const sheet = await openSheet([words('文'), table('甲乙|丙')]);
    await sheet.select(1, 0, 2);
    const toolbar = sheet.page.getByRole('toolbar', { name: '格式工具栏' });
    await toolbar.getByRole('button', { name: '【待核】' }).click();
    expect((await sheet.outline())[1]).toBe('table:【待核】甲乙|丙');
    await sheet.caret(0, 0);
    await sheet.page.keyboard.press('F8');
    expect((await sheet.selection()).words).toBe('【待核】甲乙');
  });

  test('a finding in a cell is underlined where it stands', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲,乙|丙,丁')]);
    const drawn = await sheet.page.evaluate(() => {
      const { handle } = window as unknown as { handle: EditorHandle };
      handle.showFindings([
        {
          rule: 'half-width-punctuation',
          severity: 'warning',
          place: { kind: 'block', block: 0, start: 5, end: 6 },
          excerpt: ',',
          params: {},
          ignorable: true,
          fix: null,
        } as unknown as Finding,
      ]);
      return [...(CSS.highlights.get('gaoqian-warning') ?? [])].map((range) => [
        (range as Range).startContainer.textContent,
        (range as Range).startOffset,
        (range as Range).endOffset,
      ]);
    });
    expect(drawn).toEqual([['丙,丁', 1, 2]]);
  });

  test('only whole blocks of words are given another kind: a cell keeps its own', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙')]);
    await sheet.caret(0, 0);
    await sheet.page.evaluate(() => (window as unknown as { handle: EditorHandle }).handle.setBlock('heading-2'));
    await sheet.page.keyboard.type('## ');
    expect(await sheet.outline()).toEqual(['table:## 甲|乙']);
  });
});

for (const dark of [false, true]) {
  test(`axe finds nothing on a ${dark ? 'dark' : 'light'} sheet with a table`, async ({ openSheet }) => {
    const sheet = await openSheet([words('文'), table('甲|乙/丙|丁'), table('=2/|')], { dark });
    await drag(sheet, [0, 0], [1, 0]);
    await expect(sheet.page.getByRole('toolbar', { name: '表格工具' })).toBeVisible();
    const axe = new AxeBuilder({ page: sheet.page })
      .include('#root')
      .include('.gq-floating')
      .exclude('[data-tabster-dummy]');
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}
