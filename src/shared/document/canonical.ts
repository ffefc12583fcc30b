import { mapRuns, runsOf } from './runs.ts';
import type { BlockNode, Document, InlineNode, TextNode } from './schema.ts';

/**
 * JSON with sorted keys and without undefined values: equal data gives equal text, whatever the order in which it was
 * built. Hashes of content, records and signatures are taken of its UTF-8 bytes. Numbers are integers here, so
 * this agrees with RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : nested,
  );
}

/** The document without its comment marks: what reviewers sign. A new comment must not void a signature. */
export function stripComments(document: Document): Document {
  return { ...document, children: document.children.map(stripBlock) };
}

/** Whether `stripComments` leaves the document as it is: most have no comment at all. */
export function isStripped(document: Document): boolean {
  return document.children.every((block) => runsOf(block).every((run) => run.every(isAsStripped)));
}

function isAsStripped(node: InlineNode, index: number, run: readonly InlineNode[]): boolean {
  if (node.type !== 'text') return node.type !== 'comment-mark';
  const last = run[index - 1];
  return node.text !== '' && !(last?.type === 'text' && sameFormats(last, node));
}

function stripBlock(block: BlockNode): BlockNode {
  return mapRuns(block, (run) => mergeTexts(run.flatMap(unmark)));
}

function unmark(node: InlineNode): readonly InlineNode[] {
  return node.type === 'comment-mark' ? node.children : [node];
}

/** Joins neighbouring texts of equal formats and drops empty ones; the stored form is always merged. */
export function mergeTexts<Node extends InlineNode>(nodes: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && node.text === '') continue;
    if (last?.type === 'text' && node.type === 'text' && sameFormats(last, node)) {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

function sameFormats(a: TextNode, b: TextNode): boolean {
  return (a.formats ?? []).join() === (b.formats ?? []).join();
}
