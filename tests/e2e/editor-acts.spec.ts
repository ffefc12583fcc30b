import { AxeBuilder } from '@axe-core/playwright';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure = (caption: string, alt = ''): BlockNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt,
  credit: '',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
});
const commentId = '01890a5d-ac96-774b-bcce-b302099a8057';

const finding = (severity: Finding['severity'], place: Finding['place']): Finding => ({
  id: severity,
  rule: 'x',
  severity,
  place,
  params: {},
});
const token = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'to-confirm', text }] });

/** The toolbar over the sheet; the one that floats has some of the same buttons. */
const fixed = (sheet: Sheet) => sheet.page.getByRole('toolbar', { name: '格式工具栏' });

function act<Result>(sheet: Sheet, run: (window: HarnessWindow) => Result): Promise<Result> {
  return sheet.page.evaluate<Result>(`(${run.toString()})(window)`);
}

test.describe('the handle', () => {
  test('changes the kind of a block and back, and tells so', async ({ openSheet }) => {
    const sheet = await openSheet([words('文')]);
    await sheet.caret(0, 1);
    for (const [block, outline] of [
      ['heading-2', 'h2:文'],
      ['heading-4', 'h4:文'],
      ['quote', 'q:文'],
      ['bullet', 'ul:文'],
      ['number', 'ol:文'],
      ['heading-3', 'h3:文'],
      ['paragraph', 'p:文'],
    ] as const) {
      await sheet.page.evaluate((kind) => (window as unknown as HarnessWindow).handle.setBlock(kind), block);
      expect(await sheet.outline()).toEqual([outline]);
      expect((await sheet.selection()).block).toBe(block);
    }
  });

  test('leaves captions what they are', async ({ openSheet }) => {
    const sheet = await openSheet([figure('图')]);
    await sheet.caret(0, 1);
    await act(sheet, (window) => window.handle.setBlock('heading-2'));
    await act(sheet, (window) => window.handle.setBlock('bullet'));
    expect(await sheet.outline()).toEqual(['fig:图']);
  });

  test('puts rules, boilerplates and figures between blocks, words are cut at the caret', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    await sheet.caret(0, 1);
    await act(sheet, (window) =>
      window.handle.insertBoilerplate({ type: 'boilerplate', id: 'x', version: 1, values: {}, text: '声明' }),
    );
    expect(await sheet.outline()).toEqual(['p:前', 'box:声明', 'p:后']);
    await act(sheet, (window) => window.handle.undo());
    expect(await sheet.outline()).toEqual(['p:前后']);
    await sheet.caret(0, 0);
    await act(sheet, (window) => window.handle.insertHorizontalRule());
    expect(await sheet.outline()).toEqual(['hr', 'p:前后']);
  });

  test('an insertion in an empty document leaves no empty paragraph before it', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await act(sheet, (window) => window.handle.insertPictures([new File(['b'], 'b.jpg')]));
    expect(await sheet.outline()).toEqual(['fig:']);
  });

  test('marks a comment around words and takes it away again', async ({ openSheet }) => {
    const sheet = await openSheet([words('市住建局高度重视')]);
    await sheet.caret(0, 2);
    expect(await act(sheet, (window) => window.handle.markComment('01890a5d-ac96-774b-bcce-b302099a8057'))).toBe(false);
    await sheet.select(0, 1, 4);
    expect(await act(sheet, (window) => window.handle.markComment('01890a5d-ac96-774b-bcce-b302099a8057'))).toBe(true);
    expect(await sheet.read()).toMatchObject({
      children: [{ children: [{}, { type: 'comment-mark', ids: [commentId], children: [{ text: '住建局' }] }, {}] }],
    });
    await act(sheet, (window) => window.handle.revealComment('01890a5d-ac96-774b-bcce-b302099a8057'));
    expect((await sheet.selection()).words).toBe('住建局');
    await act(sheet, (window) => window.handle.unmarkComment('01890a5d-ac96-774b-bcce-b302099a8057'));
    expect(await sheet.read()).toMatchObject({ children: [words('市住建局高度重视')] });
  });

  test('takes a fix at its place, and the caption as alt text', async ({ openSheet }) => {
    const sheet = await openSheet([words('与社区志愿者并肩做战，'), figure('刘文检查工地')]);
    await act(sheet, (window) =>
      window.handle.applyFix({ kind: 'block', block: 0, start: 8, end: 9 }, { kind: 'replace', text: '作' }),
    );
    await act(sheet, (window) => window.handle.applyFix({ kind: 'block', block: 1 }, { kind: 'alt-from-caption' }));
    expect(await sheet.read()).toMatchObject({
      children: [words('与社区志愿者并肩作战，'), figure('刘文检查工地', '刘文检查工地')],
    });
  });

  test('shows findings under the words and leaves the document alone', async ({ openSheet }) => {
    const sheet = await openSheet([
      {
        type: 'list',
        ordered: false,
        children: [
          { type: 'list-item', children: [{ type: 'text', text: '甲乙' }] },
          {
            type: 'list-item',
            children: [
              { type: 'to-confirm', text: '九' },
              { type: 'text', text: '丙丁', formats: ['bold'] },
            ],
          },
        ],
      },
      figure(''),
    ]);
    const before = await sheet.read();
    const findings = [
      finding('error', { kind: 'block', block: 0, start: 9, end: 10 }),
      finding('warning', { kind: 'block', block: 1 }),
      finding('hint', { kind: 'metadata', field: 'headline' }),
    ];
    await sheet.page.evaluate((list) => (window as unknown as HarnessWindow).handle.showFindings(list), findings);
    const shown = await sheet.page.evaluate(() =>
      [...CSS.highlights].map(([name, ranges]) => [
        name,
        [...ranges].map((range) => (range instanceof Range ? range.toString() : '')),
      ]),
    );
    // 甲乙⏎【待核】九丙丁: the tenth character is 丁's neighbour 丙.
    expect(shown).toEqual([['gaoqian-error', ['丁']]]);
    await expect(sheet.page.locator('.gq-figure')).toHaveAttribute('data-finding', 'warning');
    expect(await sheet.read()).toEqual(before);
    await act(sheet, (window) => window.handle.showFindings([]));
    expect(await sheet.page.evaluate(() => CSS.highlights.size)).toBe(0);
    await expect(sheet.page.locator('[data-finding]')).toHaveCount(0);
  });
});

