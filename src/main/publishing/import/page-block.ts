import { editInline, editText, type TextEdit } from '#shared/document/text-edit.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type { BlockNode, InlineNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';

/** A block on its way from a page into a draft. */
export interface PageBlock {
  readonly node: BlockNode;
  /** Its words as they stood on the page: for the report, never for the document. */
  readonly source: string;
  /** Of a figure that came with a picture: where its bytes are said to be. */
  readonly picture?: PictureReference;
}

/** A picture as its source names it; nothing here has been opened or fetched. */
export interface PictureReference {
  /** `data:`, `file:`, `cid:`, `http(s):` or a relative address, as it stood there; empty when it named none. */
  readonly address: string;
  /** Its place among all pictures of the source, from 0. */
  readonly order: number;
  /** As shown, in CSS pixels; left out when the source does not say. */
  readonly width?: number;
  readonly height?: number;
}

/** A step of cleaning: the edits that one run of text needs. */
export type TextStep = (text: string) => readonly TextEdit[];
/** Told of each text that a step changed. */
export type EditListener = (text: string, edits: readonly TextEdit[]) => void;

/** Applies a step to every text of a block. Resolved house-style texts are not touched. */
export function editBlock(block: PageBlock, step: TextStep, listener: EditListener): PageBlock {
  return { ...block, node: editNode(block.node, step, listener) };
}

function editNode(node: BlockNode, step: TextStep, listener: EditListener): BlockNode {
  const edited = mapRuns(node, (run) => editChildren(run, step, listener));
  return edited.type === 'figure' ? { ...edited, alt: editPlain(edited.alt, step, listener) } : edited;
}

function editChildren(children: readonly InlineNode[], step: TextStep, listener: EditListener): InlineNode[] {
  const text = inlineText(children);
  const edits = step(text);
  if (edits.length > 0) listener(text, edits);
  return editInline(children, edits);
}

function editPlain(text: string, step: TextStep, listener: EditListener): string {
  const edits = step(text);
  if (edits.length > 0) listener(text, edits);
  return editText(text, edits);
}
