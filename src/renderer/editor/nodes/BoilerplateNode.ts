import type { LexicalNode } from 'lexical';
import { $create, DecoratorNode } from 'lexical';

/** The stored fields of a boilerplate, by the shared document's names. */
export interface BoilerplateFields {
  readonly id: string;
  readonly version: number;
  /** The blanks by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The text as resolved when it was inserted or last filled. */
  readonly text: string;
}

const emptyFields: BoilerplateFields = { id: '-', version: 1, values: {}, text: '' };

/** House-style text: locked but for its blanks. Drawn by `node-views/BoilerplateView.tsx`. */
export class BoilerplateNode extends DecoratorNode<null> {
  /** @internal */
  __fields: BoilerplateFields = emptyFields;

  override $config() {
    return this.config('boilerplate', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__fields = previous.__fields;
  }

  getFields(): BoilerplateFields {
    return this.getLatest().__fields;
  }

  setFields(fields: BoilerplateFields): this {
    const writable = this.getWritable();
    writable.__fields = fields;
    return writable;
  }

  override getTextContent(): string {
    return this.getFields().text;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'gq-boilerplate';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): boolean {
    return false;
  }

  /** The views draw by portals of their own, so that nodes need no React. */
  override decorate(): null {
    return null;
  }
}

export function $createBoilerplateNode(fields: BoilerplateFields): BoilerplateNode {
  const node = $create(BoilerplateNode);
  node.__fields = fields;
  return node;
}

export function $isBoilerplateNode(node: LexicalNode | null | undefined): node is BoilerplateNode {
  return node instanceof BoilerplateNode;
}
