import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunPropertiesOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
} from 'docx';

/** The page and the letters of an official text (GB/T 9704—2012, 5.2 and 7.2): A4, 156 × 225 mm of text, 三号仿宋. */

const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };

/** Width of the text, in twips (1/1440 inch) and in pixels at 96 to the inch. */
export const textWidth = {
  twips: convertMillimetersToTwip(page.width - page.left - page.right),
  pixels: Math.floor(((page.width - page.left - page.right) / 25.4) * 96),
};
/** No picture is higher than about two thirds of the text, so that its caption stays with it. */
export const highestPicture = 560;

export const pageProperties: ISectionPropertiesOptions = {
  page: {
    size: { width: convertMillimetersToTwip(page.width), height: convertMillimetersToTwip(page.height) },
    margin: {
      top: convertMillimetersToTwip(page.top),
      bottom: convertMillimetersToTwip(page.bottom),
      left: convertMillimetersToTwip(page.left),
      right: convertMillimetersToTwip(page.right),
      footer: convertMillimetersToTwip(28),
    },
  },
};

/** Names of our styles as readers see them in Word; the ids are Latin so that every program keeps them. */
export const styleIds = {
  subtitle: 'Subtitle',
  picture: 'Picture',
  caption: 'Caption',
  quote: 'Quote',
  rule: 'HorizontalRule',
  tableText: 'TableText',
  tableHead: 'TableHead',
  listText: 'ListText',
  body: 'DraftText',
  waiting: 'WaitingPicture',
  attachments: 'Attachments',
  boilerplate: 'Boilerplate',
  toConfirm: 'ToConfirm',
  linkUnderlined: 'HyperlinkUnderlined',
} as const;

function face(eastAsia: string, points: number, more: IRunPropertiesOptions = {}): IRunPropertiesOptions {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
  // Half-points.
  return { font, size: points * 2, ...more };
}

/** 二号, 三号, 四号, 小四. */
const sizes = { second: 22, third: 16, fourth: 14, smallFourth: 12 };
/** 22 lines to a page. */
const lines = { line: 29 * 20, lineRule: LineRuleType.EXACT };
/** A line as high as what stands in it: a fixed one would cut pictures off. */
const freeLines = { line: 240, lineRule: LineRuleType.AUTO };
const oneSize = sizes.third * 20;

/** First-line indent of two characters. */
const bodyIndent = { firstLine: 2 * oneSize };

const based = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { ...face('仿宋_GB2312', sizes.third), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: lines, alignment: AlignmentType.BOTH },
    },
    title: {
      ...based,
      run: face('方正小标宋简体', sizes.second),
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT, after: 240 },
      },
    },
    heading1: { ...based, run: face('黑体', sizes.third), paragraph: heading(0) },
    heading2: { ...based, run: face('楷体_GB2312', sizes.third), paragraph: heading(1) },
    heading3: { ...based, run: face('仿宋_GB2312', sizes.third, { bold: true }), paragraph: heading(2) },
    hyperlink: { run: { color: '0563C1', underline: {} } },
  },
  paragraphStyles: [
    {
      ...based,
      id: styleIds.subtitle,
      name: 'Subtitle',
      run: face('楷体_GB2312', sizes.third),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines, after: 240 } },
    },
    {
      ...based,
      id: styleIds.quote,
      name: 'Quote',
      run: face('楷体_GB2312', sizes.third),
      paragraph: { indent: { left: 2 * oneSize, right: 2 * oneSize } },
    },
    { ...based, id: styleIds.listText, name: '列表' },
    { ...based, id: styleIds.body, name: '稿件正文', paragraph: { indent: bodyIndent } },
    { ...based, id: styleIds.boilerplate, name: '固定用语', paragraph: { indent: bodyIndent } },
    { ...based, id: styleIds.attachments, name: '附件说明' },
    {
      ...based,
      id: styleIds.picture,
      name: '图片',
      next: styleIds.caption,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...freeLines, before: 120 }, keepNext: true },
    },
    {
      ...based,
      id: styleIds.caption,
      name: 'caption',
      run: face('楷体_GB2312', sizes.fourth),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...freeLines, after: 120 } },
    },
    { ...based, id: styleIds.waiting, name: '待补图片', basedOn: styleIds.caption },
    { ...based, id: styleIds.rule, name: '分隔线' },
    {
      ...based,
      id: styleIds.tableText,
      name: '表格文字',
      run: face('仿宋_GB2312', sizes.smallFourth),
      paragraph: { alignment: AlignmentType.LEFT, spacing: freeLines },
    },
    {
      ...based,
      id: styleIds.tableHead,
      name: '表头',
      run: face('黑体', sizes.smallFourth),
      paragraph: { alignment: AlignmentType.CENTER, spacing: freeLines },
    },
  ],
  characterStyles: [
    { id: styleIds.toConfirm, name: '待核', run: { shading: { fill: 'FFF4CE' } } },
    // Every link is underlined in Word: this one was already before.
    { id: styleIds.linkUnderlined, name: '带下划线的链接', basedOn: 'Hyperlink' },
  ],
};

function heading(outlineLevel: number) {
  return { outlineLevel, keepNext: true, indent: bodyIndent };
}

/** `— 1 —` in 四号 at the outer edge, one character in. */
export const footers = {
  default: pageNumber(AlignmentType.RIGHT, { right: sizes.fourth * 20 }),
  even: pageNumber(AlignmentType.LEFT, { left: sizes.fourth * 20 }),
};

function pageNumber(alignment: 'right' | 'left', indent: { readonly left?: number; readonly right?: number }): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...face('宋体', sizes.fourth) });
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}
