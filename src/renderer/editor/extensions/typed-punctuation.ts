import type { LexicalEditor, NodeKey } from 'lexical';
import {
  $getNodeByKey,
  $isElementNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import type { TextEdit } from '#shared/document/text-edit.ts';
import { isSure, keptOffer, offerFor, shiftOf, type TypedOffer } from '#shared/house-style/typed-punctuation.ts';
import { typedQuote } from '#shared/house-style/typed-quotes.ts';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $caretRun, $domRangesOf, $rangeOf } from '../places.ts';
import { watchTyped } from './typed-text.ts';

/** An offer for a sign of the sheet's text; its offsets count in the words of the run. */
export interface PunctuationOffer extends TypedOffer {
  readonly run: NodeKey;
}

export interface PunctuationOffers {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => PunctuationOffer | null;
  readonly accept: () => void;
  /** Watches what is typed until the answered function is called. */
  readonly start: (mode: () => TypedPunctuation) => () => void;
}

/**
 * Straight quotes typed in Chinese become Chinese ones, in pairs; other half-width signs right after Chinese are offered as
 * full-width (Tab takes the offer), or changed at once where the person wants that. Each is an undo step of its own.
 */
export function createPunctuationOffers(editor: LexicalEditor): PunctuationOffers {
  let current: PunctuationOffer | null = null;
  const listeners = new Set<() => void>();
  const set = (offer: PunctuationOffer | null): void => {
    if (offer === current) return;
    current = offer;
    showOffer(editor, offer);
    for (const listener of listeners) listener();
  };
  const accept = (): void => {
    const offer = current;
    if (offer === null) return;
    set(null);
    editor.update(() => $edit(offer.run, offer.edits), { tag: HISTORY_PUSH_TAG });
  };
  const start = (mode: () => TypedPunctuation): (() => void) => {
    const stop = mergeRegister(
      watchTyped(editor, ({ sign, run, text, offset }) => {
        const before = text.slice(0, offset - 1);
        const quote = typedQuote(before, sign, text.slice(offset));
        if (quote !== null) return () => $edit(run.getKey(), [{ start: offset - 1, end: offset, text: quote }]);
        const offer = mode() === 'off' ? null : offerFor(text, offset);
        if (offer === null) return null;
        if (mode() === 'automatic' && isSure(offer, text)) return () => $edit(run.getKey(), offer.edits);
        set({ run: run.getKey(), ...offer });
        return null;
      }),
      editor.registerUpdateListener(({ editorState }) => {
        if (current === null || editor.isComposing()) return;
        const offer = current;
        const kept = editorState.read(() => $kept(offer));
        if (kept?.sign === offer.sign) showOffer(editor, offer);
        else set(kept);
      }),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          if (current === null || event.shiftKey || event.isComposing || editor.isComposing()) return false;
          // In a table Tab goes to the next cell.
          const run = $getNodeByKey(current.run);
          if (run === null || $topBlock(run)?.getType() === 'table') return false;
          event.preventDefault();
          accept();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (current === null || event.isComposing || editor.isComposing()) return false;
          event.preventDefault();
          set(null);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
    return () => {
      stop();
      set(null);
    };
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
    accept,
    start,
  };
}

/** The offer as the words stand now, with the caret not far behind the sign. */
function $kept(offer: PunctuationOffer): PunctuationOffer | null {
  const caret = $caretRun();
  const kept = caret?.run.getKey() === offer.run ? keptOffer(offer, caret.text, caret.offset) : null;
  return kept && { ...kept, run: offer.run };
}

/** Makes the edits in the words of a run; the caret stays where it was among them. */
function $edit(key: NodeKey, edits: readonly TextEdit[]): void {
  const run = $getNodeByKey(key);
  if (!$isElementNode(run)) return;
  const caret = $caretRun();
  for (const edit of [...edits].reverse()) $rangeOf(run, edit.start, edit.end)?.insertText(edit.text);
  if (caret?.run.getKey() !== key) return;
  const offset = caret.offset + shiftOf(edits, caret.offset);
  const place = $rangeOf(run, offset, offset);
  if (place !== null) $setSelection(place);
}

function showOffer(editor: LexicalEditor, offer: PunctuationOffer | null): void {
  underline(offer === null ? [] : offerRanges(editor, offer));
}

/** Marks the signs of the one offer that can be taken. */
export function underline(signs: readonly Range[]): void {
  if (signs.length === 0) CSS.highlights.delete('gaoqian-offer');
  else CSS.highlights.set('gaoqian-offer', new Highlight(...signs));
}

/** The signs of an offer as ranges of the page's text. */
export function offerRanges(editor: LexicalEditor, offer: PunctuationOffer): Range[] {
  return editor.getEditorState().read(() => {
    const run = $getNodeByKey(offer.run);
    return run === null ? [] : offer.edits.flatMap((edit) => $domRangesOf(editor, run, edit.start, edit.end));
  });
}
