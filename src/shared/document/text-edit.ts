import { mergeTexts } from './canonical.ts';
import type { InlineNode, LinkNode, TextNode, ToConfirmNode } from './schema.ts';
import { inlineText } from './walk.ts';

/** Puts `text` in the place of the span. Offsets are UTF-16 and count in the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

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
 * begins, so formats and links stay where they were. Line breaks, 【待核】 and comment marks are never changed.
 */
export function editInline(children: readonly InlineNode[], edits: readonly TextEdit[]): InlineNode[] {
  let at = 0;
  return mergeTexts(
    children.flatMap((child): InlineNode[] => {
      const start = at;
      at += inlineText([child]).length;
      if (child.type === 'text') return editRun(child, start, edits);
      return child.type === 'link' ? [editLink(child, start, edits)] : [child];
    }),
  );
}

function editLink(link: LinkNode, start: number, edits: readonly TextEdit[]): LinkNode {
  let at = start;
  const children = link.children.flatMap((child): (TextNode | ToConfirmNode | LinkNode['children'][number])[] => {
    const begin = at;
    at += inlineText([child]).length;
    return child.type === 'text' ? editRun(child, begin, edits) : [child];
  });
  return { ...link, children: mergeTexts(children) };
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
