import type { LexicalEditor } from 'lexical';
import type { RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Box, Placing, Target } from './place-beside.ts';
import { placeBeside } from './place-beside.ts';

/** What a box can stand beside: the sheet's editor, or a field of the sheet that is none. */
export type SheetPart = Pick<LexicalEditor, 'getRootElement'>;

/**
 * Answers the ref of an element (`position: fixed`, drawn by a portal outside the sheet's zoom) and keeps it beside a place of the sheet, through
 * scrolling and resizing. Hidden while there is no place for it. By the CSSOM: the CSP allows no style attributes.
 */
export function useFloating<Floating extends HTMLElement>(
  part: SheetPart,
  target: () => Target | null,
  placing: Placing,
): RefObject<Floating | null> {
  const floating = useRef<Floating>(null);
  const place = (): void => {
    const element = floating.current;
    if (element === null) return;
    const beside = target();
    const at = beside && placeBeside(beside, element.getBoundingClientRect(), frameOf(part), placing);
    element.style.visibility = at === null ? 'hidden' : 'visible';
    if (at === null) return;
    element.style.left = `${String(at.left)}px`;
    element.style.top = `${String(at.top)}px`;
  };
  const follow = useEffectEvent(place);
  useLayoutEffect(place);
  useEffect(() => {
    const move = (): void => follow();
    window.addEventListener('scroll', move, { capture: true, passive: true });
    window.addEventListener('resize', move);
    return () => {
      window.removeEventListener('scroll', move, { capture: true });
      window.removeEventListener('resize', move);
    };
  }, []);
  return floating;
}

const margin = 4;

/** The part of the window in which the sheet is seen. */
function frameOf(part: SheetPart): Box {
  const scroller = part.getRootElement()?.closest('.canvas');
  const box = scroller?.getBoundingClientRect() ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return {
    left: Math.max(box.left, 0) + margin,
    top: Math.max(box.top, 0) + margin,
    right: Math.min(box.right, innerWidth) - margin,
    bottom: Math.min(box.bottom, innerHeight) - margin,
  };
}
