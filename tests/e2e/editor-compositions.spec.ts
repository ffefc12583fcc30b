import type { BlockNode } from '#shared/document/schema.ts';
import type { Place } from './editor-harness/caret-probe.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import { look, stand } from './fixtures/caret-cases.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
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
const story = [words('前文'), figure('图一'), words('后文')];
const pinyin = ['z', 'zh', 'zhu', 'zhu j', 'zhu ji', 'zhu jia', 'zhu jian'];

const item = (text: string): BlockNode => ({
  type: 'list',
  ordered: false,
  children: [
    { type: 'list-item', children: [{ type: 'text', text }] },
    { type: 'list-item', children: [] },
  ],
});
const boilerplate: BlockNode = { type: 'boilerplate', id: 'copyright', version: 1, values: {}, text: '版权声明' };
const rule: BlockNode = { type: 'horizontal-rule' };
const toConfirm: BlockNode = { type: 'paragraph', children: [{ type: 'to-confirm', text: '九十' }] };
const linked: BlockNode = {
  type: 'paragraph',
  children: [{ type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '政府网' }] }],
};
const bold: BlockNode = { type: 'paragraph', children: [{ type: 'text', text: '加粗', formats: ['bold'] }] };

const cell = (text: string) => ({
  type: 'table-cell' as const,
  children: text === '' ? [] : [{ type: 'text' as const, text }],
});
const table: BlockNode = {
  type: 'table',
  children: [
    { type: 'table-row', children: [cell('区县'), cell('套数')] },
    { type: 'table-row', children: [cell('台城'), cell('')] },
  ],
};

interface WordPlace {
  readonly name: string;
  readonly blocks: readonly BlockNode[];
  /** Block, and offset in its text. */
  readonly at: readonly [number, number];
  /** What the outline reads with ◇ where the composed words stand. */
  readonly reads: readonly string[];
}

const places: readonly WordPlace[] = [
  { name: 'at the start of the document', blocks: story, at: [0, 0], reads: ['p:◇前文', 'fig:图一', 'p:后文'] },
  { name: 'in the middle of a paragraph', blocks: story, at: [0, 1], reads: ['p:前◇文', 'fig:图一', 'p:后文'] },
  { name: 'at a paragraph’s end before a figure', blocks: story, at: [0, 2], reads: ['p:前文◇', 'fig:图一', 'p:后文'] },
  {
    name: 'at a paragraph’s start after a figure',
    blocks: story,
    at: [2, 0],
    reads: ['p:前文', 'fig:图一', 'p:◇后文'],
  },
  { name: 'at the end of the document', blocks: story, at: [2, 2], reads: ['p:前文', 'fig:图一', 'p:后文◇'] },
  { name: 'at the start of a caption', blocks: story, at: [1, 0], reads: ['p:前文', 'fig:◇图一', 'p:后文'] },
  { name: 'in a caption', blocks: story, at: [1, 1], reads: ['p:前文', 'fig:图◇一', 'p:后文'] },
  { name: 'at the end of a caption', blocks: story, at: [1, 2], reads: ['p:前文', 'fig:图一◇', 'p:后文'] },
  { name: 'in an empty caption', blocks: [figure('')], at: [0, 0], reads: ['fig:◇'] },
  { name: 'in an empty paragraph', blocks: [figure('图'), words('')], at: [1, 0], reads: ['fig:图', 'p:◇'] },
  { name: 'before a 【待核】', blocks: [toConfirm], at: [0, 0], reads: ['p:◇【待核】九十'] },
  { name: 'after a 【待核】', blocks: [toConfirm], at: [0, 6], reads: ['p:【待核】九十◇'] },
  { name: 'in a list', blocks: [item('一项')], at: [0, 1], reads: ['ul:一◇项/'] },
  { name: 'in an empty item', blocks: [item('一项')], at: [0, 3], reads: ['ul:一项/◇'] },
  {
    name: 'in a heading',
    blocks: [{ type: 'heading', level: 2, children: [{ type: 'text', text: '部署' }] }],
    at: [0, 1],
    reads: ['h2:部◇署'],
  },
  {
    name: 'in a quote',
    blocks: [{ type: 'quote', children: [{ type: 'text', text: '引语' }] }],
    at: [0, 2],
    reads: ['q:引语◇'],
  },
  { name: 'inside a link', blocks: [linked], at: [0, 1], reads: ['p:政◇府网'] },
  { name: 'inside bold words', blocks: [bold], at: [0, 1], reads: ['p:加◇粗'] },
  { name: 'before a boilerplate', blocks: [words('文'), boilerplate], at: [0, 1], reads: ['p:文◇', 'box:版权声明'] },
  { name: 'after a boilerplate', blocks: [boilerplate, words('文')], at: [1, 0], reads: ['box:版权声明', 'p:◇文'] },
  { name: 'in a cell', blocks: [table], at: [0, 1], reads: ['table:区◇县|套数/台城|'] },
  { name: 'at the end of a cell', blocks: [table], at: [0, 2], reads: ['table:区县◇|套数/台城|'] },
  { name: 'in an empty cell', blocks: [table], at: [0, 9], reads: ['table:区县|套数/台城|◇'] },
  { name: 'after a table', blocks: [table, words('文')], at: [1, 0], reads: ['table:区县|套数/台城|', 'p:◇文'] },
  { name: 'between two rules', blocks: [rule, words(''), rule], at: [1, 0], reads: ['hr', 'p:◇', 'hr'] },
];

