import type { DocumentNode } from '../schema.ts';

export type NodeType = DocumentNode['type'];

/** One renderer for each node type: the type checker refuses a target that forgets one. */
export type NodeRenderers<Context> = {
  readonly [Type in NodeType]: (node: Extract<DocumentNode, { type: Type }>, context: Context) => string;
};

/** Renders one node by its type's renderer. */
export function renderNode<Context>(renderers: NodeRenderers<Context>, node: DocumentNode, context: Context): string {
  // The table pairs each type with its own renderer; the checker cannot follow that pairing through an index.
  const render = renderers[node.type] as (node: DocumentNode, context: Context) => string;
  return render(node, context);
}

export function renderNodes<Context>(
  renderers: NodeRenderers<Context>,
  nodes: readonly DocumentNode[],
  context: Context,
): string {
  return nodes.map((node) => renderNode(renderers, node, context)).join('');
}
