import type { LexicalEditor } from 'lexical';
import { $getRoot, HISTORIC_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import type { SheetHistory } from './sheet-history.ts';
import { updateExactly } from './update-exactly.ts';
import { whenSettled } from './when-settled.ts';

/** Marks the update by which a picture that was on its way gets its name: nobody did anything to the document. */
export const arrivalTag = 'gaoqian-arrival';

/** Gives a picture its real name, on the sheet and in the history of it. Waits for the end of a composition. */
export function renameAsset(editor: LexicalEditor, history: SheetHistory, from: string, to: string): void {
  whenSettled(editor, () => {
    history.renameAsset(from, to);
    updateExactly(
      editor,
      () => {
        for (const figure of $getRoot().getChildren().filter($isFigureNode)) {
          figure.getPictures().forEach(({ asset }, index) => {
            if (asset === from) figure.setPicture(index, { asset: to });
          });
        }
      },
      { tag: [HISTORIC_TAG, arrivalTag, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG] },
    );
  });
}
