import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { wpsDocx, wpsParagraph as paragraph, wpsTable } from '#tests/builders/wps-docx.ts';
import { tableDrawing } from '#tests/builders/drawn-table.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

async function read(...body: readonly string[]): Promise<readonly BlockNode[]> {
  const headline = paragraph('市住建局开展检查', { style: '11' });
  const { content } = await importPage(await wpsDocx(`${headline}${body.join('')}`), '稿件.docx', sampleProfile);
  expect(content.metadata.headline).toBe('市住建局开展检查');
  return content.document.children;
}

const paragraphOf = (words: string, align?: 'center' | 'right'): BlockNode => ({
  type: 'paragraph',
  ...(align ? { align } : {}),
  children: [{ type: 'text', text: words }],
});

describe('a document by WPS', () => {
  test('headings whose numbers it counts, and plain words', async () => {
    const blocks = await read(
      paragraph('检查情况', { style: '2', number: '1' }),
      paragraph('正文。'),
      paragraph('下一步', { style: '2', number: '1' }),
    );
    expect(blocks.map((block) => [block.type, blockText(block)])).toEqual([
      ['heading', '一、检查情况'],
      ['paragraph', '正文。'],
      ['heading', '二、下一步'],
    ]);
  });

  test('lists keep their first number, and go on counting behind what stands between', async () => {
    const blocks = await read(
      paragraph('甲', { number: '2' }),
      paragraph('乙', { number: '2' }),
      paragraph('其间。'),
      paragraph('丙', { number: '2' }),
      paragraph('其后。'),
      paragraph('丁', { number: '3' }),
    );
    expect(blocks.map((block) => (block.type === 'list' ? [block.start, blockText(block)] : blockText(block)))).toEqual(
      [[5, '甲\n乙'], '其间。', [7, '丙'], '其后。', [8, '丁']],
    );
  });

  test('numbers that a style counts are kept as words', async () => {
    const blocks = await read(paragraph('甲', { style: '9' }), paragraph('乙', { style: '9' }));
    expect(blocks.map(blockText)).toEqual(['5. 甲', '6. 乙']);
  });

  test('paragraphs in the middle and at the right stay there; what has a meaning of its own is set by the house', async () => {
    const blocks = await read(
      paragraph('居中的话', { side: 'center' }),
      paragraph('正文。'),
      paragraph('市住房和城乡建设局', { side: 'right', style: '7' }),
      paragraph('小标题', { side: 'center', style: '2' }),
      paragraph('台山市住房和城乡建设局', { style: '12' }),
      paragraph('2026年11月28日', { style: '13' }),
      paragraph('居中的落款', { style: '12', side: 'center' }),
    );
    expect(blocks).toEqual([
      paragraphOf('居中的话', 'center'),
      paragraphOf('正文。'),
      paragraphOf('市住房和城乡建设局', 'right'),
      { type: 'heading', level: 2, children: [{ type: 'text', text: '小标题' }] },
      paragraphOf('台山市住房和城乡建设局', 'right'),
      paragraphOf('2026年11月28日', 'right'),
      paragraphOf('居中的落款', 'center'),
    ]);
  });

  test('a list of contents is left out, and said', async () => {
    const body = [
      paragraph('目 录', { style: '14' }),
      paragraph('一、检查情况\t1', { style: '15' }),
      paragraph('检查情况', { style: '2', number: '1' }),
    ];
    expect((await read(...body)).map(blockText)).toEqual(['一、检查情况']);
    const headline = paragraph('标题', { style: '11' });
    const { report } = await importPage(await wpsDocx(`${headline}${body.join('')}`), '稿件.docx', sampleProfile);
    expect(report.notes).toContainEqual({ kind: 'contents-list', count: 2, names: [] });
  });

  test('the header row of a table is one', async () => {
    const [table] = await read(
      wpsTable([
        ['片区', '电梯'],
        ['城东', '30'],
      ]),
    );
    expect(table?.type === 'table' && tableDrawing(table)).toBe('片区#|电梯#/城东|30');
  });

  test('a table with lines stays one, however long its cells are; one box around a text is only drawn', async () => {
    const long = '城东片区电梯维护保养合同到期，物业服务企业须在十五日内签订。'.repeat(12);
    const blocks = await read(
      wpsTable([
        ['序号', '问题'],
        ['1', long],
      ]),
      paragraph('其间。'),
      wpsTable([['须知：来访请登记。']]),
    );
    expect(blocks.map((block) => [block.type, blockText(block)])).toEqual([
      ['table', `序号\n问题\n1\n${long}`],
      ['paragraph', '其间。'],
      ['paragraph', '须知：来访请登记。'],
    ]);
  });

  test('a table without lines arranges a page, where its cells are long', async () => {
    const long = '城东片区电梯维护保养合同到期，物业服务企业须在十五日内签订。'.repeat(12);
    const bare = wpsTable([['左栏', long]]).replaceAll('"single"', '"nil"');
    expect((await read(bare)).map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  test('nobody can bring words in as a number', async () => {
    const forged =
      '<w:p><w:r><w:rPr><w:rStyle w:val="GaoqianNumber"/></w:rPr><w:t>7"&gt;&lt;b&gt;</w:t></w:r><w:r><w:t>字</w:t></w:r></w:p>';
    expect((await read(forged)).map(blockText)).toEqual(['7"><b>字']);
  });
});
