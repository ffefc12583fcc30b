import type { BlockNode } from '#shared/document/schema.ts';
import { emptyTable } from '#shared/document/table-edit.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
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

const token = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'to-confirm', text }] });

const chip = (sheet: Sheet) => sheet.page.getByRole('button', { name: /^按 Tab 改为/ });

/** Types at the start of a block's words. */
async function typeAt(sheet: Sheet, block: number, offset: number, text: string): Promise<void> {
  await sheet.caret(block, offset);
  await sheet.page.keyboard.type(text);
}

test('Escape where nothing is open lets go of nothing: what is typed next stands at the caret', async ({
  openSheet,
}) => {
  const sheet = await openSheet([words('段'), figure('图'), emptyTable(1, 2, false)]);
  for (const [block, offset] of [
    [0, 1],
    [1, 1],
    [2, 0],
  ] as const) {
    await sheet.caret(block, offset);
    await sheet.page.keyboard.press('Escape');
    await sheet.page.keyboard.press('Escape');
    await sheet.page.keyboard.type('后');
  }
  expect(await sheet.outline()).toEqual(['p:段后', 'fig:图后', 'table:后|']);
});

test('what a file can hold in a word is on the sheet to the sign, and what is typed beside it joins it', async ({
  openSheet,
}) => {
  const whole = [
    '',
    '甲',
    '住房\u{20bb7}\u{1f3d7}\ufe0f保障与城乡建设工作会议召开',
    '半个字\ud842在此，全句不少于十六字才算长',
    'a\u200bb\u00a0c\u3000d, e\u0301 与 f 等十余种符号',
  ];
  const sheet = await openSheet(whole.map(words));
  expect((await sheet.read()).children).toEqual(whole.map(words));
  await typeAt(sheet, 2, 2, '和');
  expect((await sheet.read()).children).toEqual(
    whole.map((text) => words(text.replace('住房\u{20bb7}', '住房和\u{20bb7}'))),
  );
});

test.describe('the signs of Markdown at the start of a paragraph', () => {
  for (const [typed, outline] of [
    ['## 进展', 'h2:进展'],
    ['### 进展', 'h3:进展'],
    ['#### 进展', 'h4:进展'],
    ['＃＃　进展', 'h2:进展'],
    ['- 其一', 'ul:其一'],
    ['－ 其一', 'ul:其一'],
    ['* 其一', 'ul:其一'],
    ['1. 其一', 'ol:其一'],
    ['１．其一', 'ol:其一'],
    ['> 原话', 'q:原话'],
  ] as const) {
    test(`${typed} becomes ${outline}`, async ({ openSheet }) => {
      const sheet = await openSheet([words('')]);
      await typeAt(sheet, 0, 0, typed);
      expect(await sheet.outline()).toEqual([outline]);
    });
  }

  test('the first undo gives back what was typed', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typeAt(sheet, 0, 0, '## ');
    expect(await sheet.outline()).toEqual(['h2:']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:## ']);
    await sheet.page.keyboard.type('a');
    expect(await sheet.outline()).toEqual(['p:## a']);
  });

  test('are told to a screen reader in the language of the window', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typeAt(sheet, 0, 0, '## ');
    const said = sheet.page.getByRole('status').filter({ hasText: /\S/ });
    await expect(said).toHaveText('标题，级别 2');
    await sheet.page.keyboard.press('Control+z');
    await expect(said).toHaveText('不再是标题');
  });

  test('turn the words that stand there already', async ({ openSheet }) => {
    const sheet = await openSheet([words('工作进展')]);
    await typeAt(sheet, 0, 0, '### ');
    expect(await sheet.outline()).toEqual(['h3:工作进展']);
    await sheet.page.keyboard.type('市');
    expect(await sheet.outline()).toEqual(['h3:市工作进展']);
  });

  test('a list begins at the number that was typed', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typeAt(sheet, 0, 0, '3. 其三');
    expect((await sheet.read()).children).toMatchObject([{ type: 'list', ordered: true, start: 3 }]);
  });

  for (const end of [' ', 'Enter']) {
    test(`three hyphens and ${end === ' ' ? 'a space' : end} are a rule, the caret goes on below`, async ({
      openSheet,
    }) => {
      const sheet = await openSheet([words('前'), words('')]);
      await typeAt(sheet, 1, 0, '---');
      await sheet.page.keyboard.press(end === ' ' ? 'Space' : end);
      expect((await sheet.outline()).slice(0, 2)).toEqual(['p:前', 'hr']);
      await sheet.page.keyboard.press('Control+z');
      expect((await sheet.outline())[1]).toMatch(/^p:---/);
    });
  }

  test('mean nothing inside words, in captions, in lists and when pasted', async ({ openSheet }) => {
    const sheet = await openSheet([words('甲'), figure(''), words('')]);
    await typeAt(sheet, 0, 1, '## ');
    await typeAt(sheet, 1, 0, '- ');
    await sheet.caret(2, 0);
    await sheet.paste({ 'text/plain': '> ' });
    expect(await sheet.outline()).toEqual(['p:甲## ', 'fig:- ', expect.stringMatching(/^p:>/)]);
  });

  test('mean nothing while an input method composes', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await typeAt(sheet, 0, 0, '##');
    await sheet.compose([' ', ' z', ' zhu'], ' 住');
    expect(await sheet.outline()).toEqual(['p:## 住']);
  });
});