/** How a person ends a composition, and what then stands in the text. */
const endings = [
  { by: 'the number of a candidate', key: 'Digit1', gives: '住建' },
  { by: 'the space bar', key: 'Space', gives: '住建' },
  { by: 'Enter, which takes the letters as they are', key: 'Enter', gives: 'zhujian' },
] as const;

for (const { name, blocks, at, reads } of places) {
  const reading = (composed: string): readonly string[] => reads.map((line) => line.replace('◇', composed));

  test(`a composition ${name} is exact however it ends, and one undo takes it back`, async ({ openSheet }) => {
    const sheet = await openSheet(blocks);
    const before = await sheet.read();
    await sheet.caret(...at);
    await sheet.compose(pinyin, null, 'Escape');
    expect(await sheet.read(), 'cancelled').toEqual(before);
    for (const { by, key, gives } of endings) {
      const { pauses } = await sheet.counts();
      await sheet.caret(...at);
      await sheet.compose(pinyin, gives, key);
      expect(await sheet.outline(), by).toEqual(reading(gives));
      await expect.poll(async () => (await sheet.counts()).pauses, by).toBeGreaterThan(pauses);
      await sheet.page.keyboard.press('Control+z');
      expect(await sheet.read(), `${by}, undone`).toEqual(before);
      await sheet.page.keyboard.press('Control+y');
      expect(await sheet.outline(), `${by}, redone`).toEqual(reading(gives));
      await sheet.page.keyboard.press('Control+z');
    }
  });
}

test('several compositions in a row are exact', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('')]);
  for (const [block, place] of [
    [0, 'fig'],
    [1, 'p'],
  ] as const) {
    await sheet.caret(block, 0);
    for (const word of ['疫情', '就是', '命令']) await sheet.compose(['y', 'yi', 'yi q'], word);
    await sheet.page.keyboard.type('！');
    expect((await sheet.outline())[block]).toBe(`${place}:疫情就是命令！`);
  }
});

test('a composition over selected words takes their place', async ({ openSheet }) => {
  const sheet = await openSheet([words('并肩做战'), figure('图')]);
  await sheet.select(0, 2, 3);
  await sheet.compose(['z', 'zuo'], '作');
  expect(await sheet.outline()).toEqual(['p:并肩作战', 'fig:图']);
});

test('reading during a composition gives the words before it, and does not disturb it', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(1, 1);
  const changesBefore = (await sheet.counts()).changes;
  for (const step of pinyin) {
    await sheet.cdp.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一', 'p:后文']);
    expect((await sheet.counts()).changes).toBe(changesBefore);
  }
  await sheet.cdp.send('Input.insertText', { text: '住建' });
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图住建一', 'p:后文']);
  expect((await sheet.counts()).changes).toBeGreaterThan(changesBefore);
});

test('a composed letter is read in its own event, with nobody before the editor', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(0, 1);
  const read = await sheet.page.evaluateHandle(() => {
    const texts: string[] = [];
    const take = Object.getOwnPropertyDescriptor(MutationObserver.prototype, 'takeRecords')
      ?.value as () => MutationRecord[];
    MutationObserver.prototype.takeRecords = function takeRecords() {
      const records = take.call(this);
      texts.push(...records.flatMap(({ target }) => (target instanceof Text ? [target.data] : [])));
      return records;
    };
    return texts;
  });
  await sheet.compose(['z', 'zh', 'zhu'], '住');
  // Lexical keeps a sign without width behind the words while they are composed.
  const letters = (await read.jsonValue()).map((text) => text.replaceAll('\u200B', ''));
  expect(letters).toEqual(['前z文', '前zh文', '前zhu文', '前住文']);
});

