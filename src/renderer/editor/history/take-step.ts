import type { LexicalEditor } from 'lexical';
import { $getRoot, HISTORIC_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import type { BlockSplice } from '#shared/document/block-splice.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { EditStep } from '#shared/model/edit-history.ts';
import { invertStep } from '#shared/model/edit-steps.ts';
import { $readBlocks } from '../serialize/read-document.ts';
import { carrySelection } from './carry-selection.ts';
import { $spliceBlocks } from './splice-blocks.ts';
import { $readSelection, $restoreSelection } from './stored-selection.ts';
import { updateExactly } from './update-exactly.ts';
import { bringIntoSight } from '../extensions/into-sight.ts';

interface Outcome {
  /** It was done; with the step as it was carried out (undo carries out the inverse). */
  readonly onTaken: (done: EditStep) => void;
  /** The document holds other blocks than the step expects; nothing was done. */
  readonly onMisfit: () => void;
}

/** Carries a step out, or its inverse, and shows the place. Safe inside an update. */
export function takeStep(editor: LexicalEditor, step: EditStep, direction: 'undo' | 'redo', outcome: Outcome): void {
  const done = direction === 'undo' ? invertStep(step) : step;
  const { splices, selectionAfter } = done;
  if (splices.length === 0) {
    outcome.onTaken(done);
    return;
  }
  let fits = false;
  updateExactly(
    editor,
    () => {
      fits = $fits(splices);
      if (!fits) return;
      const selection = $readSelection();
      $spliceBlocks(splices);
      if (selectionAfter !== null) $restoreSelection(selectionAfter);
      else if (selection !== null) $restoreSelection(carrySelection(selection, splices));
    },
    {
      tag: selectionAfter === null ? [HISTORIC_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG] : [HISTORIC_TAG],
      onUpdate: () => {
        if (!fits) {
          outcome.onMisfit();
          return;
        }
        if (selectionAfter !== null) editor.getRootElement()?.focus({ preventScroll: true });
        else revealBlock(editor, splices[0]);
        outcome.onTaken(done);
      },
    },
  );
}

/** Whether the blocks that the splices take away are those that stand there. */
function $fits(splices: readonly BlockSplice[]): boolean {
  const nodes = $getRoot().getChildren();
  return splices.every(
    ({ at, removed }) =>
      at + removed.length <= nodes.length &&
      canonicalJson($readBlocks(nodes.slice(at, at + removed.length), null)) === canonicalJson(removed),
  );
}

/** What changed beside the caret is brought into view. */
function revealBlock(editor: LexicalEditor, splice: BlockSplice | undefined): void {
  if (!splice) return;
  const key = editor.read('latest', () => $getRoot().getChildAtIndex(splice.at)?.getKey());
  if (key !== undefined) bringIntoSight(editor.getElementByKey(key));
}
