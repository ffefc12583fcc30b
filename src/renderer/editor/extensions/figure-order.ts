import type { EditorState, LexicalEditor, NodeKey } from 'lexical';
import { $getNodeByKey, $getRoot, HISTORIC_TAG } from 'lexical';
import type { OrderedBlock } from '#shared/document/figure-order.ts';
import { orderDoubts } from '#shared/document/figure-order.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $captionOf, $enterBlock } from './block-units.ts';
import { quotedWords, type Hints } from './hints.ts';
import { bringIntoSight } from './into-sight.ts';

/**
 * Warns when figures, or the pictures of one, changed their order by whatever act, and words that say where a picture
 * stands (上图, 左二, 图2) may be wrong now. Moves that follow one another are judged together.
 */
export function watchFigureOrder(editor: LexicalEditor, hints: Hints): () => void {
  let base: readonly OrderedBlock[] | null = null;
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
    if (editor.isComposing() || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    const isOrder = !tags.has(HISTORIC_TAG) && isReordered(prevEditorState, editorState, dirtyElements);
    if (!isOrder) {
      base = null;
      return;
    }
    base ??= prevEditorState.read($orderedBlocks);
    const doubts = orderDoubts(base, editorState.read($orderedBlocks));
    const [first] = doubts;
    if (first === undefined) return;
    const places = quotedWords(doubts.flatMap(({ words }) => words));
    const show = (): void => editor.update(() => $reveal(first.id), { onUpdate: () => scrollTo(editor, first.id) });
    // After the hints' own listener, which takes the last one away.
    queueMicrotask(() =>
      hints.show({
        tone: 'warning',
        text: 'orderDoubt',
        params: { places },
        acts: [{ label: 'orderShow', run: show }, hints.undo],
      }),
    );
  });
}

/** Whether blocks that stand in both states follow one another otherwise, or the pictures of a figure do. Cheap at a key in words. */
function isReordered(before: EditorState, after: EditorState, dirty: ReadonlyMap<NodeKey, boolean>): boolean {
  const figures = after.read(() =>
    [...dirty].flatMap(([key, isMeant]) => {
      const node = isMeant ? $getNodeByKey(key) : null;
      return $isFigureNode(node) ? [[key, rowOf(node.getPictures())] as const] : [];
    }),
  );
  if (figures.length === 0) return false;
  const isRow = before.read(() =>
    figures.some(([key, row]) => {
      const node = $getNodeByKey(key);
      return $isFigureNode(node) && rowOf(node.getPictures()) !== row;
    }),
  );
  if (isRow) return true;
  const places = new Map(before.read(() => $getRoot().getChildrenKeys()).map((key, at) => [key, at]));
  const order = after.read(() => $getRoot().getChildrenKeys()).flatMap((key) => places.get(key) ?? []);
  return order.some((at, index) => index > 0 && at < (order[index - 1] ?? 0));
}

function rowOf(pictures: readonly { readonly asset: string | null }[]): string {
  return pictures.map(({ asset }) => asset ?? '').join();
}

function $orderedBlocks(): readonly OrderedBlock[] {
  return $getRoot()
    .getChildren()
    .map((block) => {
      const id = block.getKey();
      if (!$isFigureNode(block)) return { id, text: block.getTextContent() };
      const text = $captionOf(block)?.getTextContent() ?? '';
      // One that waits is told apart by its place alone.
      return { id, text, pictures: block.getPictures().map(({ asset }, at) => asset ?? `waiting ${String(at)}`) };
    });
}

function $reveal(key: NodeKey): void {
  const block = $getNodeByKey(key);
  const goal = $isFigureNode(block) ? $captionOf(block) : block;
  if (goal !== null) $enterBlock(goal, 'start');
}

function scrollTo(editor: LexicalEditor, key: NodeKey): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  bringIntoSight(editor.getElementByKey(key), 'center');
}
