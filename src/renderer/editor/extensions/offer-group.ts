import type { LexicalEditor, NodeKey } from 'lexical';
import { $getNodeByKey, $onUpdate, HISTORY_PUSH_TAG } from 'lexical';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode, mostPictures } from '../nodes/FigureNode.ts';
import { $groupFigures } from './figure-acts.ts';
import type { Hints } from './hints.ts';
import { $figuresOf, $insertUnits } from './insert-blocks.ts';

/** Puts pictures at the selection, one figure each. Run it in an update. */
export function $insertPictures(editor: LexicalEditor, assets: readonly string[], hints: Hints): void {
  if (assets.length === 0) return;
  const figures = $figuresOf(assets);
  $insertUnits(figures);
  const first = figures[0]?.getKey();
  if (first !== undefined) $onUpdate(() => offerGroup(editor, hints, first, assets.length));
}

/** After two or three pictures came in at once: offers to set them side by side. `first` is the figure of the first. */
export function offerGroup(editor: LexicalEditor, hints: Hints, first: NodeKey, count: number): void {
  if (count < 2 || count > mostPictures) return;
  hints.show({
    tone: 'info',
    text: 'groupOffer',
    params: { count },
    acts: [
      {
        label: 'groupNow',
        run: () => editor.update(() => $groupFigures($figuresFrom(first, count)), { tag: HISTORY_PUSH_TAG }),
      },
    ],
  });
}

function $figuresFrom(first: NodeKey, count: number): readonly FigureNode[] {
  const figure = $getNodeByKey(first);
  if (!$isFigureNode(figure)) return [];
  return [figure, ...figure.getNextSiblings().slice(0, count - 1)].filter($isFigureNode);
}
