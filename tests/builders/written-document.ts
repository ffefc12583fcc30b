import * as fc from 'fast-check';
import { mergeTexts } from '#shared/document/canonical.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type { BlockNode, InlineNode, LinkNode, ListItemNode, ListNode, TextNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import { arbitraryTable } from './arbitrary-document.ts';

/**
 * Drafts of words as people write them: every block begins with words, a paragraph ends its sentence, a caption does not
 * end in a sign. What no reader can tell apart does not come up: links of one address beside each other.
 */
const words = fc
  .array(
    fc.constantFrom(
      '市住建局',
      '检查组',
      '，',
      '（试行）',
      '“义”',
      '36台',
      '①',
      '—',
      '〔2026〕3号',
      '<b>',
      '&amp',
      '𠮷',
      'a b',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(''));

const looks = [[], [], ['bold'], ['italic'], ['bold', 'italic'], ['subscript'], ['bold', 'superscript']] as const;
const text: fc.Arbitrary<TextNode> = fc
  .tuple(words, fc.constantFrom(...looks, ['underline'] as const, ['italic', 'underline'] as const))
  .map(([words, formats]) => textOf(words, formats));
const link: fc.Arbitrary<LinkNode> = fc.record({
  type: fc.constant('link' as const),
  url: fc.constantFrom('https://www.gov.cn/', 'mailto:a@b.cn'),
  children: fc.array(text, { minLength: 1, maxLength: 2 }).map((nodes) => mergeTexts(nodes)),
});
const toConfirm = fc.constantFrom('', '张三的职务').map((text): InlineNode => ({ type: 'to-confirm', text }));

const inlines: fc.Arbitrary<InlineNode[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: text }, link, toConfirm), { maxLength: 4 })
  .map((nodes) => nodes.filter((node, at) => !isSameLink(node, nodes[at - 1])))
  .map((nodes) => mergeTexts([textOf('正文', []), ...nodes]));

const { list } = fc.letrec<{ list: ListNode; item: ListItemNode }>((tie) => ({
  list: fc
    .record({
      ordered: fc.boolean(),
      start: fc.constantFrom(undefined, undefined, 3, 7),
      children: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    })
    .map(({ start, ...rest }): ListNode => ({
      type: 'list',
      ...rest,
      ...(rest.ordered && start !== undefined ? { start } : {}),
    })),
  item: fc
    .record({ children: inlines, nested: fc.option(tie('list'), { nil: undefined, maxDepth: 2 }) })
    .map(({ children, nested }): ListItemNode => ({ type: 'list-item', children, ...(nested ? { nested } : {}) })),
}));

const table = fc
  .tuple(arbitraryTable, fc.array(inlines, { minLength: 16, maxLength: 16 }))
  .map(([table, runs]): BlockNode => {
    const rest = [...runs];
    return mapRuns(table, () => rest.pop() ?? []);
  });

/** Blocks of one picture, as in a Word document that is read back. */
export function writtenBlocks(asset: string): fc.Arbitrary<BlockNode[]> {
  const block = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(undefined, undefined, 'center' as const, 'right' as const), inlines)
        .map(([align, children]): BlockNode => ({
          type: 'paragraph',
          ...(align ? { align } : {}),
          children: mergeTexts([...children, textOf('。', [])]),
        })),
    },
    fc
      .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inlines)
      .map(([level, children]): BlockNode => ({ type: 'heading', level, children })),
    inlines.map((children): BlockNode => ({ type: 'quote', children })),
    fc.constant<BlockNode>({ type: 'horizontal-rule' }),
    { weight: 3, arbitrary: list },
    { weight: 2, arbitrary: table },
    fc
      .record({
        alt: fc.constantFrom('', '检查组在机房'),
        others: fc.array(fc.constantFrom('', '整改后'), { maxLength: 2 }),
        credit: fc.constantFrom('', '张三'),
        children: inlines.filter((children) => !/[，—&]$|amp$/u.test(inlineText(children))),
      })
      .map(({ others, ...figure }): BlockNode => {
        const beside = others.map((alt) => ({ asset, alt }));
        return { type: 'figure', asset, ...(beside.length > 0 ? { beside } : {}), ...figure };
      }),
  );
  return fc.array(block, { minLength: 1, maxLength: 6 });
}

function textOf(
  text: string,
  formats: readonly ('bold' | 'italic' | 'subscript' | 'superscript' | 'underline')[],
): TextNode {
  return formats.length > 0 ? { type: 'text', text, formats: [...formats] } : { type: 'text', text };
}

function isSameLink(node: InlineNode, before: InlineNode | undefined): boolean {
  return node.type === 'link' && before?.type === 'link' && node.url === before.url;
}
