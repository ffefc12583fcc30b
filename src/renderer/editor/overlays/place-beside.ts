/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What something floats beside: the boxes of its first and last line, the same for one line. */
export interface Target {
  readonly first: Box;
  readonly last: Box;
}

export type Placing = LinePlacing | MarginPlacing;

/** In the margin at the right of the target, beside its top as long as that is in sight; never below the frame. */
interface MarginPlacing {
  readonly side: 'right';
}

interface LinePlacing {
  readonly side: 'above' | 'below';
  /** Whether it begins where the target begins or stands over its middle. */
  readonly align: 'start' | 'centre';
  /** Whether it may cover the target where there is room on neither side; else it is not shown. */
  readonly mayCover: boolean;
}

/** Between the target and what floats. */
const gap = 6;

/**
 * Where something of `size` goes beside `target` inside `frame`: on the wanted side, else on the other one. Null where the
 * target is out of sight, or where it could only stand on the words.
 */
export function placeBeside(
  target: Target,
  size: { readonly width: number; readonly height: number },
  frame: Box,
  placing: Placing,
): { readonly left: number; readonly top: number } | null {
  const { first, last } = target;
  if (last.bottom <= frame.top || first.top >= frame.bottom) return null;
  if (placing.side === 'right') {
    const left = Math.min(first.right + gap, frame.right - size.width);
    const lowest = Math.min(Math.max(first.top, last.bottom - size.height), frame.bottom - size.height);
    return { left, top: Math.min(Math.max(first.top, frame.top), lowest) };
  }
  const above = first.top - gap - size.height;
  const below = last.bottom + gap;
  const fits = (top: number): boolean => top >= frame.top && top + size.height <= frame.bottom;
  const order = placing.side === 'above' ? [above, below] : [below, above];
  const free = order.find(fits);
  if (free === undefined && !placing.mayCover) return null;
  const top = free ?? Math.max(frame.top, Math.min(below, frame.bottom - size.height));
  const beside = top === below ? last : first;
  const wanted = placing.align === 'start' ? beside.left : (beside.left + beside.right - size.width) / 2;
  return { left: Math.max(frame.left, Math.min(wanted, frame.right - size.width)), top };
}

/** The boxes of a range's first and last line, or null where it is not laid out. */
export function targetOfRects(rects: ArrayLike<Box>): Target | null {
  const lines = Array.from(rects);
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
