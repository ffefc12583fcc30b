import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { draftContentSchema } from '#shared/model/draft.ts';
import { partOf, plainDocx, releaseDocx, withParts } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const importDocx = async (bytes: Uint8Array, name = '稿件.docx') => importPage(bytes, name, sampleProfile);
const text = (words: string) => ({ type: 'text' as const, text: words });

describe('a document of a 科室', async () => {
  const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#406080' } })
    .png()
    .toBuffer();
  const { content, report, pictures } = await importDocx(await releaseDocx(picture));

  test('its title is the headline, its text follows in order', () => {
    draftContentSchema.parse(content);
    expect(content.metadata.headline).toBe('市住建局开展电梯安全检查');
    expect(content.document.children.map((block) => block.type)).toEqual([
      ...(['heading', 'paragraph', 'paragraph', 'paragraph', 'figure', 'heading', 'list', 'table'] as const),
      ...(['paragraph', 'list'] as const),
    ]);
  });

  test('numbers that Word counts itself are words now; a list that counts 1. 2. is a list', () => {
    const headings = content.document.children.filter((block) => block.type === 'heading');
    expect(headings.map((block) => [block.level, blockText(block)])).toEqual([
      [2, '一、检查情况'],
      [2, '二、下一步'],
    ]);
    expect(content.document.children.slice(2, 4).map(blockText)).toEqual(['（一）城东片区。', '（二）城西片区。']);
    expect(content.document.children[6]).toMatchObject({ type: 'list', ordered: true });
    expect(report.notes).toContainEqual({ kind: 'numbering', count: 4, names: [] });
  });

  test('emphasis, links and notes stay; notes stand at the end by number', () => {
    expect(content.document.children[1]).toEqual<BlockNode>({
      type: 'paragraph',
      children: [
        text('检查组查看了'),
        { type: 'text', text: '36台', formats: ['bold'] },
        text('电梯'),
        { type: 'text', text: '[1]', formats: ['superscript'] },
        text('，详见'),
        { type: 'link', url: 'https://www.example.gov.cn/a', children: [text('通知')] },
        text('。'),
      ],
    });
    expect(content.document.children.at(-1)).toMatchObject({
      type: 'list',
      ordered: true,
      children: [{ children: [text('见《建设工程质量管理条例》。')] }],
    });
    expect(report.notes).toContainEqual({ kind: 'footnotes', count: 1, names: [] });
  });

  test('a picture stands at its place with the caption that Word’s style names, its credit, and no file name as its description', () => {
    const sha256 = pictures[0]?.sha256 ?? null;
    expect(pictures.map(({ bytes }) => Buffer.from(bytes))).toEqual([picture]);
    expect(content.document.children[4]).toEqual<BlockNode>({
      type: 'figure',
      asset: sha256,
      alt: '',
      credit: '张三',
      children: [text('检查组在机房')],
    });
  });

  test('merged cells stay merged', () => {
    expect(content.document.children[7]).toMatchObject({
      type: 'table',
      children: [
        {
          children: [
            { rows: 2, children: [text('片区')] },
            { columns: 2, children: [text('电梯')] },
          ],
        },
        { children: [{ children: [text('合格')] }, { children: [text('不合格')] }] },
        { children: [{}, {}, {}] },
      ],
    });
  });

  test('tracked changes count as accepted and are told; headers are set apart, page numbers are no words', () => {
    expect(content.document.children.map(blockText)).toContain('问题须在十五日内整改。');
    expect(report.notes).toContainEqual({ kind: 'tracked-changes', count: 2, names: [] });
    expect(report.setApart).toEqual(['内部资料']);
  });
});

test('comments, text boxes and macros are told and left out or put in the text', async () => {
  const docx = await plainDocx(['题目', '第一段。']);
  const body = await partOf(docx, 'word/document.xml');
  const box =
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
  const bytes = await withParts(docx, {
    'word/document.xml': body.replace('<w:sectPr', `${box}<w:sectPr`),
    'word/comments.xml':
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p/></w:comment></w:comments>',
    'word/vbaProject.bin': 'macro',
  });
  const { content, report } = await importDocx(bytes);
  expect(content.document.children.map(blockText)).toEqual(['第一段。', '框里的话']);
  expect(report.notes.map(({ kind, count }) => [kind, count])).toEqual([
    ['comments', 1],
    ['text-boxes', 1],
    ['macros', 1],
  ]);
});

describe('hostile and broken documents are refused, and nothing outside them is opened', () => {
  test('a bomb', async () => {
    const docx = await plainDocx(['题目']);
    const bomb = await withParts(docx, { 'word/media/a.bin': Buffer.alloc(3 * 1024 * 1024) });
    await expect(importDocx(bomb)).rejects.toMatchObject({ code: 'archive-ratio' });
  });

  test('a document type, which could name files and expand', async () => {
    const docx = await plainDocx(['题目']);
    const body = await partOf(docx, 'word/document.xml');
    const evil = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>${body.replace(/^<\?xml[^>]*>/u, '').replace('题目', '&x;')}`;
    await expect(importDocx(await withParts(docx, { 'word/document.xml': evil }))).rejects.toMatchObject({
      code: 'docx-broken',
    });
  });

  test.each([
    ['no document inside', { 'word/document.xml': null }],
    ['markup that is cut short', { 'word/document.xml': '<w:document><w:body><w:p>' }],
  ])('%s', async (_what, changes) => {
    await expect(importDocx(await withParts(await plainDocx(['题目']), changes))).rejects.toMatchObject({
      code: 'docx-broken',
    });
  });

  test('a picture that lies outside is not fetched', async () => {
    const docx = await plainDocx(['题目', '第一段。']);
    const body = await partOf(docx, 'word/document.xml');
    const rels = await partOf(docx, 'word/_rels/document.xml.rels');
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    const outside = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const bytes = await withParts(docx, {
      'word/document.xml': body.replace('<w:sectPr', `${outside}<w:sectPr`),
      'word/_rels/document.xml.rels': rels.replace(
        '</Relationships>',
        `<Relationship Id="rIdOut" Type="${type}" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`,
      ),
    });
    const { pictures, content, report } = await importDocx(bytes);
    expect(pictures).toEqual([]);
    expect(report.notes).toContainEqual({ kind: 'pictures-elsewhere', count: 1, names: [] });
    expect(content.document.children.map(blockText)[0]).toBe('第一段。');
  });

  test.each([
    ['elements deeper than any document has', '<w:sdt>'.repeat(100_000)],
    ['the same, closed', `${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}</w:body></w:document>`],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['attributes that never end', '<w:p a="'.repeat(500_000)],
    ['properties that never end', '<w:pPr>'.repeat(500_000)],
    ['paragraphs that never end', '<w:p '.repeat(500_000)],
    ['texts that never end', '<w:t '.repeat(500_000)],
  ])('%s', async (_what, markup) => {
    const docx = await plainDocx(['题目']);
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="1"></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    // Stored, so that it is not taken for a bomb before it is read.
    const bytes = await withParts(
      docx,
      { 'word/document.xml': `<w:document><w:body>${markup}`, 'word/numbering.xml': numbering },
      'stored',
    );
    await expect(importDocx(bytes)).rejects.toMatchObject({ code: 'docx-broken' });
  });

  test('old formats and PDF are refused with the way out', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae100', 'hex');
    await expect(importDocx(ole)).rejects.toMatchObject({ code: 'import-old-office', params: { name: '稿件.docx' } });
    await expect(importDocx(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'import-pdf' });
  });
});
