import type { LexicalNode, RangeSelection } from 'lexical';
import { $create, $createParagraphNode, ElementNode } from 'lexical';

/** The words under a picture; the only child of a `FigureNode`. Holds inline nodes only. Its ▲ is drawn by the sheet. */
export class CaptionNode extends ElementNode {
  override $config() {
    return this.config('caption', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const caption = document.createElement('figcaption');
    caption.className = 'gq-caption';
    return caption;
  }

  override updateDOM(): boolean {
    return false;
  }

  /** Enter leaves the caption; the words after the caret stay where they are. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ElementNode {
    const paragraph = $createParagraphNode();
    this.getParentOrThrow().insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace at the start never turns the caption into something else. */
  override collapseAtStart(): boolean {
    return true;
  }

  override canIndent(): boolean {
    return false;
  }

  override canReplaceWith(): boolean {
    return false;
  }

  override canMergeWhenEmpty(): boolean {
    return false;
  }
}

export function $createCaptionNode(): CaptionNode {
  return $create(CaptionNode);
}

export function $isCaptionNode(node: LexicalNode | null | undefined): node is CaptionNode {
  return node instanceof CaptionNode;
}
