import type { LexicalEditor, LexicalNode } from 'lexical';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  RootNode,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { BoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $createCaptionNode, $isCaptionNode, CaptionNode } from '../nodes/CaptionNode.ts';
import { $isFigureNode, FigureNode } from '../nodes/FigureNode.ts';
import { $topBlock } from '../nodes/top-block.ts';

/**
 * Keeps the shape of the document: a figure holds exactly one caption, a caption holds inline nodes and stands in a
 * figure, figures and boilerplates stand at the top. Whatever strays is moved, never dropped. Nothing is moved during
 * a composition; its end marks the nodes again.
 */
export function registerFigureStructure(editor: LexicalEditor): () => void {
  const unlessComposing =
    <Node extends LexicalNode>($transform: (node: Node) => void) =>
    (node: Node): void => {
      if (!editor.isComposing()) $transform(node);
    };
  return mergeRegister(
    editor.registerNodeTransform(FigureNode, unlessComposing($keepOneCaption)),
    editor.registerNodeTransform(CaptionNode, unlessComposing($keepCaption)),
    editor.registerNodeTransform(BoilerplateNode, unlessComposing($liftToTop)),
    editor.registerNodeTransform(RootNode, unlessComposing($keepOneBlock)),
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        if (!editor.isComposing()) $leaveFigureEdge();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $keepOneCaption(figure: FigureNode): void {
  $liftToTop(figure);
  const children = figure.getChildren();
  const captions = children.filter($isCaptionNode);
  const strays = children.filter((child) => !$isCaptionNode(child));
  const [first, ...more] = captions;
  if (first !== undefined && more.length === 0 && strays.length === 0) return;
  const caption = first ?? $createCaptionNode();
  for (const stray of [...more, ...strays]) {
    const words = $isElementNode(stray) && !stray.isInline() ? stray.getChildren() : [stray];
    if (words.length > 0 && !caption.isEmpty()) {
      caption.append($createLineBreakNode());
    }
    caption.append(...words);
    if (!words.includes(stray)) stray.remove();
  }
  if (first === undefined) figure.append(caption);
}

function $keepCaption(caption: CaptionNode): void {
  if (!$isFigureNode(caption.getParent())) {
    caption.replace($createParagraphNode(), true);
    return;
  }
  for (const child of caption.getChildren()) {
    const isBlock = ($isElementNode(child) || $isDecoratorNode(child)) && !child.isInline();
    if (!isBlock) continue;
    if ($isElementNode(child)) {
      for (const grandchild of child.getChildren()) child.insertBefore(grandchild);
      child.remove();
    } else {
      caption.getParentOrThrow().insertAfter(child);
    }
  }
}

/** A block that got into another one goes after it. */
export function $liftToTop(node: LexicalNode): void {
  const top = $topBlock(node);
  if (top !== null && !top.is(node)) top.insertAfter(node);
}

/** A document without blocks has no place for a caret. */
function $keepOneBlock(root: RootNode): void {
  if (root.isEmpty()) root.append($createParagraphNode());
}

/** A caret beside the picture stands in no words: it goes into the caption. */
function $leaveFigureEdge(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const node = selection.anchor.getNode();
  if (!$isFigureNode(node)) return;
  const caption = node.getChildren().find($isCaptionNode);
  caption?.selectStart();
}

/** The figure at a place among the document's blocks. */
export function $figureAt(block: number): FigureNode | null {
  const node = $getRoot().getChildAtIndex(block);
  return $isFigureNode(node) ? node : null;
}
