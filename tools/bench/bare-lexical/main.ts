import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  DecoratorNode,
  type LexicalNode,
} from 'lexical';

/** A block of the compared document: words, or a picture's address. */
interface BareBlock {
  readonly text?: string;
  readonly picture?: string;
}

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
async function start(): Promise<void> {
  const root = document.getElementById('editor');
  if (!root) throw new Error('no root');
  const editor = createEditor({
    nodes: [PictureNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  const blocks = (await (await fetch('/document.json')).json()) as readonly BareBlock[];
  editor.update(
    () => {
      const nodes = blocks.map((block): LexicalNode =>
        block.picture
          ? new PictureNode(block.picture)
          : $createParagraphNode().append($createTextNode(block.text ?? '')),
      );
      $getRoot()
        .clear()
        .append(...nodes);
    },
    { discrete: true },
  );
  document.documentElement.dataset['ready'] = 'true';
}

void start();
