import { expect, test } from 'vitest';
import { renderTargets } from '#shared/document/render/registry.ts';
import { blockSchema, commentMarkSchema, inlineSchema, linkSchema } from '#shared/document/schema.ts';
import { walk } from '#shared/document/walk.ts';
import { everyNode } from '#tests/builders/every-node.ts';

/** The types that the schemas know, read from the schemas themselves. */
const types = new Set([
  ...[...blockSchema.options, ...inlineSchema.options].flatMap((option) =>
    'type' in option.shape ? [...option.shape.type.values] : [],
  ),
  'list-item',
  'table-row',
  'table-cell',
]);

test('every node type has a renderer for every target', () => {
  expect(types).toContain(linkSchema.shape.type.value);
  expect(types).toContain(commentMarkSchema.shape.type.value);
  for (const [target, rendered] of Object.entries(renderTargets)) {
    expect([...rendered].sort(), target).toEqual([...types].sort());
  }
});

test('the document of every node holds every node', () => {
  const found = new Set([...walk(everyNode)].map((node) => node.type));
  expect([...found].sort()).toEqual([...types].sort());
});
