import type { BlockNode } from '#shared/document/schema.ts';
import { drawnTable as table } from '#tests/builders/drawn-table.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';
import { caretIn, drag } from './fixtures/table-acts.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure = (caption: string): BlockNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: [{ type: 'text', text: caption }],
});

const pasted = (...blocks: readonly BlockNode[]) => ({ 'application/x-gaoqian-blocks': JSON.stringify(blocks) });
/** A table as the HTML of another program. */
const grid = (...rows: readonly string[]): string =>
  `<table>${rows.map((row) => `<tr><td>${row.split('|').join('</td><td>')}</td></tr>`).join('')}</table>`;

const story = [words('前文'), table('甲|乙/丙|'), words('后文')];

/** What a copy puts on a clipboard. */
async function copied(sheet: Sheet, kind: 'copy' | 'cut' = 'copy'): Promise<Readonly<Record<string, string>>> {
  return sheet.page.evaluate((kind) => {
    const transfer = new DataTransfer();
    const event = new ClipboardEvent(kind, { clipboardData: transfer, bubbles: true, cancelable: true });
    (document.getSelection()?.rangeCount === 0 ? document.body : document.querySelector('.gq-text'))?.dispatchEvent(
      event,
    );
    return Object.fromEntries([...transfer.types].map((type) => [type, transfer.getData(type)]));
  }, kind);
}

test.describe('keys in a table', () => {
  test('Enter breaks the line of a cell, and never splits it', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲⏎x|乙/丙|', 'p:后文']);
  });

  test('Tab walks the cells, Shift+Tab back, and Tab in the last cell adds a row', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 0);
    for (const letter of ['b', 'c', 'd', 'e']) {
      await sheet.page.keyboard.press('Tab');
      await sheet.page.keyboard.type(letter);
    }
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙b/丙c|d/e|', 'p:后文']);
    for (let back = 0; back < 4; back += 1) await sheet.page.keyboard.press('Shift+Tab');
    await sheet.page.keyboard.type('a');
    expect((await sheet.outline())[1]).toBe('table:甲a|乙b/丙c|d/e|');
  });

  test('a row that Tab added is one undo step', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 6);
    await sheet.page.keyboard.press('Tab');
    expect((await sheet.outline())[1]).toBe('table:甲|乙/丙|/|');
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.outline())[1]).toBe('table:甲|乙/丙|');
  });

  test('the arrows walk through all cells and out at both ends', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(0, 2);
    const seen: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      const outline = await caretIn(sheet);
      seen.push(outline.find((block) => block.includes('^')) ?? '');
      await sheet.page.keyboard.press('ArrowRight');
      await sheet.selection();
    }
    const there = [
      'p:前文^',
      'table:^甲|乙/丙|',
      'table:甲^|乙/丙|',
      'table:甲|^乙/丙|',
      'table:甲|乙^/丙|',
      'table:甲|乙/^丙|',
      'table:甲|乙/丙^|',
      'table:甲|乙/丙|^',
      'p:^后文',
    ];
    expect(seen).toEqual(there);
    const back: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      await sheet.page.keyboard.press('ArrowLeft');
      const outline = await caretIn(sheet);
      back.push(outline.find((block) => block.includes('^')) ?? '');
    }
    expect(back).toEqual(there.toReversed());
  });

  test('up and down go along the column, and out of the table', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('ArrowDown');
    expect((await caretIn(sheet))[1]).toBe('table:甲|乙/丙|^');
    await sheet.page.keyboard.press('ArrowDown');
    expect((await caretIn(sheet))[2]).toMatch(/\^/);
    await sheet.page.keyboard.press('ArrowUp');
    expect((await caretIn(sheet))[1]).toMatch(/\/.*\^/);
    await sheet.page.keyboard.press('ArrowUp');
    await sheet.page.keyboard.press('ArrowUp');
    expect((await caretIn(sheet))[0]).toMatch(/\^/);
  });

  test('a table at either end of the document is no wall', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙')]);
    await sheet.caret(0, 3);
    await sheet.page.keyboard.press('ArrowDown');
    await sheet.page.keyboard.type('后');
    expect(await sheet.outline()).toEqual(['table:甲|乙', 'p:后']);
    await sheet.caret(0, 0);
    await sheet.page.keyboard.press('ArrowUp');
    await sheet.page.keyboard.press('ArrowUp');
    await sheet.page.keyboard.type('前');
    expect(await sheet.outline()).toEqual(['p:前', 'table:甲|乙', 'p:后']);
  });

  test('Backspace and Delete at the edges of a cell take nothing of the neighbours', async ({ openSheet }) => {
    const sheet = await openSheet([words('前文'), table('|乙/丙|'), words('后文')]);
    const before = await sheet.outline();
    for (const offset of [0, 1, 3, 5]) {
      await sheet.caret(1, offset);
      for (const key of ['Backspace', 'Control+Backspace']) await sheet.page.keyboard.press(key);
    }
    for (const offset of [0, 2, 4, 5]) {
      await sheet.caret(1, offset);
      for (const key of ['Delete', 'Control+Delete']) await sheet.page.keyboard.press(key);
    }
    expect(await sheet.outline()).toEqual(before);
  });

  test('a deletion towards a table selects it, the next one takes it away', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(2, 0);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙/丙|', 'p:后文']);
    await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(4);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:前文', 'p:后文']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙/丙|', 'p:后文']);
  });

  test('Ctrl+A takes the words of the cell, and again all of the document', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('Control+a');
    expect((await sheet.selection()).words).toBe('甲');
    await sheet.page.keyboard.press('Control+a');
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.outline()).toEqual(['p:']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙/丙|', 'p:后文']);
  });
});

