import { brokenLines, gapBetween } from '#shared/document/broken-lines.ts';
import { mergeTexts } from '#shared/document/canonical.ts';
import type { InlineNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import type { ConversionNotes } from './notes.ts';
import type { Piece } from './piece.ts';

/** Makes lines whole again that a program broke inside a paragraph (`<br>` at the edge of its page). */
export function joinLines(pieces: readonly Piece[], notes: ConversionNotes): readonly Piece[] {
  const parts = pieces.map((piece) =>
    piece.kind === 'block' && piece.node.type === 'paragraph' && !piece.as ? linesOf(piece.node.children) : [],
  );
  if (!parts.some(({ length }) => length > 1)) return pieces;
  // Paragraphs are apart as by an empty line.
  const broken = brokenLines(parts.flatMap((lines) => [...lines.map(inlineText), '']));
  let at = 0;
  return pieces.map((piece, index): Piece => {
    const lines = parts[index] ?? [];
    const ends = broken.slice(at, at + lines.length);
    at += lines.length + 1;
    if (piece.kind !== 'block' || piece.node.type !== 'paragraph' || !ends.includes(true)) return piece;
    return { ...piece, node: { ...piece.node, children: joined(lines, ends, notes) } };
  });
}

function linesOf(children: readonly InlineNode[]): readonly (readonly InlineNode[])[] {
  const lines: InlineNode[][] = [[]];
  for (const child of children) {
    if (child.type === 'linebreak') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}

function joined(
  lines: readonly (readonly InlineNode[])[],
  ends: readonly boolean[],
  notes: ConversionNotes,
): InlineNode[] {
  return mergeTexts(
    lines.flatMap((line, at): readonly InlineNode[] => {
      const next = lines[at + 1];
      if (next === undefined) return line;
      if (!ends[at]) return [...line, { type: 'linebreak' }];
      notes.add('line-joined', inlineText(next));
      const gap = gapBetween(inlineText(line), inlineText(next));
      return gap === '' ? line : [...line, { type: 'text', text: gap }];
    }),
  );
}