test.describe('【待核】', () => {
  test('takes the selected words in, and 已核实 gives them back', async ({ openSheet }) => {
    const sheet = await openSheet([words('共有90多名义工')]);
    await sheet.select(0, 2, 6);
    await fixed(sheet).getByRole('button', { name: '【待核】' }).click();
    expect(await sheet.outline()).toEqual(['p:共有【待核】90多名义工']);
    await sheet.page.locator('.gq-to-confirm').click();
    await sheet.page.getByRole('button', { name: '已核实' }).click();
    expect(await sheet.outline()).toEqual(['p:共有90多名义工']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:共有【待核】90多名义工']);
  });

  test('is one thing to the keyboard: Backspace takes it whole, words beside it stay outside', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([words('前后')]);
    await sheet.caret(0, 1);
    await act(sheet, (window) => window.handle.insertToConfirm());
    await sheet.page.keyboard.type('x');
    expect(await sheet.read()).toMatchObject({
      children: [{ children: [{ text: '前' }, { type: 'to-confirm', text: '' }, { text: 'x后' }] }],
    });
    await sheet.page.keyboard.press('Backspace');
    await sheet.page.keyboard.press('Backspace');
    expect(await sheet.outline()).toEqual(['p:前后']);
  });

  test('F8 walks from one to the next and around', async ({ openSheet }) => {
    const sheet = await openSheet([token('一'), figure(''), token('二')]);
    await sheet.page.locator('.gq-text').focus();
    const walked: string[] = [];
    for (let press = 0; press < 3; press += 1) {
      await sheet.page.keyboard.press('F8');
      walked.push((await sheet.selection()).words);
    }
    expect(new Set(walked)).toEqual(new Set(['【待核】一', '【待核】二']));
    expect(walked[0]).toBe(walked[2]);
  });

  test('is stepped over by the arrows', async ({ openSheet }) => {
    const sheet = await openSheet([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '前' },
          { type: 'to-confirm', text: '九十多名' },
          { type: 'text', text: '后' },
        ],
      },
    ]);
    await sheet.caret(0, 1);
    await sheet.page.keyboard.press('ArrowRight');
    await sheet.page.keyboard.type('a');
    for (let press = 0; press < 2; press += 1) {
      await sheet.page.keyboard.press('ArrowLeft');
      await sheet.selection();
    }
    await sheet.page.keyboard.type('b');
    expect(await sheet.outline()).toEqual(['p:前b【待核】九十多名a后']);
  });

  test('typing in the middle of one never changes it', async ({ openSheet }) => {
    const sheet = await openSheet([{ type: 'paragraph', children: [{ type: 'to-confirm', text: '九十多名' }] }]);
    await sheet.caret(0, 6);
    await sheet.page.keyboard.type('x');
    await sheet.caret(0, 6);
    await sheet.compose(['z', 'zhu'], '住');
    const [line] = await sheet.outline();
    expect(line).toContain('【待核】九十多名');
    expect(line).toHaveLength('p:【待核】九十多名x住'.length);
    expect(line).toMatch(/x/);
    expect(line).toMatch(/住/);
  });
});