test('focus that leaves during a composition loses no character', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(0, 1);
  await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
  await expect.poll(async () => (await sheet.counts()).pauses).toBeGreaterThan(0);
  const [first, ...rest] = await sheet.outline();
  expect(rest).toEqual(['fig:图一', 'p:后文']);
  expect(['p:前文', 'p:前zhu文']).toContain(first);
});

test('a composition in the credit goes to the credit', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
  await sheet.compose(['l', 'li'], '李');
  await sheet.compose(['s', 'si'], '四');
  expect(await sheet.read()).toMatchObject({ children: [{}, { type: 'figure', credit: '李四' }, {}] });
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一', 'p:后文']);
});

test.describe('over a selection', () => {
  test('that begins out of sight a composition ends as anywhere, and what follows is stored', async ({ openSheet }) => {
    // So many that what is out of sight is not drawn.
    const long = Array.from({ length: 200 }, (_, index) => words(`第${String(index)}段`));
    const sheet = await openSheet(long);
    for (const keys of [
      ['Control+End', 'Control+a'],
      ['Control+Home', 'Control+Shift+End'],
      ['Control+End', 'Control+Shift+Home'],
    ]) {
      await sheet.page.locator('.gq-text').focus();
      for (const key of keys) await sheet.page.keyboard.press(key);
      await sheet.compose(pinyin, '住建', 'Space');
      await sheet.page.keyboard.type('!');
      expect(await sheet.outline()).toEqual(['p:住建!']);
      await sheet.page.keyboard.press('Control+z');
      await sheet.page.keyboard.press('Control+z');
      expect((await sheet.read()).children).toEqual(long);
    }
  });

  test('that goes into a table or begins in a caption it leaves what typing leaves', async ({ openSheet }) => {
    for (const blocks of [
      [words('前文'), table],
      [table, words('后文')],
      [figure('图一'), words('后文')],
      [figure(''), words('后文')],
      [words('前文'), figure('图一')],
    ]) {
      const left: (readonly string[])[] = [];
      for (const composes of [true, false]) {
        const sheet = await openSheet(blocks);
        await sheet.page.locator('.gq-text').focus();
        await sheet.page.keyboard.press('Control+Home');
        await sheet.page.keyboard.press('Control+a');
        await sheet.page.keyboard.press('Control+a');
        if (composes) await sheet.compose(pinyin, 'x', 'Space');
        else await sheet.page.keyboard.type('x');
        left.push(await sheet.outline());
        await sheet.page.keyboard.press('Control+z');
        expect((await sheet.read()).children).toEqual(blocks);
        await sheet.page.close();
      }
      expect(left[0]).toEqual(left[1]);
      expect(left[0]?.join(' ')).toMatch(/:x\b/u);
    }
  });
});

/** Words that arrive by an input method, by a sign of one or a panel, by a key. */
const arrivals: readonly ((sheet: Sheet) => Promise<void>)[] = [
  async (sheet) => await sheet.compose(pinyin, '住', 'Space'),
  async (sheet) => await sheet.page.keyboard.insertText('住'),
  async (sheet) => await sheet.page.keyboard.type('x'),
];

