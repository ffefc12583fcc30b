import { load } from './fixtures/caret-cases.ts';
import { pressRaw } from './fixtures/raw-keys.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] });
const figure = (caption: string) => ({
  type: 'figure' as const,
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: [{ type: 'text' as const, text: caption }],
});

const many = (count: number) => Array.from({ length: count }, (_, index) => words(`第${String(index)}段`));

test('keys that come before the browser has told of the last one act where the caret stands', async ({ openSheet }) => {
  const sheet = await openSheet([]);
  for (const [keys, outline] of [
    ['Home Shift+End Delete', ['p:会议召开', 'p:']],
    ['Home Shift+End ^', ['p:会议召开', 'p:^']],
    ['Home Backspace', ['p:会议召开加快推进']],
    ['ArrowLeft ArrowLeft Delete', ['p:会议召开', 'p:加快进']],
    ['Control+Home Delete', ['p:议召开', 'p:加快推进']],
    ['Control+Home Shift+Control+End Delete', ['p:']],
    ['Home Enter', ['p:会议召开', 'p:', 'p:加快推进']],
  ] as const) {
    await load(sheet, { name: keys, blocks: [words('会议召开'), words('加快推进')] });
    await sheet.caret(1, 4);
    await Promise.all(keys.split(' ').map((key) => pressRaw(sheet.cdp, key)));
    expect(await sheet.outline(), keys).toEqual(outline);
  }
});

test('Ctrl+End and Ctrl+Home go to the ends of the words where figures stand first and last', async ({ openSheet }) => {
  const sheet = await openSheet([]);
  for (const [keys, outline] of [
    ['Control+End ^', ['fig:会场', 'p:会议召开', 'fig:合影^']],
    ['Control+Home ^', ['fig:^会场', 'p:会议召开', 'fig:合影']],
    ['Control+End Control+Home Control+End ^', ['fig:会场', 'p:会议召开', 'fig:合影^']],
    ['Shift+Control+End ^', ['fig:会场', 'p:会议^', 'fig:']],
  ] as const) {
    await load(sheet, { name: keys, blocks: [figure('会场'), words('会议召开'), figure('合影')] });
    await sheet.caret(1, 2);
    for (const key of keys.split(' ')) await pressRaw(sheet.cdp, key);
    expect(await sheet.outline(), keys).toEqual(outline);
  }
});

test('Ctrl+End at a selected picture goes to the end, and what is typed there stands in order', async ({
  openSheet,
}) => {
  const sheet = await openSheet([]);
  await load(sheet, {
    name: 'a rule at the end',
    blocks: [words('会议召开'), figure('会场'), { type: 'horizontal-rule' }],
  });
  await sheet.page.locator('.gq-figure img').click();
  for (const key of ['Control+End', '^', '^', 'x']) await pressRaw(sheet.cdp, key);
  expect(await sheet.outline()).toEqual(['p:会议召开', 'fig:会场', 'hr', 'p:^^x']);
});

test('on a long sheet, where what is out of sight is not drawn, no arrow passes over a paragraph after a jump', async ({
  openSheet,
}) => {
  const sheet = await openSheet([]);
  const drawing = () =>
    sheet.page
      .locator('.gq-paragraph')
      .first()
      .evaluate((block) => getComputedStyle(block).contentVisibility);
  await load(sheet, { name: 'short', blocks: many(199) });
  expect(await drawing()).toBe('visible');
  await load(sheet, { name: 'long', blocks: many(200) });
  expect(await drawing()).toBe('auto');
  for (const [keys, line] of [
    ['Control+End', 'p:第199段^'],
    ['Control+End ArrowUp ArrowUp ArrowUp', 'p:第196段^'],
    ['Control+Home ArrowDown ArrowDown ArrowDown', 'p:^第3段'],
    ['Control+Shift+End', 'p:第^'],
    ['Control+Shift+Home', 'p:^100段'],
  ] as const) {
    await sheet.caret(100, 1);
    await Promise.all([...keys.split(' '), '^'].map((key) => pressRaw(sheet.cdp, key)));
    expect(
      (await sheet.outline()).find((block) => block.includes('^')),
      keys,
    ).toBe(line);
    await sheet.page.keyboard.press('Control+z');
  }
});