test.describe('a boilerplate', () => {
  const template = {
    id: 'contact',
    title: '联系方式',
    category: '联系',
    version: 2,
    template: '联系电话：{{联系电话}}。',
  };
  const block: BlockNode = {
    type: 'boilerplate',
    id: 'contact',
    version: 2,
    values: { 联系电话: '' },
    text: '联系电话：【待核】联系电话。',
  };

  test('lets only its blanks be filled, one undo step for each visit', async ({ openSheet }) => {
    const sheet = await openSheet([block, words('文')], { boilerplates: [template] });
    const blank = sheet.page.getByRole('textbox', { name: '填写：联系电话' });
    await blank.pressSequentially('0750-5524538');
    expect(await sheet.outline()).toEqual(['box:联系电话：0750-5524538。', 'p:文']);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toMatchObject({ children: [block, {}] });
  });

  test('takes a newer version over with its values', async ({ openSheet }) => {
    const old = { ...block, version: 1, values: { 联系电话: '5524538' }, text: '电话：5524538' } satisfies BlockNode;
    const sheet = await openSheet([old], { boilerplates: [template] });
    await sheet.page.getByRole('button', { name: '更新到第 2 版' }).click();
    expect(await sheet.read()).toMatchObject({
      children: [{ version: 2, values: { 联系电话: '5524538' }, text: '联系电话：5524538。' }],
    });
  });

  test('is selected by a click and removed by Delete', async ({ openSheet }) => {
    const sheet = await openSheet([words('文'), block], { boilerplates: [template] });
    await sheet.page.locator('.gq-boilerplate-head').click();
    await sheet.page.keyboard.press('Delete');
    expect(await sheet.outline()).toEqual(['p:文']);
  });
});

test('the sheet that is only read can not be changed', async ({ openSheet }) => {
  const sheet = await openSheet([words('文'), figure('图')], { readOnly: true });
  const before = await sheet.read();
  await sheet.page.locator('.gq-paragraph').click();
  await sheet.page.keyboard.type('x');
  await sheet.paste({ 'text/plain': 'x' });
  await sheet.page.locator('.gq-picture').click();
  await sheet.page.keyboard.press('Delete');
  expect(await sheet.read()).toEqual(before);
});

test('the toolbar tells the truth of mixed words and blocks, and of places where an act means nothing', async ({
  openSheet,
}) => {
  const bold: BlockNode = {
    type: 'paragraph',
    children: [
      { type: 'text', text: '粗', formats: ['bold'] },
      { type: 'text', text: '细' },
    ],
  };
  const sheet = await openSheet([
    bold,
    { type: 'heading', level: 2, children: [{ type: 'text', text: '题' }] },
    figure('图'),
  ]);
  const button = (name: string) => fixed(sheet).getByRole('button', { name, exact: true });
  await expect(button('加粗')).toBeDisabled();
  await expect(button('图片')).toBeEnabled();
  await sheet.select(0, 0, 2);
  await expect(button('加粗')).toHaveAttribute('aria-pressed', 'mixed');
  await expect(button('倾斜')).toHaveAttribute('aria-pressed', 'false');
  await sheet.select(0, 0, 1);
  await expect(button('加粗')).toHaveAttribute('aria-pressed', 'true');
  await sheet.page.keyboard.press('Control+a');
  await expect(button('段落样式：无样式')).toBeDisabled();
  await sheet.caret(0, 0);
  await sheet.page.keyboard.press('Shift+ArrowDown');
  await sheet.page.keyboard.press('Shift+End');
  await expect(button('段落样式：多种样式')).toBeEnabled();
  await sheet.caret(2, 1);
  await expect(button('段落样式：图片说明')).toBeDisabled();
  await expect(button('项目符号')).toBeDisabled();
  await expect(button('加粗')).toBeEnabled();
  await sheet.page.locator('.gq-picture').click();
  await expect(button('加粗')).toBeDisabled();
  await expect(button('链接')).toBeDisabled();
  await expect(button('【待核】')).toBeDisabled();
  await expect(button('分隔线')).toBeEnabled();
});

