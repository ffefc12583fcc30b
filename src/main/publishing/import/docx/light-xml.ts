import { signFontNames } from '../sign-fonts.ts';

/**
 * Elements without content that say only how words look or what an office program keeps for itself (ECMA-376 part 1, 17.3):
 * in real documents four fifths of the markup. The reader behind builds a tree of what it gets, about sixty times its size.
 */
const looks = [
  'rFonts sz szCs bCs iCs lang color kern spacing',
  'ind shd position em cs noProof snapToGrid adjustRightInd autoSpaceDE',
  'autoSpaceDN widowControl kinsoku wordWrap overflowPunct topLinePunct textAlignment suppressAutoHyphens suppressLineNumbers',
  'fitText w keepNext keepLines pageBreakBefore contextualSpacing mirrorIndents effect eastAsianLayout',
  'proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak permStart permEnd cnfStyle tcW vAlign',
  'noWrap hideMark top left bottom right insideH insideV gridCol',
].join(' ');
const look = new RegExp(
  `<w:(?:${looks.replaceAll(' ', '|')})(?![^<>]*"(?:${signFontNames})")(?: (?:"[^"<]*"|[^"<>])*)?/>`,
  'gu',
);
/** Names that Word gives to each stretch of editing. */
const trace = / (?:w:rsid\w*|w14:(?:paraId|textId))="[^"<]*"/gu;

/** The lines around tables and cells (17.4.38, 17.4.66): that there are any is all that is asked. */
const borders = /<w:(tbl|tc)Borders(?: [^<>]*)?>((?:(?!<\/?w:(?:tbl|tc)Borders[ >])[^])*)<\/w:\1Borders>/gu;
const line = / w:val="(?!(?:nil|none)")/u;
export const drawnBorders = /<w:(?:tbl|tc)Borders w:drawn="1"\/>/u;

/** The same words and structure in much less markup. */
export function lightXml(xml: string): string {
  return xml
    .replace(borders, (_all, of: string, inside: string) => (line.test(inside) ? `<w:${of}Borders w:drawn="1"/>` : ''))
    .replace(look, '')
    .replace(trace, '')
    .replaceAll('<w:rPr></w:rPr>', '')
    .replaceAll('<w:pPr></w:pPr>', '');
}
