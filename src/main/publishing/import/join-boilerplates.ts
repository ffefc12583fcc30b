import type { InlineNode } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import type { BoilerplateTemplate } from '#shared/model/boilerplate.ts';
import { matchBoilerplate } from './boilerplate-match.ts';
import type { PageBlock } from './page-block.ts';

/** Makes one paragraph of the lines of a boilerplate that our documents set below each other, where the profile has one of these lines. */
export function joinBoilerplates(
  blocks: readonly PageBlock[],
  templates: readonly BoilerplateTemplate[],
): readonly PageBlock[] {
  const joined: PageBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const whole = templates.flatMap((template) => wholeFrom(blocks, at, template) ?? [])[0];
    const block = whole?.block ?? blocks[at];
    if (block) joined.push(block);
    at += whole?.lines ?? 1;
  }
  return joined;
}

function wholeFrom(
  blocks: readonly PageBlock[],
  at: number,
  template: BoilerplateTemplate,
): { readonly block: PageBlock; readonly lines: number } | undefined {
  const lines = template.template.split('\n').length;
  const parts = blocks.slice(at, at + lines);
  if (lines < 2 || parts.some(({ as }) => as !== 'boilerplate')) return undefined;
  const children = parts.flatMap(({ node }, index): readonly InlineNode[] =>
    node.type !== 'paragraph' ? [] : index === 0 ? node.children : [{ type: 'linebreak' }, ...node.children],
  );
  const node = { type: 'paragraph' as const, children };
  if (!matchBoilerplate(blockText(node), [template])) return undefined;
  return { block: { node, as: 'boilerplate', source: parts.map(({ source }) => source).join('\n') }, lines };
}
