import type { LexicalNode } from 'lexical';
import { $create, DecoratorNode } from 'lexical';

/**
 * Where a paste will go that is still being read. It stands in the line and moves with the words around it; it is no
 * content: it has no text, is never stored and no step of the history knows it.
 */
export class PastePlaceNode extends DecoratorNode<null> {
  /** @internal */
  __label = '';

  override $config() {
    return this.config('paste-place', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__label = previous.__label;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'gq-paste-place';
    element.contentEditable = 'false';
    element.setAttribute('role', 'status');
    element.textContent = this.__label;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override getTextContent(): string {
    return '';
  }

  override isKeyboardSelectable(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

/** @param label what people read there meanwhile */
export function $createPastePlaceNode(label: string): PastePlaceNode {
  const node = $create(PastePlaceNode);
  node.__label = label;
  return node;
}

export function $isPastePlaceNode(node: LexicalNode | null | undefined): node is PastePlaceNode {
  return node instanceof PastePlaceNode;
}