test.describe('quotes', () => {
  test('typed straight become Chinese in pairs, across formats', async ({ openSheet }) => {
    const sheet = await openSheet([words('坚持')]);
    await typeAt(sheet, 0, 2, '"人民');
    await sheet.page.keyboard.press('Control+b');
    await sheet.page.keyboard.type('至上');
    await sheet.page.keyboard.press('Control+b');
    await sheet.page.keyboard.type('"理念');
    expect(await sheet.outline()).toEqual(['p:坚持“人民至上”理念']);
  });

  test('one undo gives the straight one back, and it stays', async ({ openSheet }) => {
    const sheet = await openSheet([words('坚持')]);
    await typeAt(sheet, 0, 2, '"');
    expect(await sheet.outline()).toEqual(['p:坚持“']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:坚持"']);
    await sheet.page.keyboard.type('a"');
    expect(await sheet.outline()).toEqual(['p:坚持"a"']);
  });

  test('stay straight in Latin words and addresses, and are right in captions', async ({ openSheet }) => {
    const sheet = await openSheet([words(''), figure('')]);
    await typeAt(sheet, 0, 0, "It's");
    await typeAt(sheet, 1, 0, '"最美"志愿者');
    expect(await sheet.outline()).toEqual(["p:It's", 'fig:“最美”志愿者']);
  });

  test('what an input method brings is left as it is', async ({ openSheet }) => {
    const sheet = await openSheet([words('坚持')]);
    await sheet.caret(0, 2);
    await sheet.compose(['"'], '"');
    expect(await sheet.outline()).toEqual(['p:坚持"']);
  });
});

test.describe('half-width signs after Chinese', () => {
  test('are offered as full-width: Tab takes the offer, one undo gives it back', async ({ openSheet }) => {
    const sheet = await openSheet([words('市住建局')]);
    await typeAt(sheet, 0, 4, ',');
    await expect(chip(sheet)).toBeVisible();
    expect(await sheet.page.evaluate(() => [...(CSS.highlights.get('gaoqian-offer') ?? [])].map(String))).toEqual([
      ',',
    ]);
    await sheet.page.keyboard.press('Tab');
    await expect(chip(sheet)).toBeHidden();
    expect(await sheet.outline()).toEqual(['p:市住建局，']);
    await sheet.page.keyboard.type('今日');
    expect(await sheet.outline()).toEqual(['p:市住建局，今日']);
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.outline())[0]).toMatch(/^p:市住建局,?$/);
  });

  test('can be taken a few words later and by a click; the caret stays where it is', async ({ openSheet }) => {
    const sheet = await openSheet([words('市住建局')]);
    await typeAt(sheet, 0, 4, ',今日');
    await chip(sheet).click();
    await sheet.page.keyboard.type('说');
    expect(await sheet.outline()).toEqual(['p:市住建局，今日说']);
  });

  test('a stop is offered as the end of a sentence, and as the dot in a name once a name goes on behind it', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('见到乔治')]);
    await typeAt(sheet, 0, 4, '.');
    await expect(chip(sheet)).toContainText('。');
    await sheet.page.keyboard.type('布什');
    await expect(chip(sheet)).toContainText('·');
    await sheet.page.keyboard.press('Tab');
    expect(await sheet.outline()).toEqual(['p:见到乔治·布什']);
  });

  test('the offer stays through a composition and never touches it', async ({ openSheet }) => {
    const sheet = await openSheet([words('市住建局')]);
    await typeAt(sheet, 0, 4, ',');
    await sheet.compose(['j', 'ji', 'jin'], '今');
    await sheet.page.keyboard.press('Tab');
    expect(await sheet.outline()).toEqual(['p:市住建局，今']);
  });

  test('a bracket takes its partner with it', async ({ openSheet }) => {
    const sheet = await openSheet([words('意见')]);
    await typeAt(sheet, 0, 2, '(试行)');
    await sheet.page.keyboard.press('Tab');
    expect(await sheet.outline()).toEqual(['p:意见（试行）']);
  });

  test('Escape, digits and Latin letters take the offer away', async ({ openSheet }) => {
    const sheet = await openSheet([words('见图')]);
    await typeAt(sheet, 0, 2, '.');
    await expect(chip(sheet)).toBeVisible();
    await sheet.page.keyboard.type('2');
    await expect(chip(sheet)).toBeHidden();
    await typeAt(sheet, 0, 2, ':');
    await expect(chip(sheet)).toBeVisible();
    await sheet.page.keyboard.press('Escape');
    await expect(chip(sheet)).toBeHidden();
    expect(await sheet.outline()).toEqual(['p:见图:.2']);
  });

  test('are changed at once where the person wants that, and left alone where not', async ({ openSheet }) => {
    const automatic = await openSheet([words('市住建局')], { writing: { typedPunctuation: 'automatic' } });
    await typeAt(automatic, 0, 4, ',今日');
    expect(await automatic.outline()).toEqual(['p:市住建局，今日']);
    const off = await openSheet([words('市住建局')], { writing: { typedPunctuation: 'off' } });
    await typeAt(off, 0, 4, ',');
    await expect(chip(off)).toBeHidden();
  });
});

