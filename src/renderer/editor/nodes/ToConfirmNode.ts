import type { EditorConfig, LexicalNode } from 'lexical';
import { $applyNodeReplacement, TextNode } from 'lexical';
import { toConfirmText } from '#shared/document/walk.ts';

const mark = toConfirmText('');

/**
 * 【待核】 and the words that wait to be verified, as one token: the caret steps over it, Backspace takes it whole.
 * The text of the node is what readers see, mark included, so that offsets agree with the shared `blockText`.
 */
export class ToConfirmNode extends TextNode {
  override $config() {
    return this.config('to-confirm', { extends: TextNode });
  }

  /** The words without the mark. */
  getWords(): string {
    const text = this.getTextContent();
    return text.startsWith(mark) ? text.slice(mark.length) : text;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add('gq-to-confirm');
    return element;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): boolean {
    return true;
  }
}

export function $createToConfirmNode(words: string): ToConfirmNode {
  return $applyNodeReplacement(new ToConfirmNode(toConfirmText(words)).setMode('token'));
}

export function $isToConfirmNode(node: LexicalNode | null | undefined): node is ToConfirmNode {
  return node instanceof ToConfirmNode;
}
