import type { BlockNode } from '#shared/document/schema.ts';
import { emptyTable } from '#shared/document/table-edit.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const figure: BlockNode = {
  type: 'figure',
  asset: null,
  alt: '',
  credit: '',
  children: [{ type: 'text', text: '图说' }],
};

/** The middle of some words on the page, and their left edge. */
async function placeOf(sheet: Sheet, text: string): Promise<{ left: number; middle: number; y: number }> {
  return sheet.page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.gq-text') ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, width, top, height } = range.getBoundingClientRect();
      return { left, middle: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`nowhere: ${wanted}`);
  }, text);
}

/** Drags what is selected, by some of its words, to the left edge of others. */
async function drag(sheet: Sheet, from: string, before: string): Promise<void> {
  const { mouse } = sheet.page;
  const start = await placeOf(sheet, from);
  const end = await placeOf(sheet, before);
  await mouse.move(start.middle, start.y);
  await mouse.down();
  await mouse.move(start.middle + 12, start.y + 4, { steps: 3 });
  await mouse.move(end.left + 1, end.y, { steps: 5 });
  await mouse.up();
}

test('selected words are moved by a drag: within their paragraph, to others, into captions and cells; one step each', async ({
  openSheet,
}) => {
  const sheet = await openSheet([words('一二三四五六'), words('甲乙丙'), figure, emptyTable(1, 2, false)]);
  const outline = async () => (await sheet.outline()).slice(0, 3);
  await sheet.select(0, 1, 3);
  await drag(sheet, '二三', '五');
  expect(await outline()).toEqual(['p:一四二三五六', 'p:甲乙丙', 'fig:图说']);
  await drag(sheet, '二三', '乙');
  expect(await outline()).toEqual(['p:一四五六', 'p:甲二三乙丙', 'fig:图说']);
  await drag(sheet, '二三', '甲');
  await drag(sheet, '二三', '说');
  expect(await outline()).toEqual(['p:一四五六', 'p:甲乙丙', 'fig:图二三说']);
  await sheet.page.keyboard.type('新');
  expect(await outline()).toEqual(['p:一四五六', 'p:甲乙丙', 'fig:图新说']);
  for (let step = 0; step < 5; step += 1) await sheet.page.keyboard.press('Control+z');
  expect(await outline()).toEqual(['p:一二三四五六', 'p:甲乙丙', 'fig:图说']);
});

test('with Ctrl they are copied; onto themselves or beside the text nothing is lost', async ({ openSheet }) => {
  const sheet = await openSheet([words('一二三四'), words('甲乙')]);
  await sheet.select(0, 1, 3);
  await sheet.page.keyboard.down('Control');
  await drag(sheet, '二三', '乙');
  await sheet.page.keyboard.up('Control');
  expect(await sheet.outline()).toEqual(['p:一二三四', 'p:甲二三乙']);
  await sheet.select(0, 1, 3);
  await drag(sheet, '二三', '三');
  expect(await sheet.outline()).toEqual(['p:一二三四', 'p:甲二三乙']);
  await sheet.page.keyboard.type('新');
  expect(await sheet.outline()).toEqual(['p:一新四', 'p:甲二三乙']);
});
