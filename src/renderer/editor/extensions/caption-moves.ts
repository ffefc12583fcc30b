import type { ElementNode, LexicalNode, NodeKey } from 'lexical';
import { $getNodeByKey, $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection } from 'lexical';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { captionParts, figureWithLine } from '#shared/document/caption-text.ts';
import type { FigureNode as StoredFigure, InlineNode } from '#shared/document/schema.ts';
import { escapeRegExp } from '#shared/escape-reg-exp.ts';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { storedFigure } from '../serialize/figure-fields.ts';
import { $readInlines } from '../serialize/read-inlines.ts';
import { $createInlines } from '../serialize/write-document.ts';
import { $captionOf } from './block-units.ts';

/** What was taken out of a caption's words. */
export interface TidiedCaption {
  readonly lead: string;
  readonly credit: string;
}

/** Takes mark, number and credit out of a caption's words; null when there is nothing to take. */
export function $tidyCaption(key: NodeKey, marks: CaptionMarks): TidiedCaption | null {
  const caption = $getNodeByKey(key);
  const figure = caption?.getParent();
  if (!$isCaptionNode(caption) || !$isFigureNode(figure)) return null;
  const words = $readInlines(caption.getChildren(), null);
  const { credit } = figure.getAttributes();
  const first = captionParts(words, marks, { credit });
  const parts = $isSpokenOf(first.lead) ? captionParts(words, marks, { credit, keepsNumber: true }) : first;
  if (parts.lead === '' && parts.credit === '') return null;
  $setWords(caption, parts.caption);
  if (parts.credit !== '') figure.setAttributes({ credit: parts.credit });
  return { lead: parts.lead, credit: parts.credit };
}

/** Whether the text speaks of a figure by the number that stands in `lead`: 如图1所示. */
function $isSpokenOf(lead: string): boolean {
  const number = /[图圖].*$/u.exec(lead)?.[0];
  if (number === undefined) return false;
  const spoken = new RegExp(`${escapeRegExp(number).replace(/^./u, '[图圖]\\s?')}(?![0-9０-９])`, 'u');
  return $getRoot()
    .getChildren()
    .some((block) => !$isFigureNode(block) && spoken.test(block.getTextContent()));
}

/** Other words in a caption; a caret that was in it goes to its end. */
function $setWords(caption: ElementNode, words: readonly InlineNode[]): void {
  const selection = $getSelection();
  const isInside = $isRangeSelection(selection) && selection.anchor.getNode().getParents().includes(caption);
  caption.splice(0, caption.getChildrenSize(), $createInlines(words));
  if (isInside || ($isRangeSelection(selection) && selection.anchor.getNode().is(caption))) caption.selectEnd();
}

/** Whether words begin with the profile's caption mark, or with what people type for it. */
export function beginsWithMark(text: string, { captionMark }: CaptionMarks): boolean {
  const bare = text.trimStart();
  return /^[▲△]/u.test(bare) || (captionMark !== '' && bare.startsWith(captionMark));
}

/** The figure right before a paragraph, where a line behind it can still be its caption or its credit. */
export function $figureBefore(paragraph: LexicalNode | null): FigureNode | null {
  const figure = $isParagraphNode(paragraph) ? paragraph.getPreviousSibling() : null;
  if (!$isFigureNode(figure)) return null;
  const hasCaption = ($captionOf(figure)?.getTextContent().trim() ?? '') !== '';
  return hasCaption && figure.getAttributes().credit.trim() !== '' ? null : figure;
}

/** The figure as it would be with the paragraph behind it as its caption or credit; null where the paragraph is text. */
export function $captionedBy(key: NodeKey, marks: CaptionMarks): StoredFigure | null {
  const paragraph = $getNodeByKey(key);
  const figure = $figureBefore(paragraph);
  if (figure === null || !$isElementNode(paragraph)) return null;
  const stored = storedFigure(figure.getAttributes(), $readInlines(figure.getChildren(), null));
  return figureWithLine(stored, $readInlines(paragraph.getChildren(), null), marks) ?? null;
}

/**
 * Makes the paragraph behind a figure its caption or credit; the caret goes to the start or end of the caption. A
 * paragraph of nothing but the mark leaves an empty caption to write in. False where the words are neither.
 */
export function $moveIntoCaption(key: NodeKey, marks: CaptionMarks, caret: 'start' | 'end'): boolean {
  const paragraph = $getNodeByKey(key);
  const figure = $figureBefore(paragraph);
  const caption = figure && $captionOf(figure);
  if (!figure || !$isElementNode(paragraph) || !$isElementNode(caption)) return false;
  const captioned = $captionedBy(key, marks);
  const isMarkAlone = caption.getTextContent().trim() === '' && isOnlyMark(paragraph.getTextContent(), marks);
  if (captioned === null && !isMarkAlone) return false;
  if (captioned) {
    $setWords(caption, captioned.children);
    figure.setAttributes({ credit: captioned.credit });
  }
  paragraph.remove();
  caption[caret === 'start' ? 'selectStart' : 'selectEnd']();
  return true;
}

function isOnlyMark(text: string, marks: CaptionMarks): boolean {
  return beginsWithMark(text, marks) && captionParts([{ type: 'text', text }], marks).caption.length === 0;
}
