import { findCredit } from './credit-text.ts';
import type { FigureNode, InlineNode } from './schema.ts';
import { editInline, trimInline } from './text-edit.ts';
import { inlineText } from './walk.ts';

/** The marks of the bureau profile: `▲` before captions, `摄影：` before credits. Either may be empty. */
export interface CaptionMarks {
  readonly captionMark: string;
  readonly creditMark: string;
}

/** A caption as a figure keeps it: without its mark and number, the credit in a place of its own. */
export interface CaptionParts {
  /** What stood before the words and was taken away: `▲`, `图1`, `▲图1`; empty when nothing did. */
  readonly lead: string;
  /** Formats, links, 【待核】 and comment marks stay. */
  readonly caption: readonly InlineNode[];
  /** Empty when the words name nobody. */
  readonly credit: string;
}

/** Without a picture before them, longer lines that begin with 图1 are text that speaks of a figure. */
const longestNumbered = 120;
const longestCredited = 200;

/** What a figure that has these words already needs of them. */
export interface CaptionNeeds {
  /** The credit that the figure has: another one stays in the words. */
  readonly credit?: string;
  /** The text speaks of the figure by its number. */
  readonly keepsNumber?: boolean;
}

/** Takes words that are known to be a caption apart. Words without mark, number or credit come back as they are. */
export function captionParts(
  words: readonly InlineNode[],
  marks: CaptionMarks,
  needs: CaptionNeeds = {},
): CaptionParts {
  const text = inlineText(words);
  const symbol = symbolLead(text, marks.captionMark, 'caption');
  const behind = findCredit(text.slice(symbol), marks.creditMark);
  const found = behind && { ...behind, start: symbol + behind.start, end: symbol + behind.end };
  const isFree = !needs.credit || needs.credit === found?.credit;
  const credit = found && isFree && isPlain(words, found.start, found.end) ? found : undefined;
  const end = credit?.start ?? text.length;
  const number = needs.keepsNumber ? 0 : numberLead(text.slice(symbol, end), 'caption');
  // A number alone is all that the caption says: it stays.
  const isNumberAlone = text.slice(symbol + number, end).trim() === '';
  const begin = symbol + (isNumberAlone ? 0 : number);
  if (begin === 0 && !credit) return { lead: '', caption: words, credit: '' };
  const edits = [
    { start: 0, end: begin, text: '' },
    ...(credit ? [{ start: Math.max(begin, credit.start), end: credit.end, text: '' }] : []),
  ];
  const caption = trimInline(editInline(words, edits));
  return {
    lead: leadName(text.slice(0, begin)),
    caption: credit ? withoutComma(caption) : caption,
    credit: credit?.credit ?? '',
  };
}

/**
 * Whether a line of running text is a caption, and its parts. A line with the caption mark always is, 图1： is when it is
 * short. `isAfterPicture`: directly after a picture that has no caption yet a number, 图为… or a credit is enough;
 * a line that is nothing but a credit then has an empty `caption`.
 */
