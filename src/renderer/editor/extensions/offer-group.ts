import type { LexicalEditor, NodeKey, UpdateTag } from 'lexical';
import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { Asset } from '#shared/model/asset.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode, mostPictures } from '../nodes/FigureNode.ts';
import { $groupFigures } from './figure-acts.ts';
import type { Hints } from './hints.ts';
import { $figuresOf, $insertUnits } from './insert-blocks.ts';

/** Puts pictures at the selection, one figure each, in one undo step. */
export function insertAssets(editor: LexicalEditor, assets: readonly Asset[], hints: Hints, tag: UpdateTag): void {
  if (assets.length === 0) return;
  let first: NodeKey | undefined;
  editor.update(
    () => {
      const figures = $figuresOf(assets);
      first = figures[0]?.getKey();
      $insertUnits(figures);
    },
    { discrete: true, tag },
  );
  if (first !== undefined) offerGroup(editor, hints, first, assets.length);
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
