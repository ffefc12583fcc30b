import type { LexicalEditor, NodeKey } from 'lexical';
import {
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import type { CaptionMarks } from '#shared/document/caption-text.ts';
import { arrivalTag } from '../history/rename-asset.ts';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import type { TidiedCaption } from './caption-moves.ts';
import { $captionedBy, $figureBefore, $moveIntoCaption, $tidyCaption, beginsWithMark } from './caption-moves.ts';
import type { Hint, Hints } from './hints.ts';

export interface CaptionReadingOptions {
  readonly marks: () => CaptionMarks;
  readonly hints: Hints;
}

/** The words that hold the caret: a caption, or the paragraph right behind a figure. */
interface CaretPlace {
  readonly key: NodeKey;
  readonly kind: 'caption' | 'paragraph';
  readonly text: string;
}

/**
 * Reads what was typed or pasted in a caption when the caret leaves it: ▲, 图1 and （摄影：张三） go where they belong, in
 * one undo step of their own with a hint. A ▲ typed before a paragraph behind a figure without words takes the paragraph
 * into the caption; a line there that looks like a caption is offered. Nothing is read twice, so that an undo holds, and
 * nothing during a composition.
 */
export function registerCaptionReading(editor: LexicalEditor, { marks, hints }: CaptionReadingOptions): () => void {
  const written = new Map<NodeKey, CaretPlace['kind']>();
  let last: CaretPlace | null = null;

  const tidy = (key: NodeKey, tags: readonly string[]): void => {
    let tidied: TidiedCaption | null = null;
    editor.update(
      () => {
        tidied = $tidyCaption(key, marks());
      },
      { discrete: true, tag: [HISTORY_PUSH_TAG, ...tags] },
    );
    if (tidied !== null) hints.show(tidiedHint(tidied, hints));
  };
  const offer = (key: NodeKey): void => {
    const isCaption = (): boolean => editor.read('latest', () => $captionedBy(key, marks()) !== null);
    if (!isCaption()) return;
    const run = (): void =>
      editor.update(() => void $moveIntoCaption(key, marks(), 'end'), { discrete: true, tag: HISTORY_PUSH_TAG });
    hints.show({ tone: 'info', text: 'captionOffer', acts: [{ label: 'captionMoveNow', run }], holds: isCaption });
  };
  const takeMarked = (key: NodeKey): void => {
    let isTaken = false;
    editor.update(
      () => {
        isTaken = $moveIntoCaption(key, marks(), 'start');
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    if (isTaken) hints.show({ tone: 'info', text: 'captionMoved', acts: [hints.undo] });
  };
  /** After the update that is being told of: an update inside a listener would become part of it. */
  const later = (act: () => void): void =>
    queueMicrotask(() => {
      if (editor.isEditable() && !editor.isComposing()) act();
    });

  return mergeRegister(
    editor.registerUpdateListener(({ editorState, dirtyElements, tags }) => {
      if (editor.isComposing()) return;
      const place = editorState.read($caretPlace, { editor });
      const before = last;
      last = place;
      if (tags.has(HISTORIC_TAG)) {
        // A picture that arrives takes nothing back: the words under it were written all the same.
        if (!tags.has(arrivalTag)) written.clear();
        return;
      }
      const isWritten = place !== null && dirtyElements.has(place.key) && before?.key === place.key;
      if (isWritten && place.text !== before.text) {
        written.set(place.key, place.kind);
        const isMarked = place.kind === 'paragraph' && beginsWithMark(place.text, marks());
        if (isMarked && !beginsWithMark(before.text, marks())) {
          written.delete(place.key);
          later(() => takeMarked(place.key));
        } else if (tags.has(PASTE_TAG) && place.kind === 'caption') {
          written.delete(place.key);
          later(() => tidy(place.key, []));
        }
      }
      for (const [key, kind] of written) {
        if (key === place?.key) continue;
        written.delete(key);
        later(() => (kind === 'caption' ? tidy(key, []) : offer(key)));
      }
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        for (const [key, kind] of written) {
          written.delete(key);
          if (kind === 'caption') later(() => tidy(key, [SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG]));
          else later(() => offer(key));
        }
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $caretPlace(): CaretPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const block = $findMatchingParent(node, (parent) => $isCaptionNode(parent) || $isParagraphNode(parent));
  if (block === null) return null;
  if ($isCaptionNode(block)) return { key: block.getKey(), kind: 'caption', text: block.getTextContent() };
  return $figureBefore(block) !== null
    ? { key: block.getKey(), kind: 'paragraph', text: block.getTextContent() }
    : null;
}

function tidiedHint({ lead, credit }: TidiedCaption, hints: Hints): Hint {
  const text = credit === '' ? 'captionTidied' : lead === '' ? 'captionCredited' : 'captionTidiedCredited';
  return { tone: 'info', text, params: { lead, credit }, acts: [hints.undo] };
}
