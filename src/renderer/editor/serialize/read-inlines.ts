import { $isLinkNode } from '@lexical/link';
import { $isMarkNode } from '@lexical/mark';
import { $sliceSelectedTextNodeContent } from '@lexical/selection';
import type { BaseSelection, LexicalNode, TextNode as LexicalTextNode } from 'lexical';
import { $isDecoratorNode, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import { mergeTexts } from '#shared/document/canonical.ts';
import type { CommentMarkNode, InlineNode, LinkNode } from '#shared/document/schema.ts';
import { $isToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { formatNames } from './text-formats.ts';

/** Only what is selected, or everything. */
export type Within = BaseSelection | null;

/**
 * The inline content of nodes in its stored form. Total: blocks that strayed in are taken apart into their words with
 * line breaks between them, unknown nodes give their text.
 */
export function $readInlines(nodes: readonly LexicalNode[], within: Within): InlineNode[] {
  const inlines: InlineNode[] = [];
  for (const node of nodes) {
    const isBlock = ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
    const content = $readInline(node, within);
    if (isBlock && inlines.length > 0 && content.length > 0) inlines.push({ type: 'linebreak' });
    inlines.push(...content);
  }
  return mergeTexts(inlines);
}

function $readInline(node: LexicalNode, within: Within): readonly InlineNode[] {
  if ($isElementNode(node)) {
    const content = $readInlines(node.getChildren(), within);
    if (within !== null && content.length === 0) return [];
    if ($isLinkNode(node)) return linkAround(node.getURL(), content);
    if ($isMarkNode(node)) return markAround(node.getIDs(), content);
    return content;
  }
  if (within !== null && !node.isSelected(within)) return [];
  if ($isLineBreakNode(node)) return [{ type: 'linebreak' }];
  if ($isToConfirmNode(node)) return [{ type: 'to-confirm', text: node.getWords() }];
  if ($isTextNode(node)) return textOf(node, within);
  return plainText(node.getTextContent());
}

function textOf(node: LexicalTextNode, within: Within): readonly InlineNode[] {
  const text =
    within === null ? node.getTextContent() : $sliceSelectedTextNodeContent(within, node, 'clone').getTextContent();
  const formats = formatNames(node.getFormat());
  if (text === '') return [];
  return [formats.length > 0 ? { type: 'text', text, formats } : { type: 'text', text }];
}

function plainText(text: string): readonly InlineNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

type LinkContent = LinkNode['children'][number];
type MarkContent = CommentMarkNode['children'][number];

/** A link that holds comment marks is cut at their edges, and goes inside them. */
function linkAround(url: string, content: readonly InlineNode[]): readonly InlineNode[] {
  if (url === '') return content;
  const links: InlineNode[] = [];
  let run: LinkContent[] = [];
  const close = (): void => {
    if (run.length > 0) links.push({ type: 'link', url, children: run });
    run = [];
  };
  for (const node of content) {
    if (node.type === 'comment-mark') {
      close();
      const children = node.children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
      links.push({ ...node, children: [{ type: 'link', url, children: mergeTexts(children) }] });
    } else if (node.type === 'link') {
      run.push(...node.children);
    } else {
      run.push(node);
    }
  }
  close();
  return content.length === 0 ? [{ type: 'link', url, children: [] }] : links;
}

/** Marks that overlap become neighbours; where both stood the mark carries the ids of both. */
function markAround(ids: readonly string[], content: readonly InlineNode[]): readonly InlineNode[] {
  if (ids.length === 0) return content;
  const marks: InlineNode[] = [];
  let run: MarkContent[] = [];
  const close = (): void => {
    if (run.length > 0) marks.push({ type: 'comment-mark', ids: [...ids], children: run });
    run = [];
  };
  for (const node of content) {
    if (node.type === 'comment-mark') {
      close();
      marks.push({ ...node, ids: [...new Set([...ids, ...node.ids])] });
    } else {
      run.push(node);
    }
  }
  close();
  return content.length === 0 ? [{ type: 'comment-mark', ids: [...ids], children: [] }] : marks;
}
