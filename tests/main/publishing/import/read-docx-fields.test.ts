import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import { docxOf, paragraph } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** Fields as Word and WPS write them in pieces (ECMA-376 part 1, 17.16.18). */
async function importParagraph(inside: string) {
  const bytes = await docxOf(`${paragraph('题目')}<w:p>${inside}</w:p>`);
  const { content, report } = await importPage(bytes, '稿件.docx', sampleProfile);
  const [block] = content.document.children;
  return { block, words: block ? blockText(block) : '', notes: report.notes.map(({ kind, count }) => [kind, count]) };
}

const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const mark = (type: string, inside = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
/** A field whose instruction stands in several runs. */
const field = (instruction: readonly string[], result?: string, inside = ''): string =>
  mark('begin', inside) +
  instruction.map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`).join('') +
  (result === undefined ? '' : mark('separate') + result) +
  mark('end');

const list = (result: string) =>
  `<w:ffData><w:ddList>${result}<w:listEntry w:val="一级"/><w:listEntry w:val="二级"/></w:ddList></w:ffData>`;

describe('a link by a field keeps its address', () => {
  test.each([
    ['alone', ' HYPERLINK "https://www.gov.cn/a" ', 'https://www.gov.cn/a'],
    [
      'with the window in which it opens',
      ' HYPERLINK "https://www.gov.cn/a?b=1&amp;c=2" \\t "_blank" ',
      'https://www.gov.cn/a?b=1&c=2',
    ],
    ['with a tip before it', ' HYPERLINK \\o "全文 在此" "https://www.gov.cn/a" ', 'https://www.gov.cn/a'],
    ['with a place in the page', ' HYPERLINK "https://www.gov.cn/a" \\l "p1" \\h ', 'https://www.gov.cn/a#p1'],
    ['without quotes', ' HYPERLINK https://www.gov.cn/a ', 'https://www.gov.cn/a'],
  ])('%s', async (_what, instruction, url) => {
    const { block } = await importParagraph(`${run('见')}${field([instruction], run('通知'))}${run('。')}`);
    expect(block).toMatchObject({ children: [{ text: '见' }, { type: 'link', url }, { text: '。' }] });
  });

  test('when its instruction is in pieces', async () => {
    const { block } = await importParagraph(
      field([' HYPERLINK "https://www.', 'gov.cn/a" ', '\\o "提示" '], run('通知')),
    );
    expect(block).toMatchObject({ children: [{ type: 'link', url: 'https://www.gov.cn/a' }] });
  });

  test('when it is one element', async () => {
    const { block } = await importParagraph(
      `<w:fldSimple w:instr=" HYPERLINK &quot;https://www.gov.cn/a&quot; \\t &quot;_blank&quot; ">${run('通知')}</w:fldSimple>`,
    );
    expect(block).toMatchObject({ children: [{ type: 'link', url: 'https://www.gov.cn/a' }] });
  });

  test('and a place of the same document is no address', async () => {
    const { block } = await importParagraph(field([' HYPERLINK \\l "_Toc1" '], run('第一章')));
    expect(block).toMatchObject({ children: [{ type: 'text', text: '第一章' }] });
  });
});

describe('what Word draws of a field without a result is not lost', () => {
  test.each([
    ['a character in a circle', [' eq \\o\\ac(○,', '1', ')'], '①'],
    ['one that has no sign of its own', [' EQ \\o\\ac(□,甲)'], '甲'],
    ['a fraction', [' EQ \\f(3,4)'], '3/4'],
    ['a root of a fraction', [' EQ \\r(3,\\f(a,b))'], '√a/b'],
    ['brackets that were meant', [' EQ \\b(\\f(1,2))，\\(原样\\)'], '(1/2)，(原样)'],
    ['a sign of a font', [' SYMBOL 254 \\f "Wingdings" \\s 12 '], '☑'],
    ['a sign by its number', [' SYMBOL 9312 \\u '], '①'],
    ['the words of a button', [' MACROBUTTON NoMacro [此处填写] '], '[此处填写]'],
  ])('%s', async (_what, instruction, words) => {
    expect((await importParagraph(`${run('见')}${field(instruction)}${run('。')}`)).words).toBe(`见${words}。`);
  });

  test('a character below its reading, which is told', async () => {
    const guide = [' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(', 'bīn', '),槟)'];
    const { words, notes } = await importParagraph(`${field(guide)}${run('榔村。')}`);
    expect(words).toBe('槟榔村。');
    expect(notes).toEqual([['readings', 1]]);
  });

  test('what was chosen in a list of a form', async () => {
    const chosen = field([' FORMDROPDOWN '], undefined, list('<w:result w:val="1"/>'));
    const first = field([' FORMDROPDOWN '], undefined, list(''));
    expect((await importParagraph(`${run('级别：')}${chosen}${run('、')}${first}`)).words).toBe('级别：二级、一级');
  });

  test('but a result that is there stands alone', async () => {
    const { words } = await importParagraph(`${field([' SYMBOL 254 \\f Wingdings '], run('√'))}${run('同意')}`);
    expect(words).toBe('√同意');
  });
});

test.each(['\\f(', '\\o\\ac\\ad ', '\\s \\up 9'])(
  'an equation of nothing but %s is read in a moment, as words',
  async (act) => {
    const { notes } = await importParagraph(`${run('见')}${field([` EQ ${act.repeat(20_000)}甲`])}`);
    expect(notes).toEqual([['equations', 1]]);
  },
);

test('fields that never end, or end without a beginning, lose no words', async () => {
  const { words } = await importParagraph(
    `${mark('end')}${run('甲')}${mark('begin')}${run('乙')}${mark('separate')}${run('丙')}`,
  );
  expect(words).toBe('甲乙丙');
});
