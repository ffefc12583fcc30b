import * as fc from 'fast-check';
import { paragraph } from './docx-file.ts';

/** Stands where a word comes; the words are numbered once the whole is there. */
const place = '\u0001';
const run = (properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${place}</w:t></w:r>`;
const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

const plainRun = fc
  .constantFrom(
    '',
    '<w:b/>',
    '<w:i/><w:u w:val="single"/>',
    '<w:strike/>',
    '<w:rFonts w:ascii="Wingdings"/>',
    '<w:em w:val="dot"/>',
    '<w:caps/>',
  )
  .map(run);

/** What Word and WPS put around words inside a paragraph (ECMA-376 part 1, 17.3.2, 17.5, 17.13.5, 17.16). */
const frames: readonly ((inside: string) => string)[] = [
  (inside) => `<w:ins w:id="1">${inside}</w:ins>`,
  (inside) => `<w:moveTo w:id="1">${inside}</w:moveTo>`,
  (inside) => `<w:hyperlink w:anchor="a">${inside}</w:hyperlink>`,
  (inside) => `<w:fldSimple w:instr=" REF a ">${inside}</w:fldSimple>`,
  (inside) => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
  (inside) => `<w:smartTag w:element="date">${inside}</w:smartTag>`,
  (inside) => `<w:customXml w:element="x">${inside}</w:customXml>`,
  (inside) => `<w:bdo w:val="ltr">${inside}</w:bdo>`,
  (inside) =>
    `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>dú</w:t></w:r></w:rt><w:rubyBase>${inside}</w:rubyBase></w:ruby></w:r>`,
  (inside) =>
    `${char('begin')}<w:r><w:instrText> HYPERLINK "https://www.gov.cn/" \\o "提示" </w:instrText></w:r>${char('separate')}${inside}${char('end')}`,
];
/** What Word shows nobody, or nothing of. */
const silent = fc.constantFrom(
  '<w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del>',
  '<w:moveFrom w:id="2"><w:r><w:t>移走</w:t></w:r></w:moveFrom>',
  '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>',
  '<w:bookmarkStart w:id="3" w:name="a"/><w:bookmarkEnd w:id="3"/><w:proofErr w:type="spellStart"/>',
  '<w:r><w:lastRenderedPageBreak/><w:softHyphen/><w:tab/></w:r>',
  '<w:r><w:br/></w:r>',
  '<w:r><w:br w:type="page"/><w:cr/></w:r>',
  `${char('begin')}<w:r><w:instrText> XE "索引" </w:instrText></w:r>${char('end')}`,
);

const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: plainRun },
    silent,
    fc.constant(`<m:oMath><m:r><m:t>${place}</m:t></m:r></m:oMath>`),
    fc.tuple(fc.constantFrom(...frames), tie('inline')).map(([frame, inside]) => frame(inside)),
  ),
}));

const oneParagraph = fc
  .tuple(
    fc.constantFrom(
      '',
      '<w:jc w:val="center"/>',
      '<w:outlineLvl w:val="1"/>',
      '<w:pStyle w:val="Heading1"/>',
      '<w:framePr w:dropCap="drop"/>',
      '<w:rPr><w:ins w:id="4"/></w:rPr>',
      '<w:rPr><w:del w:id="4"/></w:rPr>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>',
    ),
    fc.array(inline, { minLength: 1, maxLength: 4 }),
  )
  .map(([properties, inside]) => `<w:p><w:pPr>${properties}</w:pPr>${inside.join('')}</w:p>`);

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: oneParagraph },
    fc.constant('<w:p/>'),
    tie('block').map((inside) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
    tie('block').map((inside) => `<w:customXml w:element="x">${inside}</w:customXml>`),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.array(tie('block'), { minLength: 6, maxLength: 6 }))
      .map(([columns, isDrawn, cells]) => {
        const borders = isDrawn ? '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' : '';
        const rows = Array.from({ length: 6 / columns }, (_unused, row) =>
          cells.slice(row * columns, (row + 1) * columns).map((inside) => `<w:tc><w:tcPr/>${inside}<w:p/></w:tc>`),
        );
        return `<w:tbl><w:tblPr>${borders}</w:tblPr>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
      }),
  ),
}));

/** The body of a Word document in any nesting, and the words that it shows in their order. */
export const arbitraryBody: fc.Arbitrary<{ readonly body: string; readonly words: readonly string[] }> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => {
    const words: string[] = [];
    const body = `${blocks.join('')}${paragraph(place)}`.replaceAll(place, () => {
      words.push(
        `字${String(words.length + 1).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))}号`,
      );
      return words.at(-1) ?? '';
    });
    return { body, words };
  });
