import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import { docxOf, paragraph } from '#tests/builders/docx-file.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#804020' } })
  .png()
  .toBuffer();
const relation = (id: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${mode}/>`;
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'media/image1.png')}${relation('rId2', 'https://www.example.com/a.png', ' TargetMode="External"')}</Relationships>`;

async function importBody(body: string, parts: Readonly<Record<string, string>> = {}) {
  const bytes = await docxOf(`${paragraph('题目')}${body}`, {
    'word/media/image1.png': picture,
    'word/_rels/document.xml.rels': relations,
    ...parts,
  });
  const { content, report, pictures } = await importPage(bytes, '稿件.docx', sampleProfile);
  const { children } = content.document;
  return {
    words: children.filter(({ type }) => type !== 'figure').map(blockText),
    figures: children.flatMap((block) => (block.type === 'figure' ? [block.asset === null ? 'waits' : 'there'] : [])),
    pictures: pictures.length,
    notes: report.notes.map(({ kind, count }) => [kind, count]),
  };
}

const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const drawn = (inside: string): string =>
  `<w:p><w:r><w:drawing><wp:anchor><wp:docPr id="1" name="组合" descr="会场"/><a:graphic><a:graphicData uri="x">${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>${run('正文。')}</w:p>`;
const pic = '<pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic>';
const box = `<wps:wsp><wps:txbx><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></wps:txbx></wps:wsp>`;
const group = 'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"';
const canvas = 'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"';

const part = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
const row = (one: string, two: string): string => `<m:mr><m:e>${part(one)}</m:e><m:e>${part(two)}</m:e></m:mr>`;
const line = (words: string, level = 0, end = ''): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>${end}</w:pPr>${words}</w:p>`;
const cell = (words: string, change = ''): string => `<w:tc><w:tcPr>${change}</w:tcPr>${paragraph(words)}</w:tc>`;
const shape = (inside: string): string =>
  `<w:p><w:r><w:pict><v:shape>${inside}</v:shape></w:pict></w:r>${run('正文。')}</w:p>`;
const sign = (font: string): string => `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`;

describe('pictures that stand deeper in a drawing are not lost', () => {
  test.each([
    [
      'in a group, also within another',
      `<wpg:wgp ${group}>${pic}<wpg:grpSp>${pic}</wpg:grpSp></wpg:wgp>`,
      ['there', 'there'],
      ['正文。'],
    ],
    ['on a canvas, beside a text box', `<wpc:wpc ${canvas}>${box}${pic}</wpc:wpc>`, ['there'], ['正文。', '框里的话']],
    [
      'as what fills a shape',
      '<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></wps:spPr></wps:wsp>',
      ['there'],
      ['正文。'],
    ],
    [
      'inside a text box, once',
      box.replace('</w:txbxContent>', `${drawn(pic)}</w:txbxContent>`),
      ['there'],
      ['正文。', '框里的话', '正文。'],
    ],
  ])('%s', async (_where, inside, figures, words) => {
    const read = await importBody(drawn(inside));
    expect(read.figures).toEqual(figures);
    expect(read.words).toEqual(words);
    expect(read.pictures).toBe(1);
  });
});

describe('drawings of older programs (ECMA-376 part 4, 19.1)', () => {
  test('a picture that fills a shape comes in, a pattern does not', async () => {
    expect((await importBody(shape('<v:fill r:id="rId1" type="frame"/>'))).figures).toEqual(['there']);
    expect((await importBody(shape('<v:fill r:id="rId1" type="tile"/>'))).figures).toEqual([]);
  });

  test('one that lies elsewhere has its place, and that is told', async () => {
    const { figures, notes } = await importBody(shape('<v:imagedata r:href="rId2"/>'));
    expect(figures).toEqual(['waits']);
    expect(notes).toEqual([['pictures-elsewhere', 1]]);
  });

  test('words along a path (WordArt) are those of a text box', async () => {
    const { words, notes } = await importBody(shape('<v:textpath style="font-family:宋体" string="台山市住建局"/>'));
    expect(words).toEqual(['正文。', '台山市住建局']);
    expect(notes).toEqual([['text-boxes', 1]]);
  });
});

describe('signs', () => {
  test('letters of a font of signs are the signs that Word draws; Chinese in it stays', async () => {
    const { words } = await importBody(
      `<w:p>${run('R', sign('Wingdings 2'))}${run('同意')}${run('£', sign('Wingdings 2'))}${run('不同意')}${run('þ\uf0a8', sign('Wingdings'))}${run('≥标题', sign('Symbol'))}${run('R')}</w:p>`,
    );
    expect(words).toEqual(['☑同意□不同意☑□≥标题R']);
  });

  test('one of a font that nobody knows is told', async () => {
    const { words, notes } = await importBody(
      `<w:p>${run('甲')}<w:r><w:sym w:font="自造字体" w:char="E001"/></w:r>${run('乙')}</w:p>`,
    );
    expect(words).toEqual(['甲乙']);
    expect(notes).toEqual([['unknown-signs', 1]]);
  });

  test('marks of direction go, narrow blanks that hold words together are blanks', async () => {
    expect((await importBody(paragraph('\u200e甲\u202a乙\u202c\u2067丙\u202f1'))).words).toEqual(['甲乙丙 1']);
  });
});

test('an equation keeps its brackets, what is above and below its line, and the rows of a matrix', async () => {
  const bracketed = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${part('x')}</m:e><m:e>${part('y')}</m:e></m:d>`;
  const plain = `<m:sSup><m:e><m:d><m:e>${part('a+b')}</m:e></m:d></m:e><m:sup>${part('2')}</m:sup></m:sSup>`;
  const fraction = `<m:f><m:num>${part('a')}${part('+b')}</m:num><m:den>${part('c')}</m:den></m:f>`;
  const { words } = await importBody(
    `<w:p><m:oMath>${plain}${part('=')}${fraction}${bracketed}<m:m>${row('1', '2')}${row('3', '4')}</m:m></m:oMath></w:p>`,
  );
  expect(words).toEqual(['(a+b)2=(a+b)/c[x|y]1 2；3 4']);
});

