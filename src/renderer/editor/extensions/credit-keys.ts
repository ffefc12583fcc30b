import type { LexicalNode } from 'lexical';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $captionOf, $enterBlock } from './block-units.ts';
import { $leaveFigure } from './figure-keys.ts';

/** A key in the credit of a figure, without Ctrl and Alt. */
interface CreditKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/**
 * The ways out of a credit: Enter leaves the figure as it does from the caption, Tab goes on to the caption of the next
 * figure, Shift+Tab, ↑ and Escape back to the figure's own. Null for keys that stay in the field, also for Tab in the
 * last credit: the browser goes on from there.
 */
export function $wayOutOfCredit(figure: FigureNode, { key, shiftKey }: CreditKey): (() => void) | null {
  if (key === 'Enter' && !shiftKey) return () => $leaveFigure(figure);
  if (key === 'Escape' || key === 'ArrowUp' || (key === 'Tab' && shiftKey)) return () => $enterCaption(figure);
  const next = key === 'Tab' ? figure.getNextSiblings().find($isFigureNode) : undefined;
  return next === undefined ? null : () => $enterCaption(next);
}

function $enterCaption(figure: FigureNode): void {
  const caption: LexicalNode = $captionOf(figure) ?? figure;
  $enterBlock(caption, 'end');
}
