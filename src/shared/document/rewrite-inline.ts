import { mergeTexts } from './canonical.ts';
import type { InlineNode, TextNode } from './schema.ts';
import { editInline } from './text-edit.ts';
import { inlineText } from './walk.ts';

/**
 * Inline content with `text` for its words, as somebody wrote them in a plain field. Only what differs is touched, so
 * formats, links, comment marks and 【待核】 of the words that stayed stay; `\n` is a line break. New words take the format
 * of those before them.
 */
export function rewriteInline(children: readonly InlineNode[], text: string): InlineNode[] {
  const before = inlineText(children);
  if (before === text) return [...children];
  const { start, end, inserted } = difference(before, text);
  const edit = widened(before, start, end, inserted);
  const isPlain = !inserted.includes('\n') && isInOneText(children, edit.start, edit.end);
  if (edit.start < edit.end && isPlain) return editInline(children, [edit]);
  return mergeTexts([
    ...sliceInline(children, 0, start),
    ...inlinesOf(inserted),
    ...sliceInline(children, end, before.length),
  ]);
}

/** The one stretch in which two texts differ, never through the middle of a surrogate pair. */
function difference(before: string, after: string): { start: number; end: number; inserted: string } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  if (isHighSurrogate(before, start - 1)) start -= 1;
  let tail = 0;
  while (tail < least - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isHighSurrogate(before, before.length - tail - 1) && tail > 0) tail -= 1;
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) };
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

/** An insertion as a replacement of the sign before it (or after it), for a replacement belongs to the text it begins in. */
function widened(before: string, start: number, end: number, text: string) {
  if (start < end) return { start, end, text };
  if (start > 0) return { start: start - 1, end, text: before.slice(start - 1, start) + text };
  return { start, end: Math.min(end + 1, before.length), text: text + before.slice(end, end + 1) };
}

function isInOneText(children: readonly InlineNode[], start: number, end: number): boolean {
  let at = 0;
  for (const child of children) {
    const from = at;
    at += inlineText([child]).length;
    if (start < from || end > at) continue;
    if (child.type === 'text') return true;
    return 'children' in child && isInOneText(child.children, start - from, end - from);
  }
  return false;
}

/** What stands in a span; a 【待核】 that is cut leaves its words. */
function sliceInline(nodes: readonly InlineNode[], start: number, end: number): InlineNode[] {
  let at = 0;
  return nodes.flatMap((node): InlineNode[] => {
    const from = at;
    const text = inlineText([node]);
    at += text.length;
    const [first, last] = [Math.max(start - from, 0), Math.min(end - from, text.length)];
    if (first >= last) return [];
    if (first === 0 && last === text.length) return [node];
    if (node.type === 'link') {
      return [{ ...node, children: sliceInline(node.children, first, last) as typeof node.children }];
    }
    if (node.type === 'comment-mark') {
      return [{ ...node, children: sliceInline(node.children, first, last) as typeof node.children }];
    }
    const words: TextNode = node.type === 'text' ? node : { type: 'text', text };
    return [{ ...words, text: text.slice(first, last) }];
  });
}

function inlinesOf(text: string): InlineNode[] {
  return text
    .split('\n')
    .flatMap((line, index): InlineNode[] => [
      ...(index > 0 ? [{ type: 'linebreak' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]);
}
