import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure: BlockNode = { type: 'figure', asset: 'a'.repeat(64), alt: '', credit: '', children: [] };
const contact = {
  id: 'contact',
  title: '联系方式',
  category: '联系',
  version: 2,
  template: '联系电话：{{联系电话}}。',
};

const menu = (sheet: Sheet): Locator => sheet.page.getByRole('listbox', { name: '快速插入' });
const text = (sheet: Sheet): Locator => sheet.page.getByRole('textbox', { name: '正文' });

/** An empty sheet in which `typed` was typed. */
async function typed(sheet: Sheet, keys: string): Promise<void> {
  await sheet.caret(0, 0);
  await sheet.page.keyboard.type(keys);
}

for (const sign of ['/', '／', '、']) {
  test(`${sign} in an empty line opens the menu, and the sheet names the active option`, async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typed(sheet, sign);
    await expect(menu(sheet)).toBeVisible();
    await sheet.page.keyboard.press('ArrowDown');
    const active = menu(sheet).getByRole('option', { name: '小标题 二' });
    await expect(active).toHaveAttribute('aria-selected', 'true');
    await expect(text(sheet)).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '-');
    await expect(text(sheet)).toBeFocused();
    await sheet.page.keyboard.press('Enter');
    await expect(menu(sheet)).toBeHidden();
    await expect(text(sheet)).not.toHaveAttribute('aria-activedescendant');
    expect(await sheet.outline()).toEqual(['h3:']);
  });
}

for (const [query, outline] of [
  ['小标题', 'h2:'],
  ['xiaobiaotier', 'h3:'],
  ['xbtsan', 'h4:'],
  ['bt', 'h2:'],
  ['bh', 'ol:'],
  ['ｂｈ', 'ol:'],
  ['yiny', 'q:'],
  ['fgx', 'hr'],
  ['hr', 'hr'],
  ['daihe', 'p:【待核】'],
] as const) {
  test(`“/${query}” and Enter give ${outline}, and one undo gives back what was typed`, async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typed(sheet, `/${query}`);
    await sheet.page.keyboard.press('Enter');
    expect((await sheet.outline())[0]).toBe(outline);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual([`p:/${query}`]);
    await expect(menu(sheet)).toBeHidden();
  });
}

test('a table is set with the caret in its first cell', async ({ openSheet }) => {
  const sheet = await openSheet([words('')]);
  await typed(sheet, '/bg');
  await sheet.page.keyboard.press('Enter');
  await sheet.page.keyboard.type('区县');
  expect((await sheet.outline())[0]).toBe('table:区县||/||/||');
});

test('boilerplates are found by name and pinyin, their known blanks are filled', async ({ openSheet }) => {
  const sheet = await openSheet([words('')], { boilerplates: [contact] });
  for (const word of ['固定', 'gdyy', '联系']) {
    await typed(sheet, `/${word}`);
    await expect(menu(sheet).getByRole('option')).toHaveText([/联系方式/]);
    await sheet.page.keyboard.press('Shift+Home');
    await sheet.page.keyboard.press('Delete');
  }
  await typed(sheet, '/lianx');
  await expect(menu(sheet).getByRole('option')).toHaveCount(1);
  await sheet.page.keyboard.press('Tab');
  expect((await sheet.outline())[0]).toBe('box:联系电话：0750-5524538。');
});

for (const [keys, outline] of [
  ['/lxfs', ['box:联系电话：0750-5524538。']],
  ['/没有的', ['p:/没有的', 'p:']],
] as const) {
  test(`Enter behind “${keys}” waits until it is learned how names are said: ${outline.join(', ')}`, async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('')], { boilerplates: [contact] });
    const gate = Promise.withResolvers<void>();
    let isAskedFor = false;
    // All that is still to be fetched is the dictionary.
    await sheet.page.route(/\.js$/, async (route) => {
      isAskedFor = true;
      await gate.promise;
      await route.continue();
    });
    await typed(sheet, keys);
    await expect.poll(() => isAskedFor).toBe(true);
    await sheet.page.keyboard.press('Enter');
    expect(await sheet.outline()).toEqual([`p:${keys}`]);
    gate.resolve();
    await expect.poll(() => sheet.outline()).toEqual(outline);
  });
}

