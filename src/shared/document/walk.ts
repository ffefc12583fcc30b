import { runsOf } from './runs.ts';
import type { BlockNode, Document, DocumentNode, FigureNode, FigurePicture, InlineNode } from './schema.ts';

/** The nodes directly below, in reading order. */
export function childrenOf(node: DocumentNode): readonly DocumentNode[] {
  if (node.type === 'list-item') return node.nested ? [...node.children, node.nested] : node.children;
  return 'children' in node ? node.children : [];
}

/** Every node of the document, depth first, in reading order. */
export function* walk(document: Document): Generator<DocumentNode> {
  for (const block of document.children) yield* walkNode(block);
}

export function* walkNode(node: DocumentNode): Generator<DocumentNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walkNode(child);
}

/** The words of inline content as a reader sees them; line breaks become `\n`, a 【待核】 shows its mark. */
export function inlineText(children: readonly InlineNode[]): string {
  return children.map(inlineNodeText).join('');
}

function inlineNodeText(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'linebreak':
      return '\n';
    case 'to-confirm':
      return toConfirmText(node.text);
    case 'link':
    case 'comment-mark':
      return inlineText(node.children);
  }
}

/** How a 【待核】 reads wherever it is shown. */
export function toConfirmText(text: string): string {
  return `【待核】${text}`;
}

/** The words of one block; list items and table cells are separated by `\n`. */
export function blockText(block: BlockNode): string {
  if (block.type === 'boilerplate') return block.text;
  return runsOf(block).map(inlineText).join('\n');
}

/** The figures in the order in which they stand. */
export function figuresOf(document: Document): readonly FigureNode[] {
  return document.children.filter((block) => block.type === 'figure');
}

/** The pictures of a figure from left to right: one, or two or three of a group. */
export function picturesOf(figure: FigureNode): readonly FigurePicture[] {
  const { asset, alt, decorative } = figure;
  return [{ asset, alt, ...(decorative === undefined ? {} : { decorative }) }, ...(figure.beside ?? [])];
}

/** The caption as readers get it: nothing where it is hidden. */
export function shownCaption(figure: FigureNode): readonly InlineNode[] {
  return figure.captionHidden ? [] : figure.children;
}

/** The originals of all pictures by their SHA-256, each once. */
export function assetsOf(document: Document): readonly string[] {
  const assets = figuresOf(document).flatMap((figure) => picturesOf(figure).flatMap(({ asset }) => asset ?? []));
  return [...new Set(assets)];
}
