/**
 * Whether words that say where a picture stands may have become wrong: 上图, 左：, 图2, 前排. Pure, for whatever moves
 * figures: keys, drag and drop, the acts of a group. A picture that is turned or mirrored puts all words but numbers in doubt too.
 */
import type { PictureEdit } from '#shared/model/picture-edit.ts';

/** A block of the document as far as its order matters. */
export interface OrderedBlock {
  /** The same before and after. */
  readonly id: string;
  readonly text: string;
  /** The pictures of a figure from left to right; undefined for a block of text. */
  readonly pictures?: readonly string[];
}

/** A block whose words may be wrong now, with those words. */
export interface OrderDoubt {
  readonly id: string;
  readonly words: readonly string[];
}

export interface PlaceWord {
  readonly text: string;
  /** `inside`: only of a place within the picture, as 左二; `beside`: of pictures next to it, or within; `number`: of a figure by its number. */
  readonly kind: 'inside' | 'beside' | 'number';
  /** Counts from 1. */
  readonly number?: number;
}

const numeral = '[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}';
const patterns: readonly (readonly [kind: PlaceWord['kind'], pattern: RegExp])[] = [
  ['inside', /(?:从|自|由)?[左右]起(?:第?[0-9一二三四五六七八九十]+)?|从[左右](?:至|到|往)[左右]/gu],
  ['inside', /[左右](?:第?[0-9０-９一二三四五六七八九十])|[前中后][左右]?排|第[一二三四五]排|居中者?|正中/gu],
  [
    'beside',
    /[左右上下中前后]{1,2}(?:方|边|侧|面)?(?:两|三|一)?(?:张|幅)?图(?!书|纸|章|像)|(?:上|下|前|后)一?(?:张|幅|组)/gu,
  ],
  ['beside', /[（(][左右上下中]{1,2}[图侧方边]?[）)]/gu],
  ['beside', /(?<=^|[，。；、：:（(\s])[左右上下中](?:方|边|侧)?(?=[为是：:]|$)/gu],
  ['beside', /[左右](?:边|侧|方)(?!的?[道路门手])/gu],
  ['number', new RegExp(`[图圖]\\s?(?:${numeral})(?![0-9０-９号年月日])`, 'gu')],
];

/** 以上 and 以下 mean pictures in a caption only, and no amount: 80 分以上. */
const above = /(?<![0-9０-９%％分岁年元米层成级人万亿下天时])以[上下](?=[为图是各])/gu;

/** The words of a text that say where a picture or somebody in it stands, in no order. */
export function placeWords(text: string): readonly PlaceWord[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): PlaceWord & { start: number; end: number } => ({
      text: match[0],
      kind,
      ...(kind === 'number' ? { number: numberOf(match[0]) } : {}),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const more = [...text.matchAll(above)].map(({ 0: word, index }) => ({
    text: word,
    kind: 'beside' as const,
    start: index,
    end: index + word.length,
  }));
  const all = [...found, ...more];
  // 左二 is not 左 as well.
  const isPart = (word: (typeof all)[number], at: number): boolean =>
    all.some((other, index) => {
      const covers = other.start <= word.start && other.end >= word.end;
      return index !== at && covers && (other.end - other.start > word.end - word.start || index < at);
    });
  return all.filter((word, index) => !isPart(word, index)).map(({ start: _start, end: _end, ...word }) => word);
}

const digits = '〇一二三四五六七八九';

function numberOf(word: string): number {
  const text = word.replace(/[图圖\s]/gu, '').normalize('NFKC');
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + Math.max(0, digits.indexOf(ones || '〇'));
}

/**
 * The blocks whose words may have become wrong because blocks that were there before and after changed their order, or
 * the pictures of a figure changed their places. What was only added or taken away puts nothing in doubt.
 */
export function orderDoubts(before: readonly OrderedBlock[], after: readonly OrderedBlock[]): readonly OrderDoubt[] {
  const ids = new Set(before.map(({ id }) => id));
  const staying = new Set(after.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  const was = placesOf(before.filter(({ id }) => staying.has(id)));
  const is = placesOf(after.filter(({ id }) => staying.has(id)));
  return after.flatMap((block) => {
    const old = was.byId.get(block.id);
    const now = is.byId.get(block.id);
    if (!old || !now) return [];
    const isMoved = old.previous !== now.previous || old.next !== now.next;
    const isRowMoved = rowMoved(old.block.pictures ?? [], block.pictures ?? []);
    const words = placeWords(block.text).filter(({ kind, number }) => {
      if (kind === 'number') return isRowMoved || was.figures[(number ?? 0) - 1] !== is.figures[(number ?? 0) - 1];
      // In running text 左边 is a place of the town, not of the page, unless it says so.
      return isRowMoved || (kind === 'beside' && isMoved);
    });
    const inText = block.pictures ? words : words.filter(({ text }) => /[图圖张幅]/u.test(text));
    return inText.length > 0 ? [{ id: block.id, words: [...new Set(inText.map(({ text }) => text))] }] : [];
  });
}

/** The words said of a picture that may have become wrong because it is seen another way round now. */
export function turnDoubts(before: PictureEdit, after: PictureEdit, said: string): readonly string[] {
  if (before.rotate === after.rotate && before.flip === after.flip) return [];
  const words = placeWords(said).flatMap(({ kind, text }) => (kind === 'number' ? [] : [text]));
  return [...new Set(words)];
}

interface Places {
  readonly figures: readonly string[];
  readonly byId: ReadonlyMap<string, { block: OrderedBlock; previous: string | undefined; next: string | undefined }>;
}

/** Each block with the figures nearest before and after it. */
function placesOf(blocks: readonly OrderedBlock[]): Places {
  const figures = blocks.flatMap(({ id, pictures }) => (pictures ? [id] : []));
  let passed = 0;
  const byId = new Map(
    blocks.map((block) => {
      const previous = figures[passed - 1];
      if (block.pictures) passed += 1;
      return [block.id, { block, previous, next: figures[passed] }] as const;
    }),
  );
  return { figures, byId };
}

/** Whether pictures of a group stand elsewhere in their row. One that only took the place of another does not count. */
function rowMoved(before: readonly string[], after: readonly string[]): boolean {
  if (before.length < 2) return false;
  return before.length !== after.length || before.some((asset, at) => after[at] !== asset && after.includes(asset));
}
