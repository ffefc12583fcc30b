import { useEffect, useState } from 'react';

/** From where the focus came to each that is there now, the newest first. */
let origins: readonly (Element | null)[] = [];

/**
 * Gives the focus back to where it was before the component came, once it goes: for dialogs that no trigger opened. What took the
 * place of another gives it back to where that one had it from. At once, for Fluent hands a focus that is lost to whichever of
 * its triggers had it last.
 */
export function useFocusBack(): void {
  // While it is drawn first: a dialog takes the focus before its effects run.
  const [before] = useState(() => [focusHolder(), ...origins]);
  useEffect(() => {
    const [origin = null] = before;
    origins = [origin, ...origins];
    return () => {
      origins = origins.toSpliced(origins.indexOf(origin), 1);
      giveBack(before);
      // A dialog may let go of the focus after it is gone.
      requestAnimationFrame(() => giveBack(before));
    };
  }, [before]);
}

/** What has the focus; of an entry of a menu, which goes with its act, the button that the menu belongs to. */
function focusHolder(): Element | null {
  let holder = document.activeElement;
  for (let menu = holder?.closest('[role="menu"]'); menu; menu = holder?.closest('[role="menu"]')) {
    holder = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  }
  return holder;
}

function giveBack(before: readonly (Element | null)[]): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  const to = before.find(
    (element) => element instanceof HTMLElement && element.isConnected && element !== document.body,
  );
  if (isLost && to instanceof HTMLElement) to.focus({ preventScroll: true });
}
