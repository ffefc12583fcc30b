import { traceText, type TracedText } from '#shared/document/traced-text.ts';
import type { TextStep } from '#shared/document/text-edit.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import type { WrittenAs } from './html/written-as.ts';

/** A block on its way from a page into a draft. */
export interface PageBlock {
  readonly node: BlockNode;
  /** Its words as they stood on the page: for the report, never for the document. */
  readonly source: string;
  /** Of a paragraph that says itself what it is. */
  readonly as?: WrittenAs;
  /** Of a figure that came with a picture: where its bytes are said to be. */
  readonly picture?: PictureReference;
  /** Of a group: the same for its pictures beside the first, in their order. */
  readonly beside?: readonly PictureReference[];
}

/** A picture as its source names it; nothing here has been opened or fetched. */
export interface PictureReference {
  /** `data:`, `file:`, `cid:`, `http(s):` or a relative address, as it stood there; empty when it named none. */
  readonly address: string;
  /** What it is drawn from until scripts have run, when that is another address. */
  readonly drawnFrom?: string;
  /** A script loads it when somebody scrolls there: a page may have been saved before that. */
  readonly isLazy?: true;
  /** Its place among all pictures of the source, from 0. */
  readonly order: number;
  /** As shown, in CSS pixels; left out when the source does not say. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * A block whose damage is looked through: what a page means (its captions, its contact line) is told by its words as
 * they will read once repaired, what it says stays as it came until a person has the repairs made.
 */
export interface ReadBlock extends PageBlock {
  readonly words: TracedText;
}

export function readThrough(block: PageBlock, steps: readonly TextStep[]): ReadBlock {
  return { ...block, words: traceText(blockText(block.node), steps) };
}

/** The part of a block's own text that reads, once repaired, as this span of its words. */
export function asItCame({ node, words }: ReadBlock, start: number, end: number): string {
  return blockText(node).slice(words.sourceOffset(start), words.sourceOffset(end));
}
