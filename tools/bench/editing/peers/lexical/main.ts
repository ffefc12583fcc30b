import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  DecoratorNode,
  HISTORY_MERGE_TAG,
  type LexicalNode,
} from 'lexical';
import { offerLoad } from '../peer-block.ts';

/** The least that shows a picture in Lexical. */
class PictureNode extends DecoratorNode<null> {
  __address: string;
  constructor(address: string, key?: string) {
    super(key);
    this.__address = address;
  }
  static override getType(): string {
    return 'picture';
  }
  static override clone(node: PictureNode): PictureNode {
    return new PictureNode(node.__address, node.__key);
  }
  override createDOM(): HTMLElement {
    const image = document.createElement('img');
    image.src = this.__address;
    return image;
  }
  override updateDOM(): boolean {
    return false;
  }
  override decorate(): null {
    return null;
  }
  override isInline(): boolean {
    return false;
  }
}

/** Lexical with rich text and history alone: what the sheet is measured against. */
const editor = createEditor({
  nodes: [PictureNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(document.getElementById('editor'));
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 1000);

offerLoad((blocks) => {
  editor.update(
    () => {
      const nodes = blocks.map((block): LexicalNode =>
        block.picture === undefined
          ? $createParagraphNode().append($createTextNode(block.text ?? ''))
          : new PictureNode(block.picture),
      );
      $getRoot()
        .clear()
        .append(...nodes);
    },
    { discrete: true, tag: HISTORY_MERGE_TAG },
  );
});