export function captionLine(
  words: readonly InlineNode[],
  marks: CaptionMarks,
  isAfterPicture: boolean,
): CaptionParts | undefined {
  const text = inlineText(words);
  const parts = captionParts(words, marks);
  if (inlineText(parts.caption).trim() === '' && parts.credit === '') return undefined;
  if (symbolLead(text, marks.captionMark, isAfterPicture ? 'caption' : 'line') > 0) return parts;
  if (text.length <= longestNumbered && numberLead(text, isAfterPicture ? 'caption' : 'line') > 0) return parts;
  if (!isAfterPicture || text.length > longestCredited) return undefined;
  return parts.credit !== '' || /^\s*[（(【]?\s*(?:上|下|左|右)?[图圖](?:为|為|[:：])/u.test(text) ? parts : undefined;
}

/**
 * The figure with the line that follows it as its caption, or as its credit where the line is nothing else; undefined
 * when the line is text, or the figure has both already.
 */
export function figureWithLine(
  figure: FigureNode,
  line: readonly InlineNode[],
  marks: CaptionMarks,
): FigureNode | undefined {
  const parts = captionLine(line, marks, true);
  if (!parts) return undefined;
  const credit = [figure.credit, parts.credit].filter((name) => name !== '').join('、');
  if (inlineText(figure.children).trim() === '') return { ...figure, credit, children: [...parts.caption] };
  const isCreditAlone = parts.lead === '' && inlineText(parts.caption).trim() === '';
  return isCreditAlone && figure.credit === '' ? { ...figure, credit } : undefined;
}

/** A line that is a caption wherever it stands, as a figure that waits for its picture. */
export function figureOfLine(line: readonly InlineNode[], marks: CaptionMarks): FigureNode | undefined {
  const parts = captionLine(line, marks, false);
  if (!parts || inlineText(parts.caption).trim() === '') return undefined;
  return { type: 'figure', asset: null, alt: '', credit: parts.credit, children: [...parts.caption] };
}

/** How sure it is that the words are a caption: a list may begin with ◆, a text with 图1会议. */
type Certainty = 'caption' | 'line';

/** The length of the symbols before a caption, with the blanks around them. */
function symbolLead(text: string, captionMark: string, certainty: Certainty): number {
  const symbols = /^[\s\u200b]*(?:[▲△▼▽]+)[\s\u200b]*/u.exec(text)?.[0];
  if (symbols !== undefined) return symbols.length;
  const bare = text.trimStart();
  if (captionMark.trim() !== '' && bare.startsWith(captionMark.trim())) {
    const rest = bare.slice(captionMark.trim().length);
    return text.length - rest.trimStart().length;
  }
  return certainty === 'caption' ? (/^\s*[◆▶►↑]+\s*/u.exec(text)?.[0].length ?? 0) : 0;
}

const count = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])';
const part = '(?:\\s?[-－–—][0-9０-９]{1,2}|[.．][0-9０-９]{1,2}|[a-dA-D]|[（(][0-9a-dA-D][）)])?';
const label = `(?:附图|插图|图片|圖片|照片|图|圖)\\s?${count}${part}`;
/** 图1为会议现场, 图1所示: the number belongs to the sentence. */
const inSentence = '(?!为|為|是|中|所|显|可|展|反|和|与|至|到|及|的|表|由|在|左|右|上|下|、|～|~)';
const numbered: readonly RegExp[] = [
  new RegExp(`^\\s*[（(【［[]\\s*${label}\\s*[）)】］\\]]\\s*[:：]?\\s*${inSentence}`, 'u'),
  new RegExp(`^\\s*${label}\\s*[:：|｜]\\s*`, 'u'),
  new RegExp(`^\\s*${label}(?:[.．](?![0-9])|、(?!\\s*[图圖]))\\s*${inSentence}`, 'u'),
  new RegExp(`^\\s*${label}(?:\\s*[-－–—]+\\s*(?=\\p{Script=Han})|[^\\S\\n]+)${inSentence}(?=\\S)`, 'u'),
];
/** 图1会议现场, but not 图1号楼, 图2022年. */
const glued = new RegExp(
  `^\\s*(?:附图|图片|照片|图|圖)(?:[0-9０-９]{1,2}|[①-⑳])(?=\\p{Script=Han})${inSentence}(?![号楼期年月日层栋幢区座个张则组米%])`,
  'u',
);

/** The length of the number before a caption, with what parts it from the words. */
function numberLead(text: string, certainty: Certainty): number {
  for (const pattern of certainty === 'caption' ? [...numbered, glued] : numbered) {
    const match = pattern.exec(text);
    if (match) return match[0].length;
  }
  return 0;
}

function leadName(lead: string): string {
  return lead.replace(/[\s\u200b（()）【】［］[\]:：|｜、]+/gu, '').replace(/[-－–—.．]+$/u, '');
}

/** Whether a span of inline content is plain text: a credit with a link, a 【待核】 or a comment stays where it is. */
function isPlain(words: readonly InlineNode[], start: number, end: number): boolean {
  let at = 0;
  return words.every((node) => {
    const begin = at;
    at += inlineText([node]).length;
    return node.type === 'text' || node.type === 'linebreak' || at <= start || begin >= end;
  });
}

/** What joined the caption and the credit is left over: 会议现场，张三 摄. */
function withoutComma(caption: readonly InlineNode[]): InlineNode[] {
  const text = inlineText(caption);
  const comma = /[\s，,；;、|｜]+$/u.exec(text);
  return comma ? trimInline(editInline(caption, [{ start: comma.index, end: text.length, text: '' }])) : [...caption];
}
