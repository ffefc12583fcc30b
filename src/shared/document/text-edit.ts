import { mergeTexts } from './canonical.ts';
import type { CommentMarkNode, InlineNode, LinkNode, TextNode } from './schema.ts';
import { inlineText } from './walk.ts';

/** Puts `text` in the place of the span. Offsets are UTF-16 and count in the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A step of cleaning: the edits that one run of text needs, in order and without overlap. */
export type TextStep = (text: string) => readonly TextEdit[];

/** The text with its edits made. They are in order and do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * The same for inline content; offsets count in its `inlineText`. A replacement belongs to the text in which its span
 * begins, so formats, links and comment marks stay where they were; a link or mark whose every word was taken goes. Line
 * breaks and 【待核】 are never changed.
 */
export function editInline(children: readonly InlineNode[], edits: readonly TextEdit[]): InlineNode[] {
  return edits.length === 0 ? [...children] : editNodes(children, 0, edits);
}

function editNodes<Node extends InlineNode>(nodes: readonly Node[], from: number, edits: readonly TextEdit[]): Node[] {
  let at = from;
  return mergeTexts(
    nodes.flatMap((node) => {
      const start = at;
      at += inlineText([node]).length;
      // A node gives nodes of its own type.
      return editNode(node, start, edits) as Node[];
    }),
  );
}

/** Without white space, full-width indents and line breaks at either end. */
export function trimInline(children: readonly InlineNode[]): InlineNode[] {
  const inlines = mergeTexts(children);
  trimEdge(inlines, 0, (text) => text.trimStart());
  trimEdge(inlines, -1, (text) => text.trimEnd());
  return inlines;
}

function trimEdge(inlines: InlineNode[], at: 0 | -1, trim: (text: string) => string): void {
  for (let node = inlines.at(at); node !== undefined; node = inlines.at(at)) {
    if (node.type === 'text') {
      const text = trim(node.text);
      if (text !== '') {
        inlines[at === 0 ? 0 : inlines.length - 1] = { ...node, text };
        return;
      }
    } else if (node.type !== 'linebreak') {
      return;
    }
    if (at === 0) inlines.shift();
    else inlines.pop();
  }
}

function editNode(node: InlineNode, start: number, edits: readonly TextEdit[]): readonly InlineNode[] {
  switch (node.type) {
    case 'text':
      return editRun(node, start, edits);
    case 'link': {
      const children = editNodes(node.children, start, edits);
      return isEmptied(node, children) ? [] : [{ ...node, children }];
    }
    case 'comment-mark': {
      const children = editNodes(node.children, start, edits);
      return isEmptied(node, children) ? [] : [{ ...node, children }];
    }
    case 'linebreak':
    case 'to-confirm':
      return [node];
  }
}

function isEmptied(node: LinkNode | CommentMarkNode, children: readonly InlineNode[]): boolean {
  return children.length === 0 && node.children.length > 0;
}

function editRun(run: TextNode, start: number, edits: readonly TextEdit[]): TextNode[] {
  const end = start + run.text.length;
  const inside = edits
    .filter((edit) => edit.start < end && edit.end > start)
    .map((edit) => ({
      start: Math.max(edit.start, start) - start,
      end: Math.min(edit.end, end) - start,
      text: edit.start >= start ? edit.text : '',
    }));
  if (inside.length === 0) return [run];
  const text = editText(run.text, inside);
  return text === '' ? [] : [{ ...run, text }];
}
