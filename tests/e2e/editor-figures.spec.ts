import type { BlockNode } from '#shared/document/schema.ts';
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
  credit: '通讯员',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
});
const credit = (sheet: Sheet, index: number) => sheet.page.getByRole('textbox', { name: '摄影' }).nth(index);
const story = [words('前文'), figure('图一说明'), words('后文')];

test.describe('Enter', () => {
  test('leaves the caption for a new paragraph and never cuts it', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('新段');
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:新段', 'p:后文']);
  });

  test('goes on to the empty paragraph after the figure where there is one', async ({ openSheet }) => {
    const sheet = await openSheet([figure('图'), words('')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['fig:图', 'p:x']);
  });

  test('with Shift breaks the line in the caption', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('Shift+Enter');
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一⏎说明', 'p:后文']);
  });

  test('on a selected figure makes a paragraph after it, with Shift before it', async ({ openSheet }) => {
    const sheet = await openSheet([figure('一')]);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('b');
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Shift+Enter');
    await sheet.page.keyboard.type('a');
    expect(await sheet.outline()).toEqual(['p:a', 'fig:一', 'p:b']);
  });
});

test.describe('keys in the credit', () => {
  test('Enter leaves the figure for the text after it', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 4);
    await sheet.page.keyboard.press('Tab');
    await expect(credit(sheet, 0)).toBeFocused();
    await sheet.page.keyboard.press('Enter');
    await sheet.page.keyboard.type('新段');
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:新段', 'p:后文']);
  });

  test('Tab goes on to the next caption, Shift+Tab, ↑ and Escape back to its own', async ({ openSheet }) => {
    const sheet = await openSheet([figure('一'), words('文'), figure('二')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.type('b');
    expect(await sheet.outline()).toEqual(['fig:一', 'p:文', 'fig:二b']);
    for (const [index, key] of ['Shift+Tab', 'ArrowUp', 'Escape'].entries()) {
      await sheet.page.keyboard.press('Tab');
      await expect(credit(sheet, 1)).toBeFocused();
      await sheet.page.keyboard.press(key);
      await sheet.page.keyboard.type(String(index));
    }
    expect(await sheet.outline()).toEqual(['fig:一', 'p:文', 'fig:二b012']);
  });

  test('the Enter that confirms a candidate stays in the field', async ({ openSheet }) => {
    const sheet = await openSheet([figure('一')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.press('End');
    await sheet.compose(['li', "li'ming"], '李明', 'Enter');
    await expect(credit(sheet, 0)).toBeFocused();
    expect((await sheet.read()).children).toMatchObject([{ type: 'figure', credit: '通讯员李明' }]);
  });
});

test.describe('deleting', () => {
  test('a figure that the next key would take away is seen whole', async ({ openSheet }) => {
    const sheet = await openSheet([...story, ...Array.from({ length: 30 }, () => words('又一段'))]);
    await sheet.page.setViewportSize({ width: 1000, height: 500 });
    const figure = sheet.page.locator('.gq-figure');
    for (const [block, key] of [
      [1, 'Backspace'],
      [2, 'Backspace'],
    ] as const) {
      await sheet.caret(block, 0);
      await figure.locator('figcaption').evaluate((caption) => caption.scrollIntoView({ block: 'start' }));
      await expect(figure).not.toBeInViewport({ ratio: 0.9 });
      await sheet.page.keyboard.press(key);
      await expect(figure).toHaveAttribute('data-selected');
      await expect(figure).toBeInViewport({ ratio: 0.9 });
    }
  });

  test('Backspace at a caption’s start selects the figure, the next takes it away in one step', async ({
    openSheet,
  }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:后文']);
    expect((await sheet.selection()).figureBlock).toBe(1);
    await expect(sheet.page.locator('.gq-figure')).toHaveAttribute('data-selected');
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:前文', 'p:后文']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toMatchObject({ children: story });
    await sheet.page.keyboard.press('Control+y');
    expect(await sheet.outline()).toEqual(['p:前文', 'p:后文']);
  });

  for (const key of ['Backspace', 'Control+Backspace']) {
    test(`${key} at the start of the paragraph after selects the figure and eats nothing`, async ({ openSheet }) => {
      const sheet = await openSheet(story);
      await sheet.caret(2, 0);
      await sheet.page.keyboard.press(key);
      expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:后文']);
      expect((await sheet.selection()).figureBlock).toBe(1);
    });
  }

  for (const key of ['Delete', 'Control+Delete']) {
    test(`${key} at the end of the paragraph before selects the figure and eats nothing`, async ({ openSheet }) => {
      const sheet = await openSheet(story);
      await sheet.caret(0, 2);
      await sheet.page.keyboard.press(key);
      expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:后文']);
      expect((await sheet.selection()).figureBlock).toBe(1);
    });

    test(`${key} at a caption’s end does nothing`, async ({ openSheet }) => {
      const sheet = await openSheet(story);
      await sheet.caret(1, 4);
      await sheet.page.keyboard.press(key);
      expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:后文']);
    });
  }

  test('an empty paragraph after a figure goes at once', async ({ openSheet }) => {
    const sheet = await openSheet([figure('一'), words(''), words('文')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['fig:一', 'p:文']);
    expect((await sheet.selection()).figureBlock).toBe(0);
  });

  test('the last character of a caption leaves the figure with an empty caption', async ({ openSheet }) => {
    const sheet = await openSheet([figure('图'), words('文')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['fig:', 'p:文']);
    await sheet.page.keyboard.type('新');
    expect(await sheet.outline()).toEqual(['fig:新', 'p:文']);
  });

  test('a selection that ends in a caption takes only what was selected', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.down('Shift');
    for (let press = 0; press < 4; press += 1) await sheet.page.keyboard.press('ArrowRight');
    await sheet.page.keyboard.up('Shift');
    await sheet.page.keyboard.press('Delete');
    const outline = await sheet.outline();
    expect(outline.at(-1)).toBe('p:后文');
    expect(outline.join('|')).toContain('说明');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一说明', 'p:后文']);
  });

  test('a selection over the whole figure takes it away', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.page.locator('.gq-text').focus();
    await sheet.page.keyboard.press('Control+a');
    await sheet.page.keyboard.press('Delete');
    expect((await sheet.outline()).join('')).toBe('p:');
    await sheet.page.keyboard.type('x');
    expect(await sheet.outline()).toEqual(['p:x']);
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toMatchObject({ children: story });
  });

  test('a document of one figure becomes an empty paragraph', async ({ openSheet }) => {
    const sheet = await openSheet([figure('图')]);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.outline()).toEqual(['p:']);
    await sheet.page.keyboard.type('字');
    expect(await sheet.outline()).toEqual(['p:字']);
  });

  test('the toolbar’s own button does the same', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.page.locator('.gq-picture').click();
    await sheet.page.getByRole('button', { name: '删除' }).click();
    expect(await sheet.outline()).toEqual(['p:前文', 'p:后文']);
  });
});