test.describe('selected cells', () => {
  test('are chosen with the mouse, and Delete takes their words alone', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙|丙/丁|戊|己')]);
    await drag(sheet, [0, 0], [1, 1]);
    await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(4);
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.outline()).toEqual(['table:||丙/||己']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['table:甲|乙|丙/丁|戊|己']);
  });

  test('are chosen with Shift and the arrows; without Shift the caret is in one again', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙/丙|丁')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Shift+ArrowRight');
    await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(2);
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(4);
    await sheet.page.keyboard.press('ArrowLeft');
    await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(0);
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['table:甲|乙/丙|丁x']);
  });

  test('are chosen with Shift and ↓ or ↑ from a line on which a cell ends, its own and the next', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([table('甲|乙/丙|丁/戊|己')]);
    const chosen = sheet.page.locator('.gq-cell-selected');
    for (const { offset, key, cells } of [
      { offset: 1, key: 'Shift+ArrowDown', cells: ['甲', '丙'] },
      { offset: 7, key: 'Shift+ArrowUp', cells: ['乙', '丁'] },
      { offset: 9, key: 'Shift+ArrowDown', cells: ['戊'] },
    ]) {
      await sheet.caret(0, offset);
      await sheet.page.keyboard.press(key);
      await expect(chosen).toHaveText(cells);
    }
    await sheet.caret(0, 2);
    await sheet.page.keyboard.press('Shift+Enter');
    await sheet.page.keyboard.type('x');
    await sheet.page.keyboard.press('Home');
    await sheet.page.keyboard.press('ArrowUp');
    await sheet.page.keyboard.press('Shift+ArrowDown');
    await expect(chosen).toHaveCount(0);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['table:甲|x乙/丙|丁/戊|己']);
  });

  test('a second Delete on an empty table takes the table', async ({ openSheet }) => {
    const sheet = await openSheet([words('文'), table('甲|乙')]);
    await drag(sheet, [0, 0], [0, 1]);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:文', 'table:|']);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:文']);
  });

  test('are set bold together', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙')]);
    await drag(sheet, [0, 0], [0, 1]);
    await sheet.page.keyboard.press('Control+b');
    expect(JSON.stringify(await sheet.read()).match(/bold/g)).toHaveLength(2);
  });
});

test('a table is named after its number and its first row, also when either changes', async ({ openSheet }) => {
  const sheet = await openSheet([words('前'), table('|/丙|丁'), table('区县|套数/台城|')]);
  const named = (name: string) => sheet.page.getByRole('table', { name, exact: true });
  await expect(named('表格 1')).toHaveCount(1);
  await expect(named('表格 2：区县 套数')).toHaveCount(1);
  await sheet.caret(1, 0);
  await sheet.page.keyboard.type('甲');
  await expect(named('表格 1：甲')).toHaveCount(1);
  await sheet.caret(0, 1);
  await sheet.page.keyboard.press('Delete');
  await sheet.page.keyboard.press('Delete');
  await expect(named('表格 1：区县 套数')).toHaveCount(1);
});