test.describe('【待核】', () => {
  test('F8 and Shift+F8 walk through captions, lists and around the ends', async ({ openSheet }) => {
    const sheet = await openSheet([
      token('一'),
      { ...figure(''), children: [{ type: 'to-confirm', text: '二' }] } as BlockNode,
      {
        type: 'list',
        ordered: false,
        children: [{ type: 'list-item', children: [{ type: 'to-confirm', text: '三' }] }],
      },
    ]);
    await sheet.caret(0, 0);
    const walked: string[] = [];
    for (const key of ['F8', 'F8', 'F8', 'F8', 'Shift+F8', 'Shift+F8']) {
      await sheet.page.keyboard.press(key);
      walked.push((await sheet.selection()).words.slice(-1));
    }
    expect(walked).toEqual(['二', '三', '一', '二', '一', '三']);
    await sheet.page.evaluate(() => (window as unknown as HarnessWindow).handle.walkToConfirm('next'));
    expect((await sheet.selection()).words).toBe('【待核】一');
  });

  test('F8 brings the next one into sight, wherever it stands', async ({ openSheet }) => {
    const screens = Array.from({ length: 60 }, (_none, index) => words(`第${String(index)}段`));
    const sheet = await openSheet([token('一'), ...screens, token('二'), ...screens]);
    await sheet.caret(0, 0);
    for (const token of ['二', '一']) {
      await sheet.page.keyboard.press('F8');
      await expect(sheet.page.locator('.gq-to-confirm', { hasText: token })).toBeInViewport();
    }
  });
});
