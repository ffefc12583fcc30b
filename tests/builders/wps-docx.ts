import { plainDocx, withParts } from './docx-file.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * A document as WPS writes it: styles by numbers, a hint of the script in each run, widow control switched off in each
 * paragraph, numbering with signs right at the words, a table whose first row is a header, a text that is set right.
 */
export async function wpsDocx(body: string): Promise<Buffer> {
  return withParts(await plainDocx(['x']), {
    'word/document.xml': `${xml}<w:document ${w} xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${xml}<w:styles ${w}>${style('1', 'Normal')}${style('2', 'heading 1')}${style('3', 'caption')}${style('11', 'Title')}${style('7', 'List Paragraph')}${style('12', '落款', '<w:pPr><w:jc w:val="right"/></w:pPr>')}${style('13', '落款日期', '<w:basedOn w:val="12"/>')}${style('14', 'TOC Heading')}${style('15', 'toc 1')}${style('9', '条目', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>')}</w:styles>`,
    'word/numbering.xml': `${xml}<w:numbering ${w}>
<w:abstractNum w:abstractNumId="0"><w:nsid w:val="8F3C"/><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num></w:numbering>`,
  });
}

export interface WpsLook {
  readonly style?: string;
  readonly side?: 'center' | 'right';
  readonly number?: string;
}

/** A paragraph with all that WPS puts around its words. */
export function wpsParagraph(words: string, { style: id, side, number }: WpsLook = {}): string {
  const named = id === undefined ? '' : `<w:pStyle w:val="${id}"/>`;
  const counted = number === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`;
  const set = side === undefined ? '' : `<w:jc w:val="${side}"/>`;
  const look =
    '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>';
  return `<w:p><w:pPr>${named}<w:keepNext w:val="0"/><w:widowControl w:val="0"/>${counted}<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>${set}${look}</w:pPr><w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>`;
}

/** A table; its first row is the header. */
export function wpsTable(rows: readonly (readonly string[])[]): string {
  return `<w:tbl><w:tblPr><w:tblStyle w:val="5"/><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single" w:color="auto" w:sz="4" w:space="0"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2840"/></w:tblGrid>${rows
    .map(
      (cells, index) =>
        `<w:tr><w:trPr>${index === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2840" w:type="dxa"/></w:tcPr>${wpsParagraph(cell, { side: 'center' })}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
}

function style(id: string, name: string, look = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:uiPriority w:val="0"/>${look}</w:style>`;
}