test.describe('the clipboard', () => {
  test('a copied table is a table for our sheets, for Word and for a sheet of cells', async ({ openSheet }) => {
    const sheet = await openSheet([words('前'), table('甲=2/<丙>|丁'), words('后')]);
    await sheet.page.locator('.gq-text').focus();
    await sheet.page.keyboard.press('Control+a');
    const data = await copied(sheet);
    expect(data['text/plain']).toBe('前\n甲\n<丙>\t丁\n后');
    expect(data['text/html']).toContain('<tr><td colspan="2">甲</td></tr><tr><td>&lt;丙&gt;</td><td>丁</td></tr>');
    expect(JSON.parse(data['application/x-gaoqian-blocks'] ?? '')).toEqual((await sheet.read()).children);
  });

  test('selected cells are copied as a table of their own, and cut leaves the cells empty', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲|乙|丙/丁|戊|己')]);
    await drag(sheet, [0, 1], [1, 2]);
    const data = await copied(sheet, 'cut');
    expect(data['text/plain']).toBe('乙\t丙\n戊\t己');
    expect(await sheet.outline()).toEqual(['table:甲||/丁||']);
  });

  test('words of one cell are copied as words', async ({ openSheet }) => {
    const sheet = await openSheet([table('甲乙丙|丁')]);
    await sheet.select(0, 1, 3);
    expect((await copied(sheet))['text/plain']).toBe('乙丙');
  });

  test('a pasted table goes between blocks, with the words around it cut in two', async ({ openSheet }) => {
    const sheet = await openSheet([words('前文')]);
    await sheet.caret(0, 1);
    await sheet.paste(pasted(table('甲|乙')));
    expect(await sheet.outline()).toEqual(['p:前', 'table:甲|乙', 'p:文']);
  });

  test('words pasted into a cell stay in it, line by line; what holds no words goes after the table', async ({
    openSheet,
  }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 1);
    await sheet.paste(pasted(words('一'), figure('图'), words('二')));
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲一⏎二|乙/丙|', 'fig:图', 'p:后文']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙/丙|', 'p:后文']);
  });

  test('a table pasted into empty cells fills them and grows as it must', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 6);
    await sheet.paste(pasted(table('一|二')));
    expect((await sheet.outline())[1]).toBe('table:甲|乙|/丙|一|二');
  });

  test('a table pasted over selected cells takes their place, from our own sheet and from Excel', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([table('甲|乙|丙/丁|戊|己/庚|辛|壬')]);
    const before = await sheet.outline();
    const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
      ['as large, own', pasted(table('一|二/三|四')), 'table:甲|乙|丙/丁|一|二/庚|三|四'],
      ['as large', { 'text/html': grid('一|二', '三|四') }, 'table:甲|乙|丙/丁|一|二/庚|三|四'],
      ['smaller, repeated', { 'text/html': grid('一|二') }, 'table:甲|乙|丙/丁|一|二/庚|一|二'],
      [
        'larger',
        { 'text/html': grid('一|二|三', '四|五|六', '七|八|九') },
        'table:甲|乙|丙|/丁|一|二|三/庚|四|五|六/|七|八|九',
      ],
      ['words', { 'text/html': '<p>一</p><p>二</p>' }, 'table:甲|乙|丙/丁|一⏎二|/庚||'],
    ];
    for (const [name, data, after] of cases) {
      await drag(sheet, [1, 1], [2, 2]);
      await sheet.paste(data);
      expect(await sheet.outline(), name).toEqual([after]);
      await sheet.page.keyboard.press('Control+z');
      expect(await sheet.outline(), `${name}: one undo`).toEqual(before);
    }
  });
});

test.describe('a selection that goes into a table', () => {
  for (const key of ['Backspace', 'x']) {
    test(`is replaced as it is shown, with all of the table: ${key}`, async ({ openSheet }) => {
      const sheet = await openSheet(story);
      await sheet.caret(0, 1);
      await sheet.page.keyboard.press('Shift+ArrowDown');
      await sheet.page.keyboard.press('Shift+ArrowDown');
      await sheet.page.keyboard.press('Shift+ArrowDown');
      await expect(sheet.page.locator('.gq-cell-selected')).toHaveCount(4);
      await sheet.page.keyboard.press(key);
      const outline = await sheet.outline();
      expect(outline.join(' ')).not.toContain('table');
      expect(outline[0]).toMatch(key === 'x' ? /^p:前x/ : /^p:前/);
      await sheet.page.keyboard.press('Control+z');
      expect(await sheet.outline()).toEqual(['p:前文', 'table:甲|乙/丙|', 'p:后文']);
    });
  }
});