test.describe('Ctrl+A', () => {
  test('in a caption takes its words, and again all of the document', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('Control+a');
    expect((await sheet.selection()).words).toBe('图一说明');
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.read()).toMatchObject({
      children: [words('前文'), { credit: '通讯员', children: [] }, words('后文')],
    });
    await sheet.page.keyboard.press('Control+z');
    await sheet.caret(1, 2);
    await sheet.page.keyboard.press('Control+a');
    await sheet.page.keyboard.press('Control+a');
    await expect(sheet.page.locator('.gq-figure')).toHaveAttribute('data-covered');
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.outline()).toEqual(['p:']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toMatchObject({ children: story });
  });

  test('in the credit takes the credit alone', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
    await sheet.page.keyboard.press('Control+a');
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.read()).toMatchObject({ children: [words('前文'), { ...story[1], credit: '' }, words('后文')] });
  });
});

test.describe('walking', () => {
  test('right goes over the picture into the caption and out of it; left comes back the same way', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('前'), figure('图'), words('后')]);
    await sheet.caret(0, 1);
    const steps: string[] = [];
    const note = async (key: string): Promise<void> => {
      await sheet.page.keyboard.press(key);
      const { figureBlock, block } = await sheet.selection();
      const isSelected = (await sheet.page.locator('.gq-figure[data-selected]').count()) > 0;
      steps.push(isSelected ? 'picture' : figureBlock === null ? block : 'caption');
    };
    for (let press = 0; press < 4; press += 1) await note('ArrowRight');
    expect(steps).toEqual(['picture', 'caption', 'caption', 'paragraph']);
    steps.length = 0;
    await sheet.page.keyboard.press('Home');
    for (let press = 0; press < 4; press += 1) await note('ArrowLeft');
    expect(steps.at(-1)).toBe('paragraph');
    expect(steps).toContain('picture');
  });

  test('down and up pass through the caption', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('ArrowDown');
    expect((await sheet.selection()).figureBlock).toBe(1);
    await sheet.page.keyboard.press('ArrowDown');
    expect((await sheet.selection()).block).toBe('paragraph');
    await sheet.page.keyboard.type('#');
    expect((await sheet.outline())[2]).toContain('#');
    await sheet.page.keyboard.press('ArrowUp');
    expect((await sheet.selection()).figureBlock).toBe(1);
    await sheet.page.keyboard.press('ArrowUp');
    expect((await sheet.selection()).block).toBe('paragraph');
    expect((await sheet.outline()).length).toBe(3);
  });

  test('above a figure that comes first and below one that comes last there is a way out', async ({ openSheet }) => {
    const sheet = await openSheet([figure('唯一')]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('ArrowUp');
    await expect(sheet.page.locator('.gq-figure[data-selected]')).toHaveCount(1);
    await sheet.page.keyboard.press('ArrowUp');
    await sheet.page.keyboard.type('a');
    await sheet.caret(1, 1);
    await sheet.page.keyboard.press('ArrowDown');
    await sheet.page.keyboard.type('b');
    expect(await sheet.outline()).toEqual(['p:a', 'fig:唯一', 'p:b']);
  });

  test('a click below the last figure makes a paragraph there', async ({ openSheet }) => {
    const sheet = await openSheet([words('文'), figure('末')]);
    const box = await sheet.page.locator('.gq-text').boundingBox();
    if (!box) throw new Error('no text on the page');
    await sheet.page.evaluate(() => {
      const text = document.querySelector('.gq-text');
      if (text instanceof HTMLElement) text.style.paddingBottom = '80px';
    });
    const after = await sheet.page.locator('.gq-text').boundingBox();
    if (!after) throw new Error('no text on the page');
    await sheet.page.mouse.click(after.x + 40, after.y + after.height - 20);
    await sheet.page.keyboard.type('z');
    expect(await sheet.outline()).toEqual(['p:文', 'fig:末', 'p:z']);
  });

  test('typing at the picture’s edge by mouse goes into the caption, not beside the picture', async ({ openSheet }) => {
    const sheet = await openSheet([words('前'), figure('图'), words('后')]);
    await sheet.page.evaluate(() => {
      const element = document.querySelector('.gq-figure');
      const root = document.querySelector('.gq-text');
      if (!element || !(root instanceof HTMLElement)) throw new Error('no figure');
      root.focus();
      getSelection()?.collapse(element, 0);
    });
    await sheet.page.keyboard.type('x');
    const outline = await sheet.outline();
    expect(outline).toHaveLength(3);
    expect(outline[1]).toMatch(/^fig:.*图/);
  });
});

