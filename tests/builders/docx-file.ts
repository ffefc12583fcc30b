import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  DeletedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import sharp from 'sharp';
import { buffer as readAll } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/**
 * A Word document as a 科室 sends one: title, headings that Word numbers itself, lists, a table with merged cells,
 * a picture with a caption in Word's caption style, a link, a note, tracked changes, header and footer.
 */
export async function releaseDocx(picture: Uint8Array): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'chapters',
            levels: [
              { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
              { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
            ],
          },
          {
            reference: 'steps',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }],
          },
        ],
      },
      styles: { paragraphStyles: [{ id: 'a3', name: 'caption', basedOn: 'Normal' }] },
      footnotes: { 1: { children: [new Paragraph('见《建设工程质量管理条例》。')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('内部资料')] }) },
          footers: { default: new Footer({ children: [new Paragraph('第 1 页')] }) },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, text: '市住建局开展电梯安全检查' }),
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              text: '检查情况',
              numbering: { reference: 'chapters', level: 0 },
            }),
            new Paragraph({
              children: [
                new TextRun('检查组查看了'),
                new TextRun({ text: '36台', bold: true }),
                new TextRun('电梯'),
                new FootnoteReferenceRun(1),
                new TextRun('，详见'),
                new ExternalHyperlink({ link: 'https://www.example.gov.cn/a', children: [new TextRun('通知')] }),
                new TextRun('。'),
              ],
            }),
            new Paragraph({ text: '城东片区。', numbering: { reference: 'chapters', level: 1 } }),
            new Paragraph({ text: '城西片区。', numbering: { reference: 'chapters', level: 1 } }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: picture,
                  transformation: { width: 400, height: 300 },
                  altText: { name: '图片 1', title: '', description: 'IMG_2031.jpg' },
                }),
              ],
            }),
            new Paragraph({ style: 'a3', text: '检查组在机房（张三 摄）' }),
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              text: '下一步',
              numbering: { reference: 'chapters', level: 0 },
            }),
            new Paragraph({ text: '登记问题', numbering: { reference: 'steps', level: 0 } }),
            new Paragraph({ text: '限期整改', numbering: { reference: 'steps', level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('片区', { rowSpan: 2 }), cell('电梯', { columnSpan: 2 })] }),
                new TableRow({ children: [cell('合格'), cell('不合格')] }),
                new TableRow({ children: [cell('城东'), cell('30'), cell('6')] }),
              ],
            }),
            new Paragraph({
              children: [
                new TextRun('问题须在'),
                new DeletedTextRun({ text: '三十', id: 1, author: '乙', date: '2026-03-16T00:00:00Z' }),
                new InsertedTextRun({ text: '十五', id: 2, author: '乙', date: '2026-03-16T00:00:00Z' }),
                new TextRun('日内整改。'),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

function cell(text: string, spans: { columnSpan?: number; rowSpan?: number } = {}): TableCell {
  return new TableCell({ ...spans, children: [new Paragraph(text)] });
}

/** A document of so many large photos, none like another. */
export async function picturesDocx(count: number): Promise<Buffer> {
  const photos = await Promise.all(
    Array.from({ length: count }, async (_none, index) =>
      sharp({
        create: {
          width: 1600,
          height: 1200,
          channels: 3,
          background: '#406080',
          noise: { type: 'gaussian', mean: 120, sigma: 10 + index },
        },
      })
        .jpeg()
        .toBuffer(),
    ),
  );
  const children = photos.map(
    (data) =>
      new Paragraph({ children: [new ImageRun({ type: 'jpg', data, transformation: { width: 400, height: 300 } })] }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('照片'), ...children] }] }));
}

/** A document of these paragraphs alone. */
export async function plainDocx(paragraphs: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
}

const nameSpaces = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
});

/** A document with this markup as its body, and other parts beside it. */
export async function docxOf(
  body: string,
  parts: Readonly<Record<string, string | Buffer | null>> = {},
): Promise<Buffer> {
  const names = nameSpaces.map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(' ');
  return withParts(await plainDocx(['x']), {
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${names}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...parts,
  });
}

/** The markup of a plain paragraph. */
export function paragraph(words: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** The same document with some of its parts replaced or added; null takes one away. */
export async function withParts(
  docx: Buffer,
  changes: Readonly<Record<string, string | Buffer | null>>,
  how: 'packed' | 'stored' = 'packed',
): Promise<Buffer> {
  const zip = await fromBufferPromise(docx, { lazyEntries: true });
  const made = new ZipFile();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName in changes || entry.fileName.endsWith('/')) continue;
    made.addBuffer(await readAll(await zip.openReadStreamPromise(entry)), entry.fileName);
  }
  for (const [path, content] of Object.entries(changes)) {
    if (content !== null) made.addBuffer(Buffer.from(content), path, { compress: how === 'packed' });
  }
  made.end();
  return readAll(made.outputStream);
}

/** One part of a document, as text. */
export async function partOf(docx: Buffer, path: string): Promise<string> {
  const zip = await fromBufferPromise(docx, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === path) return (await readAll(await zip.openReadStreamPromise(entry))).toString('utf8');
  }
  throw new Error(`no part ${path}`);
}
