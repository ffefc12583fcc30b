import type { EditorConfig, ElementDOMSlot, LexicalNode } from 'lexical';
import { $create, ElementNode, setDOMUnmanaged, stopLexicalPropagation } from 'lexical';

export interface PictureAttributes {
  /** SHA-256 of the original picture; null while the figure waits for one. */
  readonly asset: string | null;
  readonly alt: string;
  readonly decorative: boolean;
}

/** What a figure stores beside its caption; the shared document's fields by the same names. */
export interface FigureAttributes extends PictureAttributes {
  /** The further pictures of a group, from left to right: at most two. */
  readonly beside: readonly PictureAttributes[];
  readonly captionHidden: boolean;
  readonly credit: string;
}

const emptyAttributes: FigureAttributes = {
  asset: null,
  alt: '',
  decorative: false,
  beside: [],
  captionHidden: false,
  credit: '',
};

/** Events inside the picture and the credit belong to their views, not to the text around them. */
const viewEvents = [
  'keydown',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'click',
  'pointerdown',
  'dragstart',
] as const;

/** An island in the text that a view draws into: not editable, unknown to Lexical's mutation observer. */
function createIsland(className: string): HTMLElement {
  const island = document.createElement('div');
  island.className = className;
  island.contentEditable = 'false';
  setDOMUnmanaged(island, { captureSelection: true });
  for (const name of viewEvents) island.addEventListener(name, stopLexicalPropagation);
  return island;
}

/**
 * A picture with its caption, one block of the document. The picture and the credit are parts of the figure's own DOM
 * (drawn by `node-views/FigureView.tsx`), so no caret can stand beside them; the one child is a `CaptionNode`.
 * A shadow root: deletions from neighbouring blocks stop at its edge.
 */
export class FigureNode extends ElementNode {
  /** @internal */
  __attributes: FigureAttributes = emptyAttributes;

  override $config() {
    return this.config('figure', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__attributes = previous.__attributes;
  }

  getAttributes(): FigureAttributes {
    return this.getLatest().__attributes;
  }

  /** What is left out stays. */
  setAttributes(change: Partial<FigureAttributes>): this {
    const writable = this.getWritable();
    writable.__attributes = { ...writable.__attributes, ...change };
    return writable;
  }

  /** One picture, or the two or three of a group from left to right. */
  getPictures(): readonly PictureAttributes[] {
    const { asset, alt, decorative, beside } = this.getAttributes();
    return [{ asset, alt, decorative }, ...beside];
  }

  /** At least one and at most three. */
  setPictures([first, ...beside]: readonly PictureAttributes[]): this {
    return first === undefined ? this : this.setAttributes({ ...first, beside });
  }

  /** Changes one picture; what is left out stays. */
  setPicture(index: number, change: Partial<PictureAttributes>): this {
    return this.setPictures(
      this.getPictures().map((picture, at) => (at === index ? { ...picture, ...change } : picture)),
    );
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const figure = document.createElement('figure');
    figure.className = 'gq-figure';
    const line = document.createElement('div');
    line.className = 'gq-figure-line';
    const caption = document.createElement('div');
    caption.className = 'gq-figure-caption-place';
    line.append(caption, createIsland('gq-figure-credit'));
    figure.append(createIsland('gq-figure-picture'), line);
    return figure;
  }

  override updateDOM(): boolean {
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    const place = element.querySelector('.gq-figure-caption-place');
    return super.getDOMSlot(element).withElement(place instanceof HTMLElement ? place : element);
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  override canReplaceWith(): boolean {
    return false;
  }
}

/** More pictures side by side would be too small to see. */
export const mostPictures = 3;

/** A figure without its caption; append one before it goes into the tree. */
export function $createFigureNode(attributes: Partial<FigureAttributes>): FigureNode {
  const figure = $create(FigureNode);
  figure.__attributes = { ...emptyAttributes, ...attributes };
  return figure;
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