test('credit and alt text change the figure, each in one undo step', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.page.getByRole('textbox', { name: '摄影' }).fill('');
  await sheet.page.getByRole('textbox', { name: '摄影' }).pressSequentially('李四');
  expect(await sheet.read()).toMatchObject({ children: [{}, { type: 'figure', credit: '李四' }, {}] });
  await sheet.page.locator('.gq-picture').click();
  await sheet.page.getByRole('button', { name: '替代文字' }).click();
  await sheet.page.getByRole('textbox', { name: '替代文字' }).pressSequentially('一人检查工地');
  await sheet.page.keyboard.press('Escape');
  expect(await sheet.read()).toMatchObject({ children: [{}, { type: 'figure', alt: '一人检查工地' }, {}] });
  await sheet.caret(0, 0);
  await sheet.page.keyboard.press('Control+z');
  expect(await sheet.read()).toMatchObject({ children: [{}, { alt: '', credit: '李四' }, {}] });
  await sheet.page.keyboard.press('Control+z');
  expect(await sheet.read()).toMatchObject({ children: [{}, { alt: '', credit: '通讯员' }, {}] });
});

test('Ctrl+Z on a tool of a picture takes one step back, and Ctrl+Y does one again', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(0, 2);
  await sheet.page.keyboard.type('一');
  await sheet.page.keyboard.press('Enter');
  await sheet.page.keyboard.type('二');
  const before = await sheet.outline();
  await sheet.page.locator('.gq-picture').click();
  const hide = sheet.page.getByRole('button', { name: '隐藏说明' });
  await hide.press('Enter');
  expect(await sheet.read()).toMatchObject({ children: [{}, {}, { captionHidden: true }, {}] });
  await sheet.page.keyboard.press('Control+z');
  expect(await sheet.outline()).toEqual(before);
  expect((await sheet.read()).children[2]).not.toHaveProperty('captionHidden');
  await sheet.page.getByRole('button', { name: '替换' }).focus();
  await sheet.page.keyboard.press('Control+y');
  expect(await sheet.read()).toMatchObject({ children: [{}, {}, { captionHidden: true }, {}] });
});

test('a waiting figure takes chosen pictures, the others follow it in order', async ({ openSheet }) => {
  const sheet = await openSheet([
    { type: 'figure', asset: null, alt: '', credit: '', children: [{ type: 'text', text: '说明' }] },
  ]);
  await sheet.page.locator('.gq-picture input[type=file]').setInputFiles([
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a') },
    { name: 'b.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('b') },
  ]);
  await expect(sheet.page.locator('.gq-figure img')).toHaveCount(2);
  expect(await sheet.outline()).toEqual(['fig:说明', 'fig:']);
});