test('screen readers hear each tool once: its name, its shortcut, and a hint only where there is one', async ({
  openSheet,
}) => {
  const sheet = await openSheet([words('正文')]);
  await sheet.caret(0, 1);
  const bold = fixed(sheet).getByRole('button', { name: '加粗', exact: true });
  await expect(bold).toHaveAttribute('aria-keyshortcuts', 'Control+B');
  await expect(bold).toHaveAccessibleDescription('');
  await bold.hover();
  await expect(sheet.page.getByRole('tooltip')).toHaveText('加粗（Ctrl+B）');
  const toConfirm = fixed(sheet).getByRole('button', { name: '【待核】' });
  await expect(toConfirm).toHaveAccessibleDescription(/F8/);
});

test('the toolbar tells the truth and has a place for what does not fit', async ({ openSheet }) => {
  const sheet = await openSheet([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '粗', formats: ['bold'] },
        { type: 'text', text: '细' },
      ],
    },
  ]);
  const bold = fixed(sheet).getByRole('button', { name: '加粗' });
  await sheet.caret(0, 1);
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await sheet.select(0, 1, 2);
  await expect(bold).toHaveAttribute('aria-pressed', 'false');
  await bold.click();
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  expect((await sheet.read()).children).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: '粗细', formats: ['bold'] }] },
  ]);
  await sheet.page.getByRole('button', { name: '撤销' }).click();
  await expect(bold).toHaveAttribute('aria-pressed', 'false');
  await sheet.page.setViewportSize({ width: 420, height: 700 });
  await sheet.page.getByRole('button', { name: '更多' }).click();
  await sheet.page.getByRole('menuitem', { name: '编号' }).click();
  expect((await sheet.outline())[0]).toMatch(/^ol:/);
});

test('a place far down a long document is brought into sight and typed at', async ({ openSheet }) => {
  const sheet = await openSheet(
    Array.from({ length: 800 }, (_none, index) => words(`第${String(index)}段`.repeat(30))),
  );
  await sheet.select(700, 0, 4);
  await expect(sheet.page.locator('.gq-text > :nth-child(701)')).toBeInViewport();
  expect((await sheet.selection()).words).toBe('第700');
  await sheet.page.keyboard.type('x');
  expect((await sheet.outline())[700]).toMatch(/^p:x段第700段/);
});

for (const dark of [false, true]) {
  test(`axe finds nothing on the ${dark ? 'dark' : 'light'} sheet`, async ({ openSheet }) => {
    const sheet = await openSheet(
      [
        { type: 'heading', level: 2, children: [{ type: 'text', text: '小标题' }] },
        figure('图', '工地'),
        { type: 'figure', asset: null, alt: '', credit: '', children: [] },
        {
          type: 'paragraph',
          children: [
            { type: 'to-confirm', text: '九十' },
            { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '链接' }] },
          ],
        },
        { type: 'quote', children: [{ type: 'text', text: '引' }] },
        { type: 'boilerplate', id: 'x', version: 1, values: {}, text: '声明' },
      ],
      { dark },
    );
    await sheet.page.locator('.gq-picture').first().click();
    await expect(sheet.page.getByRole('toolbar', { name: '图片工具' })).toBeVisible();
    // Fluent's focus keeper puts unseen stops at the page's ends; they hand the focus on at once.
    const axe = new AxeBuilder({ page: sheet.page }).include('#root').exclude('[data-tabster-dummy]');
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}
