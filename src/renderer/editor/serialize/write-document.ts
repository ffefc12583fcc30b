import { $createLinkNode } from '@lexical/link';
import type { ListNode as LexicalListNode } from '@lexical/list';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createMarkNode } from '@lexical/mark';
import type { HeadingTagType } from '@lexical/rich-text';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import type { TableNode as LexicalTableNode } from '@lexical/table';
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates } from '@lexical/table';
import type { LexicalNode } from 'lexical';
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { assertNever } from '#shared/assert-never.ts';
import type { BlockNode, Document, HeadingNode, InlineNode, ListNode, TableNode } from '#shared/document/schema.ts';
import { $createBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $createCaptionNode } from '../nodes/CaptionNode.ts';
import { $createFigureNode } from '../nodes/FigureNode.ts';
import { $createToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { figureAttributes } from './figure-fields.ts';
import { formatBits } from './text-formats.ts';

const headingTags: Readonly<Record<HeadingNode['level'], HeadingTagType>> = { 2: 'h2', 3: 'h3', 4: 'h4' };

/**
 * Puts a document into the editor, in the place of what was there. Run it in an update with `skipTransforms`, so that
 * nothing is tidied away before the person touches it. A document without blocks becomes one empty paragraph.
 */
export function $writeDocument(document: Document): void {
  const blocks = $createBlocks(document.children);
  $getRoot()
    .clear()
    .append(...(blocks.length > 0 ? blocks : [$createParagraphNode()]));
}

export function $createBlocks(blocks: readonly BlockNode[]): LexicalNode[] {
  return blocks.map($createBlock);
}

function $createBlock(block: BlockNode): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode()
        .setFormat(block.align ?? '')
        .append(...$createInlines(block.children));
    case 'heading':
      return $createHeadingNode(headingTags[block.level]).append(...$createInlines(block.children));
    case 'quote':
      return $createQuoteNode().append(...$createInlines(block.children));
    case 'list':
      return $createList(block);
    case 'table':
      return $createTable(block);
    case 'figure':
      return $createFigureNode(figureAttributes(block)).append(
        $createCaptionNode().append(...$createInlines(block.children)),
      );
    case 'boilerplate':
      return $createBoilerplateNode({
        id: block.id,
        version: block.version,
        values: { ...block.values },
        text: block.text,
      });
    case 'horizontal-rule':
      return $createHorizontalRuleNode();
    default:
      return assertNever(block);
  }
}

/** Lexical keeps a nested list in an item of its own, after the item that it belongs to. */
function $createList(list: ListNode): LexicalListNode {
  const start = list.start ?? 1;
  const node = $createListNode(list.ordered ? 'number' : 'bullet', start);
  list.children.forEach((item, index) => {
    node.append(
      $createListItemNode()
        .setValue(start + index)
        .append(...$createInlines(item.children)),
    );
    if (item.nested) {
      node.append(
        $createListItemNode()
          .setValue(start + index + 1)
          .append($createList(item.nested)),
      );
    }
  });
  return node;
}

/** A cell holds one paragraph, as the table package expects it. */
export function $createTable(table: TableNode): LexicalTableNode {
  return $createTableNode().append(
    ...table.children.map((row) =>
      $createTableRowNode().append(
        ...row.children.map((cell) =>
          $createTableCellNode(cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS, cell.columns)
            .setRowSpan(cell.rows ?? 1)
            .append($createParagraphNode().append(...$createInlines(cell.children))),
        ),
      ),
    ),
  );
}

export function $createInlines(nodes: readonly InlineNode[]): LexicalNode[] {
  return nodes.map($createInline);
}

function $createInline(node: InlineNode): LexicalNode {
  switch (node.type) {
    case 'text':
      return $createTextNode(node.text).setFormat(formatBits(node.formats));
    case 'linebreak':
      return $createLineBreakNode();
    case 'to-confirm':
      return $createToConfirmNode(node.text);
    case 'link':
      return $createLinkNode(node.url).append(...$createInlines(node.children));
    case 'comment-mark':
      return $createMarkNode(node.ids).append(...$createInlines(node.children));
    default:
      return assertNever(node);
  }
}
