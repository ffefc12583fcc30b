import * as fc from 'fast-check';
import { mergeTexts } from '#shared/document/canonical.ts';
import { mapRuns } from '#shared/document/runs.ts';
import type {
  BlockNode,
  CommentMarkNode,
  Document,
  FigurePicture,
  InlineNode,
  LinkNode,
  ListItemNode,
  ListNode,
  TableNode,
  TextNode,
} from '#shared/document/schema.ts';
import { tableGrid } from '#shared/document/table-grid.ts';
import { textFormats } from '#shared/document/schema.ts';
import { emptyTable, mergeCells, toggleHeaderColumn, toggleHeaderRow } from '#shared/document/table-edit.ts';

/**
 * Documents in the stored form: any nesting the schema allows, texts merged, formats sorted, defaults left out.
 * Words are a mix of Han, Latin, full-width signs, astral characters and what breaks naive code.
 */
const words = fc
  .array(
    fc.constantFrom(
      '住建局',
      '核酸',
      '，',
      '。',
      '“义”',
      'pcr',
      ' ',
      '2022',
      '𠮷',
      '👨‍👩‍👧',
      '▲',
      '【待核】',
      '\u200b',
      '<b>',
      '&amp;',
      '　',
      '\t',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const text: fc.Arbitrary<TextNode> = fc
  .record({ text: words, formats: fc.uniqueArray(fc.constantFrom(...textFormats), { maxLength: 3 }) })
  .map(({ text, formats }) =>
    formats.length > 0 ? { type: 'text', text, formats: formats.sort() } : { type: 'text', text },
  );
const lineBreak = fc.constant<InlineNode & { type: 'linebreak' }>({ type: 'linebreak' });
const toConfirm = fc
  .oneof(fc.constant(''), words)
  .map((text): InlineNode & { type: 'to-confirm' } => ({ type: 'to-confirm', text }));

const ofLeaves = fc.array(fc.oneof({ weight: 4, arbitrary: text }, lineBreak, toConfirm), { maxLength: 4 });
const link: fc.Arbitrary<LinkNode> = fc.record({
  type: fc.constant('link' as const),
  url: fc.constantFrom('https://www.gov.cn/', 'mailto:a@b.cn', 'tel:0750-5524538', 'http://例子.cn/a?b=c'),
  children: ofLeaves.map((nodes) => mergeTexts(nodes)),
});

const id = fc.uuid({ version: 7 });
const commentMark: fc.Arbitrary<CommentMarkNode> = fc.record({
  type: fc.constant('comment-mark' as const),
  ids: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
  children: fc
    .array(fc.oneof({ weight: 4, arbitrary: text }, lineBreak, toConfirm, link), { maxLength: 4 })
    .map((nodes) => mergeTexts(nodes)),
});

const arbitraryInlines: fc.Arbitrary<InlineNode[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: text }, lineBreak, toConfirm, link, commentMark), { maxLength: 6 })
  .map((nodes) => mergeTexts(nodes));

const { list } = fc.letrec<{ list: ListNode; item: ListItemNode }>((tie) => ({
  list: fc
    .record({
      ordered: fc.boolean(),
      start: fc.constantFrom(undefined, undefined, 0, 7),
      children: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    })
    .map(({ start, ...rest }): ListNode => ({ type: 'list', ...rest, ...(start === undefined ? {} : { start }) })),
  item: fc
    .record({ children: arbitraryInlines, nested: fc.option(tie('list'), { nil: undefined, maxDepth: 2 }) })
    .map(({ children, nested }): ListItemNode =>
      nested ? { type: 'list-item', children, nested } : { type: 'list-item', children },
    ),
}));

/** Tables with merged cells anywhere, headers in places, rows that are covered from above. */
export const arbitraryTable: fc.Arbitrary<TableNode> = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 4 }),
    header: fc.boolean(),
    merges: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2)), { maxLength: 3 }),
    headerRow: fc.option(fc.nat(3)),
    headerColumn: fc.option(fc.nat(3)),
  })
  .map(({ rows, columns, header, merges, headerRow, headerColumn }) => {
    let table = emptyTable(rows, columns, header);
    for (const [top, left, down, across] of merges) {
      const lastRow = table.children.length - 1;
      const lastColumn = tableGrid(table.children).width - 1;
      table = mergeCells(table, {
        top: Math.min(top, lastRow),
        left: Math.min(left, lastColumn),
        bottom: Math.min(top + down, lastRow),
        right: Math.min(left + across, lastColumn),
      });
    }
    if (headerRow !== null && headerRow < table.children.length) table = toggleHeaderRow(table, headerRow);
    if (headerColumn === 0) table = toggleHeaderColumn(table, headerColumn);
    return table;
  })
  .chain((table) =>
    fc.array(arbitraryInlines, { minLength: 16, maxLength: 16 }).map((runs) => {
      const rest = [...runs];
      return mapRuns(table, () => rest.pop() ?? []);
    }),
  );

/** A rectangle with a row in which no cell begins. */
const coveredRow: TableNode = {
  type: 'table',
  children: [
    {
      type: 'table-row',
      children: [{ type: 'table-cell', columns: 2, rows: 2, children: [{ type: 'text', text: '盖' }] }],
    },
    { type: 'table-row', children: [] },
    {
      type: 'table-row',
      children: [
        { type: 'table-cell', children: [] },
        { type: 'table-cell', header: true, children: [] },
      ],
    },
  ],
};

const sha256 = fc
  .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(''));

const picture: fc.Arbitrary<FigurePicture> = fc
  .record({ asset: fc.option(sha256), alt: fc.oneof(fc.constant(''), words), decorative: fc.boolean() })
  .map(({ decorative, ...rest }): FigurePicture => (decorative ? { ...rest, decorative } : rest));

const arbitraryBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  fc
    .record({ align: fc.constantFrom(undefined, 'center' as const, 'right' as const), children: arbitraryInlines })
    .map(({ align, children }): BlockNode =>
      align ? { type: 'paragraph', align, children } : { type: 'paragraph', children },
    ),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const, 4 as const),
    children: arbitraryInlines,
  }),
  fc.record({ type: fc.constant('quote' as const), children: arbitraryInlines }),
  list,
  arbitraryTable,
  fc.constant<BlockNode>(coveredRow),
  fc
    .record({
      first: picture,
      beside: fc.array(picture, { maxLength: 2 }),
      isHidden: fc.boolean(),
      credit: fc.oneof(fc.constant(''), words),
      children: arbitraryInlines,
    })
    .map(({ first, beside, isHidden, ...rest }): BlockNode => ({
      type: 'figure',
      ...first,
      ...(beside.length > 0 ? { beside } : {}),
      ...(isHidden ? { captionHidden: true } : {}),
      ...rest,
    })),
  fc.record({
    type: fc.constant('boilerplate' as const),
    id: fc.constantFrom('copyright', 'contact'),
    version: fc.integer({ min: 1, max: 9 }),
    values: fc.dictionary(fc.constantFrom('稿件来源', '联系电话', '__proto__x'), words, { noNullPrototype: true }),
    text: fc.oneof(fc.constant(''), words),
  }),
  fc.constant<BlockNode>({ type: 'horizontal-rule' }),
);

export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .array(arbitraryBlock, { minLength: 1, maxLength: 6 })
  .map((children): Document => ({ format: 'gaoqian-document', version: 1, children }));
