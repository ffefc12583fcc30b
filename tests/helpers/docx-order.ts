/**
 * The order in which Word demands the children of an element (ECMA-376 part 1, the sequences of its schema); it calls a
 * file broken where they stand otherwise. Only elements that our documents may hold are named.
 */
const sequences: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs kinsoku wordWrap snapToGrid spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u bdr shd vertAlign rtl cs em lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tc': 'tcPr p',
  'w:tr': 'trPr tc',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign titlePg textDirection docGrid',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr',
  'w:styles': 'docDefaults latentStyles style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:numbering': 'numPicBullet abstractNum num',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:num': 'abstractNumId lvlOverride',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'w:settings':
    'view zoom displayBackgroundShape defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  'w:compat': 'doNotExpandShiftReturn compatSetting',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
  'pic:pic': 'nvPicPr blipFill spPr',
};

/** Where children of a known element stand out of order, or where one stands that is not known there. */
export function disorderIn(xml: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly name: string; reached: number }[] = [];
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)((?:[^<>"]|"[^"]*")*)>/gu)) {
    if (closing) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const order = parent ? sequences[parent.name]?.split(' ') : undefined;
    if (parent && order) {
      const at = order.indexOf(name.slice(name.indexOf(':') + 1));
      if (at < parent.reached) found.push(`${name} in ${parent.name}`);
      parent.reached = Math.max(parent.reached, at);
    }
    if (!rest.endsWith('/')) open.push({ name, reached: 0 });
  }
  return found;
}
