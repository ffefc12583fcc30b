import { findInContent } from '#shared/document/find/find-in-content.ts';
import type { FindMatch } from '#shared/document/find/match-list.ts';
import { packMatches } from '#shared/document/find/match-list.ts';
import { compileQuery } from '#shared/document/find/query.ts';
import type { BlockNode, Document, TextNode } from '#shared/document/schema.ts';
import { contentOf } from '#tests/builders/content.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import { expect, test, type Sheet } from './fixtures/sheet-page.ts';

const text = (words: string): TextNode => ({ type: 'text', text: words });
const blocks: readonly BlockNode[] = [
  {
    type: 'paragraph',
    children: [
      text('住'),
      { type: 'text', text: '建', formats: ['bold'] },
      { type: 'link', url: 'https://a.gov.cn/', children: [text('局')] },
      text('通报'),
      { type: 'to-confirm', text: '住建局' },
    ],
  },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'list-item', children: [text('一')] },
      { type: 'list-item', children: [text('市住建局')] },
    ],
  },
  {
    type: 'table',
    children: [
      {
        type: 'table-row',
        children: [
          { type: 'table-cell', children: [text('单位')] },
          { type: 'table-cell', children: [] },
          { type: 'table-cell', children: [text('住建局')] },
        ],
      },
    ],
  },
  {
    type: 'figure',
    asset: 'a'.repeat(64),
    alt: '住建局',
    credit: '住建局办公室',
    children: [text('住建局会场')],
  },
  { type: 'boilerplate', id: 'copyright', version: 1, values: {}, text: '版权属住建局' },
];

/** Looks for words as the find bar does and shows the matches; answers them. */
async function show(sheet: Sheet, words: string, current: number | null): Promise<readonly FindMatch[]> {
  const options = { matchCase: false, matchWidth: false, regularExpression: false, wholeWord: false };
  const matcher = compileQuery({ text: words, ...options });
  const { children } = await sheet.read();
  const matches = matcher ? findInContent(contentOf('', children), matcher) : [];
  await sheet.page.evaluate(
    ([packed, current]) => {
      const { handle } = window as unknown as HarnessWindow;
      handle.showMatches(new Int32Array(packed), current);
    },
    [[...packMatches(matches)], current] as const,
  );
  return matches;
}

/** The highlighted words; those of one match that lie in several texts follow each other. */
async function highlighted(sheet: Sheet, name: string): Promise<readonly string[]> {
  return sheet.page.evaluate(
    (name) => Array.from(CSS.highlights.get(name) ?? [], (range) => String(range as Range)),
    name,
  );
}

async function enter(sheet: Sheet, match: FindMatch | undefined): Promise<void> {
  if (!match) throw new Error('no match');
  await sheet.page.evaluate((match) => (window as unknown as HarnessWindow).handle.enterMatch(match), match);
}

const selected = (sheet: Sheet): Promise<string> => sheet.page.evaluate(() => String(getSelection()));

test('marks matches over formats, in items, cells, captions and credits, and changes nothing', async ({
  openSheet,
}) => {
  const sheet = await openSheet(blocks);
  const before: Document = await sheet.read();
  const matches = await show(sheet, '住建局', 0);
  expect(matches).toHaveLength(7);
  expect(await highlighted(sheet, 'gaoqian-find-current')).toEqual(['住', '建', '局']);
  expect(await highlighted(sheet, 'gaoqian-find')).toEqual(['住建局', '住建局', '住建局', '住建局']);
  const credit = sheet.page.getByRole('textbox', { name: '摄影' });
  await expect(credit).toHaveAttribute('data-find', 'match');
  expect(await sheet.read()).toEqual(before);
  expect((await sheet.counts()).changes).toBe(0);

  await show(sheet, '', null);
  expect(await highlighted(sheet, 'gaoqian-find')).toEqual([]);
  await expect(credit).not.toHaveAttribute('data-find');
});

test('a credit that the search is at is marked stronger, and is entered with its words selected', async ({
  openSheet,
}) => {
  const sheet = await openSheet(blocks);
  const matches = await show(sheet, '住建局办', 0);
  expect(matches.map(({ place }) => place.kind)).toEqual(['credit']);
  const credit = sheet.page.getByRole('textbox', { name: '摄影' });
  await expect(credit).toHaveAttribute('data-find', 'current');
  await enter(sheet, matches[0]);
  await expect(credit).toBeFocused();
  await sheet.page.keyboard.insertText('房管局办');
  expect((await sheet.read()).children[3]).toMatchObject({ credit: '房管局办公室' });
});

test('each match in the text is entered as what it says', async ({ openSheet }) => {
  const sheet = await openSheet(blocks);
  const matches = await show(sheet, '住建局', null);
  for (const match of matches) {
    if (match.place.kind !== 'block' || match.place.block === 4) continue;
    await enter(sheet, match);
    // A 【待核】 is one thing to the caret: words inside it are selected all the same.
    expect(await selected(sheet)).toContain('住建局');
  }
});

test('a composition goes on while matches are shown anew', async ({ openSheet }) => {
  const sheet = await openSheet([{ type: 'paragraph', children: [text('住建局')] }]);
  await sheet.caret(0, 3);
  await sheet.cdp.send('Input.imeSetComposition', { text: 'tong', selectionStart: 4, selectionEnd: 4 });
  await show(sheet, '住建', 0);
  await sheet.cdp.send('Input.imeSetComposition', { text: 'tong bao', selectionStart: 8, selectionEnd: 8 });
  await show(sheet, '住建', 0);
  await sheet.cdp.send('Input.insertText', { text: '通报' });
  expect(await sheet.outline()).toEqual(['p:住建局通报']);
  expect(await highlighted(sheet, 'gaoqian-find-current')).toEqual(['住建']);
});

test('what is marked stays marked when a composition ends before, between or behind it', async ({ openSheet }) => {
  const sheet = await openSheet([{ type: 'paragraph', children: [text('住建局同住建局')] }]);
  await show(sheet, '住建', 1);
  await sheet.page.evaluate(() => {
    const finding = { place: { kind: 'block', block: 0, start: 3, end: 4 }, severity: 'hint' };
    (window as unknown as HarnessWindow).handle.showFindings([finding as never]);
  });
  for (const [offset, words] of [
    [7, '文'],
    [4, '与'],
    [0, '市'],
  ] as const) {
    await sheet.caret(0, offset);
    await sheet.compose(['x', 'xi'], words);
    expect(await highlighted(sheet, 'gaoqian-find')).toEqual(['住建']);
    expect(await highlighted(sheet, 'gaoqian-find-current')).toEqual(['住建']);
    expect(await highlighted(sheet, 'gaoqian-hint')).toEqual(['同']);
    await sheet.compose(['x', 'xi'], null);
    expect(await highlighted(sheet, 'gaoqian-find')).toEqual(['住建']);
    expect(await highlighted(sheet, 'gaoqian-hint')).toEqual(['同']);
  }
  expect(await sheet.outline()).toEqual(['p:市住建局同与住建局文']);
});
