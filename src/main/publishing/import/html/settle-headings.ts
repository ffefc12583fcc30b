import { mergeTexts } from '#shared/document/canonical.ts';
import type { InlineNode, TextFormat } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import { textNode } from './inline-run.ts';
import type { ConversionNotes } from './notes.ts';
import type { Piece } from './piece.ts';

type Level = 2 | 3 | 4;

const longestGuess = 40;
/** 一、 and 第一章 · （一） · 1. and （1）, as GB/T 9704 numbers the parts of an official text. */
const numberings: readonly (readonly [pattern: RegExp, level: Level])[] = [
  [/^(第[一二三四五六七八九十百\d]+[章节部编]|[一二三四五六七八九十]+[、.．])/u, 2],
  [/^[（(][一二三四五六七八九十]+[）)]/u, 3],
  [/^(\d+[.．、](?!\d)|[（(]\d+[）)])/u, 4],
];
/** What stands over a table or below a picture names it, and is no heading of the text. */
const tableName = /^(?:附?表|图)\s*[\d一二三四五六七八九十]/u;
const sentence = /[。；;，,：:！!]$|[。；]/u;

/**
 * Gives headings the levels of the house (2 to 4) and makes headings of short bold lines that stand over text. Bold of a
 * whole heading goes: it is how headings look.
 */
export function settleHeadings(pieces: readonly Piece[], notes: ConversionNotes): readonly Piece[] {
  const settle = levelsOf(pieces);
  return pieces.map((piece, index): Piece => {
    if (piece.kind !== 'block' || piece.as) return piece;
    const { node } = piece;
    if (node.type === 'heading') {
      const level = piece.outline === undefined ? node.level : settle(piece.outline);
      if (piece.outline !== undefined && piece.outline !== level) notes.add('heading-level', inlineText(node.children));
      return { ...piece, node: { ...node, level, children: withoutBold(node.children) } };
    }
    const level =
      node.type === 'paragraph' && node.align !== 'right' ? guess(node.children, pieces[index + 1]) : undefined;
    if (level === undefined || node.type !== 'paragraph') return piece;
    notes.add('heading-guessed', inlineText(node.children));
    return { ...piece, node: { type: 'heading', level, children: withoutBold(node.children) } };
  });
}

/** `h1` is the level above `h2`, but for a page's own title: one `h1` in front and nothing else of its level. */
function levelsOf(pieces: readonly Piece[]): (outline: number) => Level {
  const outlines = pieces.flatMap((piece) =>
    piece.kind === 'block' && piece.outline !== undefined ? [piece.outline] : [],
  );
  const isTitleOnly = outlines[0] === 1 && !outlines.slice(1).includes(1);
  const shift = outlines.includes(1) && !isTitleOnly ? 1 : 0;
  return (outline) => (Math.min(Math.max(outline + shift, 2), 4) === 2 ? 2 : outline + shift === 3 ? 3 : 4);
}

/** The level of a heading that is none but by its look: bold from end to end, short, no sentence, over text. */
function guess(children: readonly InlineNode[], next: Piece | undefined): Level | undefined {
  const text = inlineText(children).trim();
  if (text === '' || Array.from(text).length > longestGuess || sentence.test(text) || tableName.test(text))
    return undefined;
  if (!isBold(children)) return undefined;
  if (next === undefined || (next.kind === 'block' && next.node.type === 'paragraph' && isBold(next.node.children)))
    return undefined;
  if (next.kind === 'block' && (next.node.type === 'figure' || next.node.type === 'horizontal-rule')) return undefined;
  return numberings.find(([pattern]) => pattern.test(text))?.[1] ?? 2;
}

function isBold(children: readonly InlineNode[]): boolean {
  return children.every(
    (node) => node.type === 'text' && (node.text.trim() === '' || (node.formats?.includes('bold') ?? false)),
  );
}

function withoutBold(children: readonly InlineNode[]): InlineNode[] {
  if (!isBold(children)) return [...children];
  return mergeTexts(
    children.map((node): InlineNode => {
      if (node.type !== 'text') return node;
      const formats = (node.formats ?? []).filter((format): format is Exclude<TextFormat, 'bold'> => format !== 'bold');
      return textNode(node.text, formats);
    }),
  );
}
