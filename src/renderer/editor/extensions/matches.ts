import type { LexicalEditor } from 'lexical';
import { $getRoot, $setSelection } from 'lexical';
import type { FindMatch, MatchList } from '#shared/document/find/match-list.ts';
import { firstFrom, matchAt, noMatches } from '#shared/document/find/match-list.ts';
import { $blockAt, $domRangesOf, $rangeOf } from '../places.ts';
import { scrollAndAgain } from './into-sight.ts';

/** Where the matches of a search are shown: highlights of the page, no change to the document. */
export interface MatchView {
  /** Shows these matches, the one at `current` stronger. Those out of sight are shown when they come into it. */
  readonly show: (matches: MatchList, current: number | null) => void;
  /** Brings a match into sight; the focus stays where it is. */
  readonly scrollTo: (match: FindMatch) => void;
  /** Selects a match, with the focus in it. */
  readonly enter: (match: FindMatch) => void;
  readonly dispose: () => void;
}

export const matchHighlight = 'gaoqian-find';
export const currentMatchHighlight = 'gaoqian-find-current';

/** More ranges would not be seen and cost at each key. */
const mostRanges = 2000;
/** Pixels above and below the window that count as in sight, and the room that the find bar takes at the top. */
const margin = 400;
const barRoom = 120;

export function watchMatches(editor: LexicalEditor): MatchView {
  let matches = noMatches;
  let current: number | null = null;
  let frame = 0;

  const draw = (): void => {
    clear(editor);
    if (matches.length === 0) return;
    const all: Range[] = [];
    const strong: Range[] = [];
    const [first, last] = blocksInSight(editor);
    editor.read('latest', () => {
      let index = firstFrom(matches, { kind: 'block', block: first }, 0);
      for (; all.length < mostRanges; index += 1) {
        const match = matchAt(matches, index);
        if (!match || match.place.kind === 'metadata' || match.place.block > last) break;
        if (match.place.kind === 'block') (index === current ? strong : all).push(...$rangesOf(editor, match));
        else $creditOf(editor, match)?.setAttribute('data-find', index === current ? 'current' : 'match');
      }
    });
    if (all.length > 0) CSS.highlights.set(matchHighlight, new Highlight(...all));
    if (strong.length === 0) return;
    const highlight = new Highlight(...strong);
    highlight.priority = 1;
    CSS.highlights.set(currentMatchHighlight, highlight);
  };
  const drawSoon = (): void => {
    if (matches.length === 0 || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  // Scrolling does not bubble; the sheet's scroller is somebody else's element.
  document.addEventListener('scroll', drawSoon, { capture: true, passive: true });
  window.addEventListener('resize', drawSoon);
  return {
    show(shown, at) {
      matches = shown;
      current = at;
      draw();
    },
    scrollTo(match) {
      scrollAndAgain(() => scrollNear(editor, match));
    },
    enter: (match) => enter(editor, match),
    dispose() {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', drawSoon, { capture: true });
      window.removeEventListener('resize', drawSoon);
      clear(editor);
    },
  };
}

function clear(editor: LexicalEditor): void {
  CSS.highlights.delete(matchHighlight);
  CSS.highlights.delete(currentMatchHighlight);
  for (const field of editor.getRootElement()?.querySelectorAll('[data-find]') ?? [])
    field.removeAttribute('data-find');
}

/** The first and the last block of which something is in sight or near it. */
function blocksInSight(editor: LexicalEditor): readonly [number, number] {
  const keys = editor.read('latest', () => $getRoot().getChildrenKeys());
  const edges = (index: number) => editor.getElementByKey(keys[index] ?? '')?.getBoundingClientRect();
  const firstWhere = (holds: (box: DOMRect) => boolean): number => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = edges(middle);
      if (box && !holds(box)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstWhere(({ bottom }) => bottom >= -margin), firstWhere(({ top }) => top > innerHeight + margin)];
}

function $rangesOf(editor: LexicalEditor, { place, start, end }: FindMatch): readonly Range[] {
  const block = place.kind === 'block' ? $blockAt(place.block) : null;
  return block ? $domRangesOf(editor, block, start, end) : [];
}

function $creditOf(editor: LexicalEditor, { place }: FindMatch): HTMLInputElement | null {
  const block = place.kind === 'credit' ? $blockAt(place.block) : null;
  const element = block && editor.getElementByKey(block.getKey());
  return element?.querySelector<HTMLInputElement>('.gq-figure-credit input') ?? null;
}

/** Scrolls to a match that is out of sight. */
function scrollNear(editor: LexicalEditor, match: FindMatch): void {
  const target = editor.read('latest', () => $elementOf(editor, match));
  const scroller = target && scrollerOf(editor.getRootElement());
  if (!scroller) return;
  const box = target.getBoundingClientRect();
  const { top, bottom } = scroller.getBoundingClientRect();
  const isSeen = box.top >= Math.max(top, 0) + barRoom && box.bottom <= Math.min(bottom, innerHeight) - barRoom / 4;
  if (isSeen) return;
  scroller.scrollBy({ top: box.top - (Math.max(top, 0) * 3 + Math.min(bottom, innerHeight) * 2) / 5 });
}

/** What stands for the match on the page: its words, its field, or the block where its words are drawn otherwise. */
function $elementOf(editor: LexicalEditor, match: FindMatch): Range | Element | null {
  if (match.place.kind === 'metadata') return null;
  const block = $blockAt(match.place.block);
  return $creditOf(editor, match) ?? $rangesOf(editor, match)[0] ?? (block && editor.getElementByKey(block.getKey()));
}

function scrollerOf(element: Element | null): Element | null {
  for (let at = element; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

function enter(editor: LexicalEditor, match: FindMatch): void {
  const field = editor.read('latest', () => $creditOf(editor, match));
  if (field) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(match.start, match.end);
    return;
  }
  editor.update(
    () => {
      const block = match.place.kind === 'block' ? $blockAt(match.place.block) : null;
      const range = block && $rangeOf(block, match.start, match.end);
      if (range) $setSelection(range);
      else block?.selectStart();
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
}
