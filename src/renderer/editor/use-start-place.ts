import { useLayoutEffect, type RefObject } from 'react';
import type { SheetPlace } from '#shared/model/sheet-place.ts';
import { showTop } from './extensions/sheet-top.ts';

/**
 * Shows the sheet from where it was left, before its top was ever seen. Pictures get their places in the drawing that follows the
 * first without a frame between (`NodeViewStore.start`): until then everything stands too high.
 */
export function useStartPlace(root: RefObject<HTMLElement | null>, left: SheetPlace | null): void {
  const top = left?.top ?? null;
  useLayoutEffect(() => {
    if (top === null) return undefined;
    let isWanted = true;
    queueMicrotask(() => {
      if (isWanted && root.current) showTop(root.current, top);
    });
    return () => {
      isWanted = false;
    };
  }, [root, top]);
}
