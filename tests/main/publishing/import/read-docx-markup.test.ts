import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { docxOf, paragraph, partOf, plainDocx, withParts } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** Elements that the reader behind does not know, as Word and WPS write them (ECMA-376 part 1; clauses beside each). */
async function importBody(body: string, parts: Readonly<Record<string, string | null>> = {}) {
  const bytes = await docxOf(`${paragraph('题目')}${body}`, parts);
  const { content, report } = await importPage(bytes, '稿件.docx', sampleProfile);
  const { children } = content.document;
  return { children, words: children.map(blockText), notes: report.notes, setApart: report.setApart };
}

const run = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const cell = (words: string): string => `<w:tc>${paragraph(words)}</w:tc>`;
const drawing = (inside: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
/** A picture that Word shows cropped or turned; its file is nowhere. */
const pictureShown = (crop: string, turn: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId77"/>${crop}</pic:blipFill><pic:spPr><a:xfrm${turn}/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
/** A tick of a form, as Word wrote it until 2003 and since 2010. */
const oldTick = (checked: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const newTick = (checked: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☐')}</w:sdtContent></w:sdt>`;
const inlines = (block: BlockNode | undefined): readonly InlineNode[] =>
  block?.type === 'paragraph' ? block.children : [];

describe('words that only Word shows are not lost', () => {
  test('the result of a simple field (17.16.19), and words in frames of direction', async () => {
    const { words } = await importBody(
      `<w:p>${run('定于')}<w:fldSimple w:instr=" DATE ">${run('2026年3月16日')}</w:fldSimple><w:bdo w:val="ltr">${run('召开')}</w:bdo>${run('。')}</w:p>`,
    );
    expect(words).toEqual(['定于2026年3月16日召开。']);
  });

  test.each(['w:cr', 'w:br'])('lines that %s parts (17.3.3.3, 17.3.3.4) stay apart', async (tag) => {
    const { words } = await importBody(`<w:p>${run('联系人：李工')}<w:r><${tag}/></w:r>${run('电话：0750')}</w:p>`);
    expect(words).toEqual(['联系人：李工\n电话：0750']);
  });

  test('characters with readings above them (17.3.3.25); the readings are told', async () => {
    const { words, notes } = await importBody(
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${run('bīng')}</w:rt><w:rubyBase>${run('槟')}</w:rubyBase></w:ruby></w:r>${run('榔村改造完工。')}</w:p>`,
    );
    expect(words).toEqual(['槟榔村改造完工。']);
    expect(notes).toEqual([{ kind: 'readings', count: 1, names: [] }]);
  });

  test('an equation as a line of words (22.1.2); it is told, so that somebody checks it', async () => {
    const { children, notes } = await importBody(
      `<w:p>${run('面积1200')}<m:oMath><m:sSup><m:e><m:r><w:rPr><w:rFonts w:ascii="Cambria Math"/></w:rPr><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>${run('，完成')}<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>${run('。')}</w:p>`,
    );
    expect(inlines(children[0])).toEqual([
      { type: 'text', text: '面积1200m' },
      { type: 'text', text: '2', formats: ['superscript'] },
      { type: 'text', text: '，完成3/4。' },
    ]);
    expect(notes).toEqual([{ kind: 'equations', count: 2, names: [] }]);
  });

  test.each([
    [
      'of Word 2010 and later, which older readers are not shown (17.17.3)',
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>`,
    ],
    [
      'in an ellipse',
      `<w:pict><v:oval><v:textbox><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></v:textbox></v:oval></w:pict>`,
    ],
    [
      'that is written twice, for new and old readers',
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:txbx><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
    ],
  ])('a text box %s', async (_what, box) => {
    const { words, notes } = await importBody(`<w:p>${run('正文。')}<w:r>${box}</w:r></w:p>`);
    expect(words).toEqual(['正文。', '框里的话']);
    expect(notes).toEqual([{ kind: 'text-boxes', count: 1, names: [] }]);
  });

  test('a text box whose other form for older readers is empty', async () => {
    const box = `<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>`;
    const both = ['<mc:Fallback/>', '<mc:Fallback></mc:Fallback>'];
    const boxes = both.map((other) => `<w:r><mc:AlternateContent>${box}${other}</mc:AlternateContent></w:r>`);
    const { words } = await importBody(`<w:p>${run('正文。')}${boxes.join('')}</w:p>`);
    expect(words).toEqual(['正文。', '框里的话', '框里的话']);
  });

  test('the ticks of a form, of both kinds (17.16.7, w14:checkbox)', async () => {
    const { words } = await importBody(
      `<w:p>${oldTick('<w:checked/>')}${run('同意')}${oldTick('')}${run('不同意。')}${newTick('1')}${run('公开')}${newTick('0')}${run('不公开。')}</w:p>`,
    );
    expect(words).toEqual(['☑同意☐不同意。☑公开☐不公开。']);
  });

  test('a sign of a font of letters, a hyphen at which no line breaks', async () => {
    const { words } = await importBody(
      `<w:p><w:r><w:sym w:font="宋体" w:char="2605"/></w:r>${run('电话0750')}<w:r><w:noBreakHyphen/></w:r>${run('5524538')}</w:p>`,
    );
    expect(words).toEqual(['★电话0750-5524538']);
  });
});

describe('what was hidden in Word stays out of the draft, and is told', () => {
  const styles = `<w:styles><w:style w:type="character" w:styleId="a9"><w:name w:val="批语"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;

  test('words by themselves (17.3.2.41), by their style, and whole rows (17.4.20)', async () => {
    const { words, notes } = await importBody(
      `<w:p>${run('可以公开')}${run('内部意见', '<w:vanish/>')}${run('暂缓', '<w:rStyle w:val="a9"/>')}${run('的话。', '<w:vanish w:val="0"/>')}</w:p><w:tbl><w:tr>${cell('姓名')}${cell('套数')}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>${cell('张三')}${cell('2')}</w:tr></w:tbl>`,
      { 'word/styles.xml': styles },
    );
    expect(words).toEqual(['可以公开的话。', '姓名\n套数']);
    expect(notes).toEqual([{ kind: 'hidden-text', count: 3, names: ['内部意见', '暂缓', '张三2'] }]);
  });

  test('a hidden paragraph mark hides nothing but itself, and neither does a look that was tracked away', async () => {
    const { words, notes } = await importBody(
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('第一段。')}</w:p><w:p>${run('第二段。', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
    );
    expect(words).toEqual(['第一段。', '第二段。']);
    expect(notes).toEqual([]);
  });
});

test('a document of nothing but hidden words is read in a moment', async () => {
  // No two alike, so that it is not taken for a bomb.
  const hidden = Array.from({ length: 30_000 }, (_unused, at) =>
    run(String((at * 2_654_435_761) % 2 ** 32), '<w:vanish/>'),
  );
  const many = `<w:p>${hidden.join('')}${run('公开。')}</w:p>`;
  const { words, notes } = await importBody(many);
  expect(words).toEqual(['公开。']);
  expect(notes).toMatchObject([{ kind: 'hidden-text', count: 30_000 }]);
});

test('a row that begins further right begins there (17.4.15)', async () => {
  const { children } = await importBody(
    `<w:tbl><w:tr>${cell('甲')}${cell('乙')}${cell('丙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('二')}${cell('三')}</w:tr></w:tbl>`,
  );
  const table = children[0];
  expect(table?.type === 'table' && table.children.map((row) => row.children.map((each) => each.children))).toEqual([
    [[{ type: 'text', text: '甲' }], [{ type: 'text', text: '乙' }], [{ type: 'text', text: '丙' }]],
    [[], [{ type: 'text', text: '二' }], [{ type: 'text', text: '三' }]],
  ]);
});

test('charts and SmartArt are told; the words of SmartArt are set apart', async () => {
  const { notes, setApart } = await importBody(
    `${drawing('<c:chart r:id="rId8"/>')}${drawing('<dgm:relIds r:dm="rId9"/>')}`,
    {
      'word/diagrams/data1.xml':
        '<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>受理</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>审</a:t></a:r><a:r><a:t>核</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx': 'the numbers of the chart',
    },
  );
  expect(notes).toEqual([{ kind: 'diagrams', count: 2, names: [] }]);
  expect(setApart).toEqual(['受理', '审核']);
});

test('a chart that brings a picture for older readers is that picture, and is not told as left out', async () => {
  const picture = drawing('<pic:pic><pic:blipFill><a:blip r:embed="rId77"/></pic:blipFill></pic:pic>').replace(
    /<\/?w:[pr]>/gu,
    '',
  );
  const chart = drawing('<cx:chart r:id="rId8"/>').replace(/<\/?w:[pr]>/gu, '');
  const { children, notes } = await importBody(
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="cx1">${chart}</mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  );
  expect(children.map(({ type }) => type)).toEqual(['figure']);
  expect(notes.map(({ kind }) => kind)).toEqual(['pictures-elsewhere']);
});

const header = (inside: string) => `<w:hdr><w:p>${inside}</w:p></w:hdr>`;

test('headers and footers are set apart with their watermark; numbers of pages are no words', async () => {
  const { notes, setApart } = await importBody(paragraph('正文。'), {
    'word/header1.xml': header(`${run('台山市住建局')}<w:r><w:tab/></w:r>${run('内部资料')}`),
    'word/header2.xml': header('<w:r><w:pict><v:shape><v:textpath style="a" string="秘密"/></v:shape></w:pict></w:r>'),
    ...Object.fromEntries(
      ['第 3 页 共 12 页', '— 2 —', 'Page 3 of 12', '·3·', '第十二页'].map((words, at) => [
        `word/footer${at + 1}.xml`,
        header(run(words)),
      ]),
    ),
  });
  expect(setApart).toEqual(['台山市住建局 内部资料', '秘密']);
  expect(notes).toEqual([{ kind: 'headers-footers', count: 2, names: [] }]);
});

test('a picture or link whose target was lost takes nothing else with it', async () => {
  const { children, words, notes } = await importBody(
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId77"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:p><w:hyperlink r:id="rId78">${run('通知全文')}</w:hyperlink></w:p>`,
  );
  expect(children[0]).toMatchObject({ type: 'figure', asset: null });
  expect(words.slice(1)).toEqual(['通知全文']);
  expect(notes).toEqual([{ kind: 'pictures-elsewhere', count: 1, names: [] }]);
});

/** A run with a picture of this width in EMU. */
const drawn = (width: number, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${String(width)}" cy="1800000"/><wp:docPr id="1" name="1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId77"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const figuresIn = async (body: string) =>
  (await importBody(body)).children.flatMap((block) => (block.type === 'figure' ? [block] : []));

describe('pictures in one paragraph of a document', () => {
  test('that stand side by side are one figure, with the caption below them', async () => {
    const [figure, ...more] = await figuresIn(
      `<w:p>${drawn(2_600_000, '整改前')}${run(' ')}${drawn(2_600_000, '整改后')}</w:p>${paragraph('▲整改前后（张三 摄）')}`,
    );
    expect(figure).toMatchObject({ alt: '整改前', beside: [{ alt: '整改后' }], credit: '张三' });
    expect(figure && blockText(figure)).toBe('整改前后');
    expect(more).toEqual([]);
  });

  test.each([
    ['too wide for one line', `<w:p>${drawn(5_200_000, '一')}${drawn(5_200_000, '二')}</w:p>`],
    ['among words', `<w:p>${run('如图')}${drawn(900_000, '一')}${drawn(900_000, '二')}</w:p>`],
    ['more than a group holds', `<w:p>${drawn(900_000, '一').repeat(4)}</w:p>`],
  ])('%s stay apart', async (_what, body) => {
    const figures = await figuresIn(body);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures.every(({ beside }) => beside === undefined)).toBe(true);
  });
});

test('pictures that Word shows in part or turned are told: here they are whole', async () => {
  const { notes } = await importBody(
    [
      pictureShown('<a:srcRect l="20000" r="15000"/>', ''),
      pictureShown('', ' rot="5400000"'),
      pictureShown('<a:srcRect t="-3000" b="12"/>', ' rot="0"'),
    ].join(''),
  );
  expect(notes).toContainEqual({ kind: 'edited-pictures', count: 2, names: [] });
});

test('the text may lie in a part of another name, as Word on the web writes it', async () => {
  const docx = await docxOf(`${paragraph('题目')}<w:p>${run('正文。')}${run('内部', '<w:vanish/>')}</w:p>`);
  const renamed = await withParts(docx, {
    'word/document.xml': null,
    'word/document2.xml': await partOf(docx, 'word/document.xml'),
    'word/_rels/document.xml.rels': null,
    'word/_rels/document2.xml.rels': await partOf(docx, 'word/_rels/document.xml.rels'),
    '_rels/.rels': (await partOf(docx, '_rels/.rels')).replace('word/document.xml', 'word/document2.xml'),
    '[Content_Types].xml': (await partOf(docx, '[Content_Types].xml')).replace(
      'word/document.xml',
      'word/document2.xml',
    ),
  });
  const { content, report } = await importPage(renamed, '稿件.docx', sampleProfile);
  expect(content.metadata.headline).toBe('题目');
  expect(content.document.children.map(blockText)).toEqual(['正文。']);
  expect(report.notes).toEqual([{ kind: 'hidden-text', count: 1, names: ['内部'] }]);
});

test('a document in strict form (ECMA-376 part 1, annex A) reads the same', async () => {
  const strict = await withParts(await plainDocx(['x']), {
    'word/document.xml': `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${paragraph('题目')}${paragraph('正文。')}</w:body></w:document>`,
  });
  const { content } = await importPage(strict, '稿件.docx', sampleProfile);
  expect(content.metadata.headline).toBe('题目');
  expect(content.document.children.map(blockText)).toEqual(['正文。']);
});
