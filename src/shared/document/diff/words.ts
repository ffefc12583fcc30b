import { canonicalJson, mergeTexts } from '../canonical.ts';
import type { InlineNode, LinkNode } from '../schema.ts';
import { diffSequences, type Span } from '../sequence-diff.ts';
import { inlineText } from '../walk.ts';

/** A stretch of a run as it was and as it became. Both are the same unless it changed; one is empty where words came or went. */
export interface Piece {
  /** `form`: the same words in other dress (bold, a link). */
  readonly change: 'none' | 'words' | 'form';
  readonly before: readonly InlineNode[];
  readonly after: readonly InlineNode[];
}

/** Words that stay between two changes and are no longer than this are taken into them: confetti reads badly. */
const shortStay = 2;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What changed between two runs of inline content without comment marks, by Chinese words. */
export function diffRuns(before: readonly InlineNode[], after: readonly InlineNode[]): readonly Piece[] {
  const left = tokensOf(before);
  const right = tokensOf(after);
  const spans = diffSequences(
    left.map((token) => token.key),
    right.map((token) => token.key),
  );
  const pieces: Piece[] = [];
  const add = (change: 'none' | 'words', old: readonly Token[], now: readonly Token[]): void => {
    if (old.length + now.length === 0) return;
    const piece = { before: inlinesOf(old), after: inlinesOf(now) };
    pieces.push({ change: change === 'none' || textOf(old) !== textOf(now) ? change : dressOf(piece), ...piece });
  };
  let at = 0;
  let from = 0;
  for (const span of withoutShortStays(spans, left)) {
    add('none', left.slice(at, span.at), right.slice(from, span.from));
    at = span.at + span.removed;
    from = span.from + span.inserted;
    add('words', left.slice(span.at, at), right.slice(span.from, from));
  }
  add('none', left.slice(at), right.slice(from));
  return pieces;
}

/** The same for words without any dress: a headline, a credit. */
export function diffTexts(before: string, after: string): readonly Piece[] {
  return diffRuns(runOf(before), runOf(after));
}

function runOf(text: string): readonly InlineNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** The same words were perhaps only cut at other places. */
function dressOf({ before, after }: Pick<Piece, 'before' | 'after'>): 'none' | 'form' {
  return canonicalJson(before) === canonicalJson(after) ? 'none' : 'form';
}

/** A run as it was or as it became, put together of its pieces. */
export function sideOf(pieces: readonly Piece[], side: 'before' | 'after'): InlineNode[] {
  return joinNodes(pieces.flatMap((piece) => piece[side]));
}

/** A word, sign or break with its dress. */
interface Token {
  readonly key: string;
  readonly text: string;
  /** Null for a link without words. */
  readonly leaf: Exclude<InlineNode, LinkNode | { type: 'comment-mark' }> | null;
  readonly link: LinkNode | null;
}

function tokensOf(run: readonly InlineNode[]): readonly Token[] {
  const tokens: Token[] = [];
  const ends = wordEnds(inlineText(run));
  let at = 0;
  const leaf = (node: NonNullable<Token['leaf']>, link: LinkNode | null): void => {
    const address = link?.url ?? '';
    const end = at + inlineText([node]).length;
    if (node.type === 'text') {
      const { formats } = node;
      for (let start = at; start < end;) {
        let stop = start + 1;
        while (stop < end && !ends.has(stop)) stop += 1;
        const text = node.text.slice(start - at, stop - at);
        const key = `${text}\u0000${(formats ?? []).join()}\u0000${address}`;
        tokens.push({ key, text, leaf: { ...node, text }, link });
        start = stop;
      }
    } else {
      const text = inlineText([node]);
      tokens.push({ key: `${text}\u0000${node.type}\u0000${address}`, text, leaf: node, link });
    }
    at = end;
  };
  for (const node of run) {
    if (node.type === 'comment-mark') throw new TypeError('comment marks are stripped before comparing');
    if (node.type !== 'link') leaf(node, null);
    else if (node.children.length === 0)
      tokens.push({ key: `\u0000link\u0000${node.url}`, text: '', leaf: null, link: node });
    else for (const child of node.children) leaf(child, node);
  }
  return tokens;
}

/** The offsets at which words end. */
function wordEnds(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) ends.add(index + segment.length);
  return ends;
}

/** Joins spans where what stays between them is short and small beside what changed on both sides of it. */
function withoutShortStays(spans: readonly Span[], before: readonly Token[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last) {
      const end = last.at + last.removed;
      const stay = textOf(before.slice(end, span.at));
      const isSmall = [last, span].every(({ removed, inserted }) => Math.max(removed, inserted) >= stay.length);
      if (stay.length <= shortStay && isSmall && !stay.includes('\n')) {
        joined[joined.length - 1] = {
          ...last,
          removed: span.at + span.removed - last.at,
          inserted: span.from + span.inserted - last.from,
        };
        continue;
      }
    }
    joined.push(span);
  }
  return joined;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

/** Tokens of one link go back into one link. */
function inlinesOf(tokens: readonly Token[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let open: LinkNode | null = null;
  for (const { leaf, link } of tokens) {
    const last = nodes.at(-1);
    if (link === null) {
      if (leaf) nodes.push(leaf);
    } else if (link === open && last?.type === 'link') {
      if (leaf) nodes[nodes.length - 1] = { ...last, children: [...last.children, leaf] };
    } else nodes.push({ ...link, children: leaf ? [leaf] : [] });
    open = link;
  }
  return mergeTexts(
    nodes.map((node) => (node.type === 'link' ? { ...node, children: mergeTexts(node.children) } : node)),
  );
}

/** Neighbouring links to one address are one link that was cut in two. */
function joinNodes(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'link' && last?.type === 'link' && last.url === node.url) {
      joined[joined.length - 1] = { ...last, children: mergeTexts([...last.children, ...node.children]) };
    } else joined.push(node);
  }
  return mergeTexts(joined);
}
