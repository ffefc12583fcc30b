import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import { docxOf, paragraph } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const style = (id: string, name: string, inside: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const styles = `<w:styles ${w}>${[
  style('H1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Own', '章', '<w:basedOn w:val="H1"/>'),
  style('Third', '三级', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
].join('')}</w:styles>`;

async function importBody(body: string, format = 'chineseCounting', start = 1) {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/></w:lvl>`;
  const bytes = await docxOf(`${paragraph('题目')}${paragraph('导语。')}${body}`, {
    'word/styles.xml': styles,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
  const { content } = await importPage(bytes, '稿件.docx', sampleProfile);
  return content.document.children
    .slice(1)
    .map((block) => [block.type === 'heading' ? block.level : block.type, blockText(block)]);
}

const line = (words: string, properties: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

describe('the line below the title', () => {
  const title = style('T', 'Title', '');
  const subtitle = style('S', 'Subtitle', '');
  const imported = async (body: string) => {
    const bytes = await docxOf(body, { 'word/styles.xml': `<w:styles ${w}>${title}${subtitle}</w:styles>` });
    const { metadata, document } = (await importPage(bytes, '稿件.docx', sampleProfile)).content;
    return [metadata.headline, metadata.subheadline, ...document.children.map(blockText)];
  };
  const sub = line('——工作综述', '<w:pStyle w:val="S"/>');

  test('is the subheadline, and elsewhere a paragraph', async () => {
    const body = line('题目', '<w:pStyle w:val="T"/>') + sub + paragraph('正文。') + sub;
    expect(await imported(body)).toEqual(['题目', '——工作综述', '正文。', '——工作综述']);
  });

  test('is the headline where there is no other', async () => {
    expect(await imported(sub + paragraph('正文。'))).toEqual(['——工作综述', '', '正文。']);
  });
});

describe('headings of a Word document', () => {
  test('by a style that is based on one of Word’s, with the number that it takes over', async () => {
    const body = line('总则', '<w:pStyle w:val="H1"/>') + line('细则', '<w:pStyle w:val="Own"/>');
    expect(await importBody(body)).toEqual([
      [2, '一、总则'],
      [2, '二、细则'],
    ]);
  });

  test('by their level in the outline (17.3.1.20), of their own or of their style', async () => {
    const body = line('工作要求', '<w:outlineLvl w:val="1"/>') + line('时间安排', '<w:pStyle w:val="Third"/>');
    expect(await importBody(body)).toEqual([
      [3, '工作要求'],
      [4, '时间安排'],
    ]);
  });

  test.each([
    ['a sentence that stands in the outline', line('加强领导。', '<w:outlineLvl w:val="1"/>')],
    ['a long line that does', line('加强领导，'.repeat(12), '<w:outlineLvl w:val="1"/>')],
    ['text that is said to be none', line('正文', '<w:pStyle w:val="Third"/><w:outlineLvl w:val="9"/>')],
  ])('but not %s', async (_what, body) => {
    expect((await importBody(body)).map(([kind]) => kind)).toEqual(['paragraph']);
  });
});

test.each([
  ['chineseLegalSimplified', 11, '拾壹'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiac', 2, '丑'],
  ['ideographDigital', 10, '一〇'],
  ['ideographEnclosedCircle', 4, '㊃'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalEnclosedFullstop', 21, '21.'],
  ['decimalZero', 7, '07'],
])('numbers of the form %s are written as Word shows them', async (format, start, shown) => {
  const body = line('条目', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  expect(await importBody(body, format, start)).toEqual([['paragraph', `${shown}、条目`]]);
});
