import type { DraftContent } from '../../model/draft.ts';
import { mapRuns, runsOf } from '../runs.ts';
import type { BlockNode, InlineNode } from '../schema.ts';
import { editInline, editText, type TextEdit } from '../text-edit.ts';
import { inlineText } from '../walk.ts';
import { findFields, type FindMatch, type MatchPlace } from './match-list.ts';
import type { Matcher } from './query.ts';

export interface Replaced {
  /** The same object when nothing changed; blocks that did not change are the same objects too. */
  readonly content: DraftContent;
  readonly count: number;
  /** Matches that may not be changed here: in or over a 【待核】, a line break, or in a boilerplate. */
  readonly skipped: number;
  /** How many UTF-16 units the words became longer by. */
  readonly growth: number;
}

/**
 * Puts the replacement in the place of every match, or of `only` that one. Formats, links and comment marks stay as
 * `editInline` keeps them.
 */
export function replaceInContent(
  content: DraftContent,
  matcher: Matcher,
  replacement: string,
  only?: FindMatch,
): Replaced {
  let [count, skipped, growth] = [0, 0, 0];
  /** The edits of one text that stands `from` units into its place, those that are allowed. */
  const editsOf = (text: string, place: MatchPlace, from: number, kept: readonly KeptSpan[]): readonly TextEdit[] => {
    const wanted = matcher
      .replace(text, replacement)
      .filter((edit) => !only || (samePlace(only.place, place) && only.start === from + edit.start));
    const allowed = wanted.filter((edit) => kept.every(({ start, end }) => edit.end <= start || edit.start >= end));
    count += allowed.length;
    skipped += wanted.length - allowed.length;
    for (const { start, end, text } of allowed) growth += text.length - (end - start);
    return allowed;
  };
  const replaceField = (text: string, place: MatchPlace): string => editText(text, editsOf(text, place, 0, []));

  const replaceBlock = (block: BlockNode, index: number): BlockNode => {
    const place = { kind: 'block', block: index } as const;
    if (block.type === 'boilerplate') {
      editsOf(block.text, place, 0, [{ start: 0, end: block.text.length }]);
      return block;
    }
    let from = 0;
    const edits = runsOf(block).map((run) => {
      const text = inlineText(run);
      const found = editsOf(text, place, from, keptSpans(run, 0));
      from += text.length + 1;
      return found;
    });
    const following = edits.values();
    const changed = edits.some(({ length }) => length > 0)
      ? mapRuns(block, (run) => editInline(run, following.next().value ?? []))
      : block;
    if (changed.type !== 'figure') return changed;
    const credit = replaceField(changed.credit, { kind: 'credit', block: index });
    return credit === changed.credit ? changed : { ...changed, credit };
  };

  const fields = findFields.map(
    (field) => [field, replaceField(content.metadata[field], { kind: 'metadata', field })] as const,
  );
  const children = content.document.children.map(replaceBlock);
  if (count === 0) return { content, count, skipped, growth };
  const metadata = { ...content.metadata, ...Object.fromEntries(fields) };
  return { content: { metadata, document: { ...content.document, children } }, count, skipped, growth };
}

type KeptSpan = Pick<TextEdit, 'start' | 'end'>;

/** What no replacement may touch: line breaks and 【待核】, also inside links and comment marks. */
function keptSpans(children: readonly InlineNode[], from: number): readonly KeptSpan[] {
  let at = from;
  return children.flatMap((node) => {
    const start = at;
    at += inlineText([node]).length;
    if (node.type === 'text') return [];
    return 'children' in node ? keptSpans(node.children, start) : [{ start, end: at }];
  });
}

function samePlace(left: MatchPlace, right: MatchPlace): boolean {
  if (left.kind === 'metadata') return right.kind === 'metadata' && left.field === right.field;
  return left.kind === right.kind && left.block === right.block;
}
