import * as fc from 'fast-check';
import { mergeTexts } from '#shared/document/canonical.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type { BlockNode, InlineNode, LinkNode, ListItemNode, ListNode, TextNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';
import { blanksOf, makeBoilerplate } from '#shared/model/boilerplate.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { arbitraryTable } from './arbitrary-document.ts';

/**
 * Drafts of words as people write them: every block begins and every line ends with words, a caption does not end in a sign. What no
 * reader can tell apart does not come up: links of one address beside each other.
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

/** A break of the line, with what may stand before and behind it: the end of a sentence, the number of a part, another break. */
const lineBreaks = fc
  .tuple(fc.constantFrom('。', '”', '处'), fc.constantFrom(1, 1, 2), fc.constantFrom('一、', '（一）', '1.', '另'))
  .map(([before, times, behind]): InlineNode[] => [
    textOf(before, []),
    ...Array.from({ length: times }, (): InlineNode => ({ type: 'linebreak' })),
    textOf(behind, []),
  ]);

const inlines: fc.Arbitrary<InlineNode[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: text.map((node): InlineNode[] => [node]) },
      single(link),
      single(toConfirm),
      lineBreaks,
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.flat())
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

/** Short paragraphs that a reader could take for something else: a caption, a heading, a headline, a line of a portal or an official document. */
const shortLine = fc
  .record({
    align: fc.constantFrom(undefined, 'center' as const, 'right' as const),
    text: fc.constantFrom(
      textOf('现场', []),
      textOf('一、总体要求', ['bold']),
      textOf('来源：本网 发布时间：2026-11-28', []),
      textOf('上一篇：电梯安全检查', []),
      textOf('责任编辑：张三', []),
      textOf('附件：1.检查表', []),
      textOf('2.整改单', []),
      textOf('台建〔2026〕3号', []),
      textOf('市住建局文件', []),
    ),
  })
  .map(({ align, text }): BlockNode => ({ type: 'paragraph', ...(align ? { align } : {}), children: [text] }));

const boilerplate = fc
  .tuple(fc.constantFrom(...sampleProfile.boilerplates), fc.constantFrom('台山政府网', '0750-5524538', ''))
  .map(([template, value]): BlockNode =>
    makeBoilerplate(template, Object.fromEntries(blanksOf(template.template).map((name) => [name, value]))),
  );

const described = fc.oneof(
  fc.constantFrom('', '检查组在机房').map((alt) => ({ alt })),
  fc.constant({ alt: '', decorative: true }),
);

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
          children,
        })),
    },
    { weight: 2, arbitrary: shortLine },
    fc
      .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inlines)
      .map(([level, children]): BlockNode => ({ type: 'heading', level, children })),
    inlines.map((children): BlockNode => ({ type: 'quote', children })),
    fc.constant<BlockNode>({ type: 'horizontal-rule' }),
    boilerplate,
    fc
      .record({
        credit: fc.constantFrom('', '张三'),
        children: fc.constantFrom('', '待补的图').map((words) => mergeTexts([textOf(words, [])])),
      })
      .map((rest): BlockNode => ({ type: 'figure', asset: null, alt: '', ...rest })),
    { weight: 3, arbitrary: list },
    { weight: 2, arbitrary: table },
    fc
      .record({
        picture: described,
        others: fc.array(described, { maxLength: 2 }),
        credit: fc.constantFrom('', '张三'),
        children: inlines.filter((children) => !/[，、—&]$|amp$/u.test(inlineText(children))),
      })
      .map(({ picture, others, ...figure }): BlockNode => {
        const beside = others.map((other) => ({ asset, ...other }));
        return { type: 'figure', asset, ...picture, ...(beside.length > 0 ? { beside } : {}), ...figure };
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

function single(node: fc.Arbitrary<InlineNode>): fc.Arbitrary<InlineNode[]> {
  return node.map((one) => [one]);
}

function isSameLink(node: InlineNode, before: InlineNode | undefined): boolean {
  return node.type === 'link' && before?.type === 'link' && node.url === before.url;
}
