import { mergeTexts } from '#shared/document/canonical.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { runsOf } from '#shared/document/runs.ts';
import { blockText, inlineText } from '#shared/document/walk.ts';
import type { PageBlock, PictureReference } from '../page-block.ts';
import { foldLists, type ListLine } from './fold-lists.ts';
import type { WrittenAs } from './written-as.ts';

/** A block, or one line of a list whose other lines are still to come. */
export type Piece =
  | {
      readonly kind: 'block';
      readonly node: BlockNode;
      readonly picture?: PictureReference;
      readonly beside?: readonly PictureReference[];
      /** Of a heading: its level at the source, 1 to 6. */
      readonly outline?: number;
      /** Of a paragraph that says itself what it is. */
      readonly as?: WrittenAs;
    }
  | ({ readonly kind: 'line' } & ListLine);

/** The pieces as blocks: neighbouring lines become lists. */
export function blocksOf(pieces: readonly Piece[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let lines: ListLine[] = [];
  const close = (): void => {
    for (const node of foldLists(lines)) blocks.push({ node, source: blockText(node) });
    lines = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      lines.push(piece);
    } else {
      close();
      const { node, picture, beside, as } = piece;
      const source = node.type === 'figure' && node.children.length === 0 ? node.alt : blockText(node);
      blocks.push({
        node,
        source,
        ...(as ? { as } : {}),
        ...(picture ? { picture } : {}),
        ...(beside ? { beside } : {}),
      });
    }
  }
  close();
  return blocks;
}

/**
 * The words of pieces as one run with line breaks between them, for places that hold no blocks: cells, quotes, items.
 * Lines of lists keep their numbers, rows of tables their order. Figures and rules are left to the caller.
 */
export function inlinesOf(pieces: readonly Piece[]): InlineNode[] {
  const lines = blocksOf(pieces).flatMap(({ node }): readonly (readonly InlineNode[])[] => linesOf(node));
  return mergeTexts(
    lines.flatMap((line, index): readonly InlineNode[] => (index > 0 ? [{ type: 'linebreak' }, ...line] : line)),
  );
}

function linesOf(node: BlockNode): readonly (readonly InlineNode[])[] {
  switch (node.type) {
    case 'list': {
      const first = node.start ?? 1;
      return node.children.flatMap((item, index) => {
        const sign = node.ordered ? `${first + index}. ` : '• ';
        return [
          [{ type: 'text' as const, text: sign }, ...item.children],
          ...(item.nested ? linesOf(item.nested) : []),
        ];
      });
    }
    case 'table':
      return node.children.map((row) =>
        row.children.flatMap((cell, index): readonly InlineNode[] =>
          index > 0 ? [{ type: 'text', text: '\u3000' }, ...cell.children] : cell.children,
        ),
      );
    case 'figure':
    case 'horizontal-rule':
    case 'boilerplate':
      return [];
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runsOf(node);
    default:
      return assertNever(node);
  }
}

/** Whether a piece cannot stand inside a line of words. */
export function isUnit(piece: Piece): boolean {
  return (
    piece.kind === 'block' &&
    (piece.node.type === 'figure' || piece.node.type === 'table' || piece.node.type === 'horizontal-rule')
  );
}

/** How many characters a piece shows. */
export function lengthOf(piece: Piece): number {
  return piece.kind === 'line' ? inlineText(piece.children).length : blockText(piece.node).length;
}