test('an equation draws the root below its degree, and an integral where nothing else is said', async () => {
  const { words } = await importBody(
    `<w:p><m:oMath><m:rad><m:deg>${part('3')}</m:deg><m:e>${part('x')}</m:e></m:rad><m:nary><m:naryPr/><m:e>${part('y')}</m:e></m:nary></m:oMath></w:p>`,
  );
  expect(words).toEqual(['3√x∫y']);
});

test('a reference to a note that is nowhere takes nothing else with it', async () => {
  const reference = '<w:r><w:footnoteReference w:id="9"/></w:r>';
  const { words } = await importBody(`<w:p>${run('甲')}${reference}${run('乙。')}</w:p>`);
  expect(words).toEqual(['甲乙。']);
});

test('a letter that falls over several lines begins its paragraph', async () => {
  const { words } = await importBody(
    `<w:p><w:pPr><w:keepNext/><w:framePr w:dropCap="drop" w:lines="3"/><w:rPr><w:b/></w:rPr></w:pPr>${run('近')}</w:p>${paragraph('日，检查组到城东。')}`,
  );
  expect(words).toEqual(['近日，检查组到城东。']);
});

test.each(['w:strike', 'w:dstrike'])('words that were struck through by %s stay, and that is told', async (tag) => {
  const { words, notes } = await importBody(`<w:p>${run('三十', `<${tag}/>`)}${run('十五日内')}</w:p>`);
  expect(words).toEqual(['三十十五日内']);
  expect(notes).toEqual([['strike', 1]]);
});

describe('numbers that Word counts', () => {
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:isLgl/><w:lvlText w:val="%1.%2 "/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const gone = line(
    '<w:del w:id="2"><w:r><w:delText>删去的章</w:delText></w:r></w:del>',
    0,
    '<w:rPr><w:del w:id="1"/></w:rPr>',
  );
  const moved = line(
    '<w:moveFrom w:id="4"><w:r><w:t>移走的章</w:t></w:r></w:moveFrom>',
    0,
    '<w:rPr><w:moveFrom w:id="3"/></w:rPr>',
  );

  test('do not count paragraphs that somebody took out or away', async () => {
    const { words } = await importBody(line(run('总则')) + gone + moved + line(run('细则')), {
      'word/numbering.xml': numbering,
    });
    expect(words).toEqual(['一、总则', '二、细则']);
  });

  test('are plain figures where the level says so (17.9.4)', async () => {
    const { words } = await importBody(line(run('总则')) + line(run('目的'), 1), { 'word/numbering.xml': numbering });
    expect(words).toEqual(['一、总则', '1.1 目的']);
  });
});

test('cells that somebody added or took out are told like other changes', async () => {
  const { notes } = await importBody(`<w:tbl><w:tr>${cell('甲')}${cell('乙', '<w:cellIns w:id="1"/>')}</w:tr></w:tbl>`);
  expect(notes).toEqual([['tracked-changes', 1]]);
});
