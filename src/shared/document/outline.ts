import type { BlockNode, Document } from './schema.ts';
import { blockText, inlineText } from './walk.ts';

/** One line of the outline: a heading, or a figure or table that stands below one. */
export interface OutlineEntry {
  readonly kind: 'heading' | 'figure' | 'table';
  /** Among the document's blocks. */
  readonly block: number;
  /** 2–4 for headings; figures and tables stand one level below the heading before them. */
  readonly level: number;
  /** The heading's words, a figure's caption, a table's first cell; may be empty. */
  readonly text: string;
}

/** The headings of a document in reading order, with its figures and tables where they are wanted. */
export function outlineOf(document: Document, withUnits: boolean): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let level = 1;
  document.children.forEach((node, block) => {
    if (node.type === 'heading') {
      level = node.level;
      entries.push({ kind: 'heading', block, level, text: oneLine(inlineText(node.children)) });
    } else if (withUnits && (node.type === 'figure' || node.type === 'table')) {
      entries.push({ kind: node.type, block, level: level + 1, text: titleOf(node) });
    }
  });
  return entries;
}

function titleOf(node: BlockNode): string {
  return oneLine(
    blockText(node)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '',
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The last entry that begins at or before a block; null above the first one. */
export function entryAt(entries: readonly OutlineEntry[], block: number): OutlineEntry | null {
  return entries.findLast((entry) => entry.block <= block) ?? null;
}

/** A heading with all that belongs to it: up to the next heading of its level or above. `end` is exclusive. */
export function sectionAt(document: Document, block: number): { readonly start: number; readonly end: number } {
  const head = document.children[block];
  if (head?.type !== 'heading') return { start: block, end: block + 1 };
  const next = document.children.findIndex(
    (node, index) => index > block && node.type === 'heading' && node.level <= head.level,
  );
  return { start: block, end: next === -1 ? document.children.length : next };
}

/**
 * The gap (0 is before the first block) into which a section goes when it changes places with its neighbour of the same
 * level in the same section above; null where it has none there.
 */
export function neighbourGap(document: Document, block: number, direction: 'up' | 'down'): number | null {
  const { start, end } = sectionAt(document, block);
  const level = levelAt(document, block);
  if (level === null) return null;
  if (direction === 'down') return levelAt(document, end) === level ? sectionAt(document, end).end : null;
  const before = document.children.findLastIndex((_node, index) => {
    const other = index < start ? levelAt(document, index) : null;
    return other !== null && other <= level;
  });
  return before !== -1 && levelAt(document, before) === level ? before : null;
}

function levelAt(document: Document, block: number): number | null {
  const node = document.children[block];
  return node?.type === 'heading' ? node.level : null;
}