test('what is set at the lower edge of the window comes into sight, and what an arrow selects there', async ({
  openSheet,
}) => {
  const sheet = await openSheet([...Array.from({ length: 40 }, () => words('市住建局')), words('')], {
    boilerplates: [contact],
  });
  await sheet.caret(40, 0);
  await sheet.page.keyboard.type('/lxfs');
  await expect(menu(sheet).getByRole('option')).toHaveCount(1);
  await sheet.page.keyboard.press('Enter');
  await expect(sheet.page.locator('.gq-boilerplate')).toBeInViewport({ ratio: 1 });
  await sheet.caret(0, 0);
  await expect(sheet.page.locator('.gq-boilerplate')).not.toBeInViewport();
  await sheet.caret(39, 4);
  await sheet.page.keyboard.press('ArrowDown');
  await expect(sheet.page.locator('.gq-boilerplate')).toBeInViewport({ ratio: 1 });
});

test('a click chooses, and pictures are asked for', async ({ openSheet }) => {
  const sheet = await openSheet([words('')]);
  await typed(sheet, '/');
  const asked = sheet.page.waitForEvent('filechooser');
  await menu(sheet).getByRole('option', { name: '图片' }).click();
  await (await asked).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a') });
  await expect(sheet.page.locator('.gq-figure')).toBeVisible();
  expect((await sheet.outline())[0]).toBe('fig:');
});

test('Escape leaves the sign, and the words go on', async ({ openSheet }) => {
  const sheet = await openSheet([words('')]);
  await typed(sheet, '/bt');
  await sheet.page.keyboard.press('Escape');
  await expect(menu(sheet)).toBeHidden();
  await sheet.page.keyboard.type('x');
  await sheet.page.keyboard.press('Enter');
  expect(await sheet.outline()).toEqual(['p:/btx', 'p:']);
});

test('a sign that means nothing stays a sign: the menu closes by itself', async ({ openSheet }) => {
  const sheet = await openSheet([words('')]);
  await typed(sheet, '、某某');
  await expect(menu(sheet)).toBeHidden();
  await sheet.page.keyboard.press('Enter');
  expect(await sheet.outline()).toEqual(['p:、某某', 'p:']);
});

test('opens in empty lines only: not in words, captions or lists, and not for what is pasted', async ({
  openSheet,
}) => {
  const list: BlockNode = { type: 'list', ordered: false, children: [{ type: 'list-item', children: [] }] };
  const sheet = await openSheet([words('甲'), figure, list, words('')]);
  for (const [block, offset] of [
    [0, 1],
    [1, 0],
    [2, 0],
  ] as const) {
    await sheet.caret(block, offset);
    await sheet.page.keyboard.type('、');
    await expect(menu(sheet)).toBeHidden();
  }
  await sheet.caret(3, 0);
  await sheet.paste({ 'text/plain': '/' });
  await expect(menu(sheet)).toBeHidden();
});

test('a sign that an input method brings opens the menu; words composed behind it are looked for when they stand', async ({
  openSheet,
}) => {
  const sheet = await openSheet([words('')]);
  await sheet.caret(0, 0);
  await sheet.compose(['、'], '、');
  await expect(menu(sheet)).toBeVisible();
  for (const step of ['y', 'yi', 'yin']) {
    await sheet.cdp.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  }
  // The keys of the composition are the input method's.
  await expect(menu(sheet).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  expect(await menu(sheet).getByRole('option').count()).toBeGreaterThan(5);
  await sheet.cdp.send('Input.insertText', { text: '引用' });
  await expect(menu(sheet).getByRole('option')).toHaveCount(1);
  await sheet.page.keyboard.press('Enter');
  expect(await sheet.outline()).toEqual(['q:']);
});

test('the caret that leaves, or a blur, closes the menu', async ({ openSheet }) => {
  const sheet = await openSheet([words(''), words('后')]);
  await typed(sheet, '/');
  await sheet.caret(1, 0);
  await expect(menu(sheet)).toBeHidden();
  expect(await sheet.outline()).toEqual(['p:/', 'p:后']);
});

for (const dark of [false, true]) {
  test(`axe finds nothing on the open menu, ${dark ? 'dark' : 'light'}`, async ({ openSheet }) => {
    const sheet = await openSheet([words('')], { dark, boilerplates: [contact] });
    await typed(sheet, '/');
    await expect(menu(sheet)).toBeVisible();
    const { violations } = await new AxeBuilder({ page: sheet.page })
      .include('.gq-quick')
      .include('.gq-text')
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}
