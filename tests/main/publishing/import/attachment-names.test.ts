import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { docxOf } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** A line for each block, that of a list between brackets. */
const shown = (block: BlockNode): string =>
  block.type === 'list' ? `[${blockText(block).replaceAll('\n', ' | ')}]` : blockText(block);

async function blocksOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const { content } = await importPage(bytes, name, sampleProfile);
  return content.document.children.map(shown);
}

async function textOf(...lines: readonly string[]): Promise<readonly string[]> {
  return blocksOf(Buffer.from(['通知', '现通知如下。', ...lines].join('\n')), '来文.txt');
}

const paragraph = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`;
const words = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const clean = ['附件：', '[检查项目表 | 名单（第一批）]'];

// The form of GB/T 9704-2012, 7.3.4: the second name stands below the first, set in by blanks.
describe('names of attachments below each other come in as a list', () => {
  test.each([
    ['full-width blanks', '　　附件：1.检查项目表', '　　　　　2.名单（第一批）'],
    ['narrow blanks', '附件：1. 检查项目表', '      2. 名单（第一批）'],
    ['a line of its own for the first', '附件：', '1．检查项目表', '2．名单（第一批）'],
  ])('from a text with %s', async (_how, ...lines) => {
    expect(await textOf(...lines, '', '　　　　　　　　市住建局')).toEqual(['现通知如下。', ...clean, '市住建局']);
  });

  test.each([
    ['paragraphs', `${paragraph(words('附件：1.检查项目表'))}${paragraph(words('　　　2.名单（第一批）'))}`],
    ['broken lines', paragraph(`${words('附件：1.检查项目表')}<w:br/>${words('　　　2.名单（第一批）')}`)],
    [
      'tabs',
      `${paragraph(`${words('附件：')}<w:tab/>${words('1.检查项目表')}`)}${paragraph(`<w:tab/>${words('2.名单（第一批）')}`)}`,
    ],
  ])('from a Word document with %s', async (_how, body) => {
    const bytes = await docxOf(paragraph(words('题目')) + paragraph(words('现通知如下。')) + body);
    expect(await blocksOf(bytes, '来文.docx')).toEqual(['现通知如下。', ...clean]);
  });

  test('from a mail', async () => {
    const body = Buffer.from('现将材料报上。\n附件：1.检查项目表\n　　　2.名单（第一批）\n').toString('base64');
    const mail = `From: a@b.cn\r\nSubject: =?utf-8?B?5qOA5p+l?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
    expect(await blocksOf(Buffer.from(mail), '来文.eml')).toEqual(['现将材料报上。', ...clean]);
  });

  test('a name that goes on in the line below it is one', async () => {
    const long = '关于进一步加强全市住宅小区电梯安全管理工作的实施方';
    expect(await textOf(`附件：1.${long}`, '　　　　案（试行）', '　　　2.名单', '　　　　（第一批）')).toEqual([
      '现通知如下。',
      '附件：',
      `[${long}案（试行） | 名单（第一批）]`,
    ]);
    const bytes = await docxOf(
      ['题目', '现通知如下。', `附件：1.${long}`, '案（试行）', '2.名单']
        .map((line) => paragraph(words(line)))
        .join(''),
    );
    expect((await blocksOf(bytes, '来文.docx')).slice(1)).toEqual(['附件：', `[${long}案（试行） | 名单]`]);
  });

  test('the last name, too, when the two lines are the name of a document, and who signs below it is none', async () => {
    const long = '关于进一步加强全市住宅小区电梯安全管理工作的实施方';
    const lines = ['附件：1.名单', `2.${long}`, '案（试行）', '市住建局', '2026年11月28日'];
    const bytes = await docxOf(['题目', '现通知如下。', ...lines].map((line) => paragraph(words(line))).join(''));
    expect((await blocksOf(bytes, '来文.docx')).slice(1)).toEqual([
      '附件：',
      `[名单 | ${long}案（试行）]`,
      '市住建局',
      '2026年11月28日',
    ]);
  });

  test.each([
    ['who signs', '2.全市住宅小区电梯安全检查项目一览表', '市住建局'],
    ['a sentence', '2.全市住宅小区电梯安全检查项目', '请各单位填报后报送附表。'],
    ['a name that is complete', '2.全市住宅小区电梯安全管理工作方案', '（此件公开发布）'],
  ])('but not %s below the last one', async (_what, last, below) => {
    const bytes = await docxOf(
      ['题目', '现通知如下。', '附件：1.名单', last, below].map((line) => paragraph(words(line))).join(''),
    );
    expect((await blocksOf(bytes, '来文.docx')).slice(-2)).toEqual([`[名单 | ${last.slice(2)}]`, below]);
  });

  test.each([
    ['one name', ['附件：1.检查项目表', '市住建局']],
    ['a name without a number', ['附件：检查项目表', '市住建局']],
    ['numbers that do not count on', ['附件：1.检查项目表', '3.其他']],
    ['a figure', ['附件：1.5万元预算表', '2.5万元决算表']],
    ['a sentence about one', ['附件1请见网站。', '2.名单']],
  ])('but not %s', async (_what, lines) => expect((await textOf(...lines)).slice(1)).toEqual(lines));
});
