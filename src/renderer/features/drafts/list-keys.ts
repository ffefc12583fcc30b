import type { KeyboardEvent } from 'react';

/** What a key does on the line at `from` of a list of so many. */
export type ListKeyAct =
  | { readonly kind: 'go'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toggle' | 'all' | 'clear' | 'remove' };

/** Undefined for a key that is none of the list's. Shift with the arrows chooses the lines that are gone over. */
export function listKeyAct(event: KeyboardEvent, from: number, count: number): ListKeyAct | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'a') return { kind: 'all' };
  if (control && event.key === ' ') return { kind: 'toggle' };
  if (event.key === 'Escape') return { kind: 'clear' };
  if (event.key === 'Delete') return { kind: 'remove' };
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[event.key];
  if (to === undefined) return undefined;
  return { kind: 'go', to: Math.max(0, Math.min(count - 1, to)), extend: event.shiftKey };
}
