import { $isHorizontalRuleNode } from '@lexical/extension';
import type { ListNode as LexicalListNode } from '@lexical/list';
import { $isListItemNode, $isListNode } from '@lexical/list';
import type { HeadingNode as LexicalHeadingNode } from '@lexical/rich-text';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import type { ElementNode, LexicalNode } from 'lexical';
import { $getRoot, $isElementNode, $isParagraphNode } from 'lexical';
import type { BlockNode, Document, HeadingNode, InlineNode, ListItemNode, ListNode } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { storedFigure } from './figure-fields.ts';
import type { Within } from './read-inlines.ts';
import { $readInlines } from './read-inlines.ts';
import { $readSelectedTable, $readTable } from './read-table.ts';

/** The document as it stands in the editor state that is being read, in its stored form. */
export function $readDocument(): Document {
  return {
    format: 'gaoqian-document',
    version: documentVersion,
    children: $readBlocks($getRoot().getChildren(), null),
  };
}

/**
 * Nodes as blocks of the shared document; with `within`, only what that selection covers. Total: what has no form of
 * its own there becomes a paragraph of its words.
 */
export function $readBlocks(nodes: readonly LexicalNode[], within: Within): BlockNode[] {
  return nodes.flatMap((node) => $readBlock(node, within));
}

function $readBlock(node: LexicalNode, within: Within): readonly BlockNode[] {
  if (!$isElementNode(node)) return $readLeafBlock(node, within);
  if ($isListNode(node)) {
    const list = $readList(node, within);
    return list ? [list] : [];
  }
  if ($isFigureNode(node)) return $readFigure(node, within);
  if ($isTableNode(node)) return [within === null ? $readTable(node) : $readSelectedTable(node, within)];
  const children = $readInlines(node.getChildren(), within);
  if (within !== null && children.length === 0 && !node.isSelected(within)) return [];
  if ($isHeadingNode(node)) return [{ type: 'heading', level: levelOf(node), children }];
  if ($isQuoteNode(node)) return [{ type: 'quote', children }];
  return [paragraphOf(node, children)];
}

function paragraphOf(node: ElementNode, children: InlineNode[]): BlockNode {
  const align = node.getFormatType();
  const aligned = $isParagraphNode(node) && (align === 'center' || align === 'right');
  return aligned ? { type: 'paragraph', align, children } : { type: 'paragraph', children };
}

function $readLeafBlock(node: LexicalNode, within: Within): readonly BlockNode[] {
  if (within !== null && !node.isSelected(within)) return [];
  if ($isHorizontalRuleNode(node)) return [{ type: 'horizontal-rule' }];
  if ($isBoilerplateNode(node)) {
    const { id, version, values, text } = node.getFields();
    return [{ type: 'boilerplate', id, version, values: { ...values }, text }];
  }
  const children = $readInlines([node], within);
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

/** A figure that is only partly selected gives the selected words of its caption. */
function $readFigure(node: FigureNode, within: Within): readonly BlockNode[] {
  const whole = within === null || node.isSelected(within);
  const children = $readInlines(node.getChildren(), whole ? null : within);
  if (!whole) return children.length > 0 ? [{ type: 'paragraph', children }] : [];
  return [storedFigure(node.getAttributes(), children)];
}

const levels: Readonly<Record<string, HeadingNode['level']>> = { h1: 2, h2: 2, h3: 3 };

function levelOf(node: LexicalHeadingNode): HeadingNode['level'] {
  return levels[node.getTag()] ?? 4;
}

/** An item that holds nothing but a list is how Lexical nests it: it belongs to the item before. */
function $readList(node: LexicalListNode, within: Within): ListNode | undefined {
  const items: ListItemNode[] = [];
  for (const child of node.getChildren()) {
    const parts = $isListItemNode(child) ? child.getChildren() : [child];
    const lists = parts.filter($isListNode);
    const words = parts.filter((part) => !$isListNode(part));
    const children = $readInlines(words, within);
    const isWrapper = words.length === 0 && lists.length > 0;
    const last = items.at(-1);
    if (!isWrapper || last === undefined || last.nested) {
      if (within === null || children.length > 0) items.push({ type: 'list-item', children });
    }
    for (const list of lists) nest(items, $readList(list, within));
  }
  if (items.length === 0) return undefined;
  const start = node.getStart();
  return {
    type: 'list',
    ordered: node.getListType() === 'number',
    ...(start !== 1 && Number.isInteger(start) && start >= 0 ? { start } : {}),
    children: items,
  };
}

function nest(items: ListItemNode[], list: ListNode | undefined): void {
  if (!list) return;
  const last = items.at(-1);
  if (last === undefined) {
    items.push({ type: 'list-item', children: [], nested: list });
  } else if (last.nested) {
    last.nested = { ...last.nested, children: [...last.nested.children, ...list.children] };
  } else {
    last.nested = list;
  }
}