test.describe('where no caret is in the page', () => {
  for (const [name, block] of Object.entries({ figure: figure('图一'), boilerplate, rule, table })) {
    test(`words go into a paragraph after a ${name} that is selected`, async ({ openSheet }) => {
      for (const arrive of arrivals) {
        const sheet = await openSheet([words('前文'), block, words('后文')]);
        await sheet.page.evaluate(() => (window as unknown as HarnessWindow).carets.put({ kind: 'whole', block: 1 }));
        await arrive(sheet);
        const outline = await sheet.outline();
        expect([outline[0], outline[3]]).toEqual(['p:前文', 'p:后文']);
        expect(outline[2]).toMatch(/^p:[住x]$/u);
        await sheet.page.keyboard.press('Control+z');
        expect((await sheet.read()).children).toEqual([words('前文'), block, words('后文')]);
        await sheet.page.close();
      }
    });
  }

  test('a composition that is begun at a selected block and cancelled leaves nothing, not even a step', async ({
    openSheet,
  }) => {
    for (const block of [figure('图一'), boilerplate, rule, table]) {
      for (const blocks of [[words('前文'), block, words('后文')], [block], [block, block]]) {
        const sheet = await openSheet(blocks);
        await sheet.page.keyboard.press('Control+End');
        const place: Place = { kind: 'whole', block: blocks.length === 1 ? 0 : 1 };
        await stand(sheet, place);
        const before = await look(sheet);
        for (const letters of [pinyin, ['z']]) {
          for (const key of ['Escape', undefined]) {
            await sheet.compose(letters, null, key);
            expect(await look(sheet), block.type).toEqual(before);
            expect(await sheet.selection()).toMatchObject({ canUndo: false, canRedo: false });
          }
        }
        await sheet.page.keyboard.type('x');
        expect((await sheet.outline()).at(place.block + 1)).toBe('p:x');
        await sheet.page.keyboard.press('Control+z');
        await sheet.compose(pinyin, null);
        expect((await sheet.read()).children).toEqual(blocks);
        expect(await sheet.selection()).toMatchObject({ canUndo: false, canRedo: true });
        await sheet.page.keyboard.press('Control+y');
        expect((await sheet.outline()).at(place.block + 1)).toBe('p:x');
        await sheet.page.close();
      }
    }
  });

  for (const { name, blocks, at } of [
    { name: 'first', blocks: [table, words('后文')], at: 0 },
    { name: 'last', blocks: [words('前文'), table], at: 1 },
    { name: 'alone', blocks: [table], at: 0 },
  ]) {
    test(`words go behind those of the first cell that is selected, in a table that stands ${name}`, async ({
      openSheet,
    }) => {
      const sheet = await openSheet(blocks);
      for (const { offset, keys, reads } of [
        { offset: 0, keys: ['Shift+ArrowDown'], reads: 'table:区县住|套数/台城|' },
        { offset: 0, keys: ['Shift+ArrowDown', 'Shift+ArrowDown'], reads: 'table:区县住|套数/台城|' },
        { offset: 0, keys: ['Shift+End', 'Shift+ArrowDown'], reads: 'table:区县住|套数/台城|' },
        { offset: 6, keys: ['Shift+ArrowDown'], reads: 'table:区县|套数/台城住|' },
        { offset: 9, keys: ['Shift+ArrowDown'], reads: 'table:区县|套数/台城|住' },
        { offset: 9, keys: ['Shift+ArrowUp', 'Shift+ArrowUp'], reads: 'table:区县|套数住/台城|' },
      ]) {
        for (const isToldFirst of [true, false]) {
          for (const arrive of arrivals.slice(0, 2)) {
            await sheet.caret(at, offset);
            for (const key of keys) await sheet.page.keyboard.press(key);
            if (isToldFirst) await sheet.selection();
            await arrive(sheet);
            expect((await sheet.outline())[at], `${String(offset)} ${keys.join(' ')}`).toBe(reads);
            await sheet.page.keyboard.press('Control+z');
            expect((await sheet.read()).children).toEqual(blocks);
          }
        }
      }
    });
  }
});

test.describe('where the page had no caret of its own', () => {
  const sheetOf = [figure('图一'), words('后文')];

  test('a composition in the first words goes in, when nothing but the focus came before', async ({ openSheet }) => {
    const sheet = await openSheet(sheetOf);
    await sheet.page.locator('.gq-text').focus();
    await sheet.compose(pinyin, '住建', 'Space');
    expect(await sheet.outline()).toEqual(['fig:住建图一', 'p:后文']);
  });

  test('a composition in a caption goes in, when its figure was selected before', async ({ openSheet }) => {
    const sheet = await openSheet(sheetOf);
    await sheet.caret(0, 0);
    await sheet.page.keyboard.press('Backspace');
    await sheet.page.keyboard.press('ArrowRight');
    // As a hand does: what comes within 30 ms of a key Lexical takes in another way.
    const pressed = await sheet.page.evaluate(() => performance.now());
    await expect.poll(() => sheet.page.evaluate((from) => performance.now() - from, pressed)).toBeGreaterThan(40);
    await sheet.compose(pinyin, '住建', 'Space');
    expect(await sheet.outline()).toEqual(['fig:住建图一', 'p:后文']);
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.read()).children).toEqual(sheetOf);
  });
});
