import { useEffect, useState } from 'react';

/** What had the focus, and what was selected in it: a field of words that gets the focus anew would put its caret at the start. */
interface Origin {
  readonly element: HTMLElement;
  readonly selected: Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>;
}

/** From where the focus came to each that is there now, the newest first. */
let origins: readonly Origin[] = [];

/**
 * Gives the focus back to where it was before the component came, once it goes: for dialogs that no trigger opened. What took the
 * place of another gives it back to where that one had it from. At once, for Fluent hands a focus that is lost to whichever of
 * its triggers had it last.
 */
export function useFocusBack(): void {
  // While it is drawn first: a dialog takes the focus before its effects run.
  const [before] = useState(() => [...focusOrigin(), ...origins]);
  useEffect(() => {
    const [origin] = before;
    if (origin) origins = [origin, ...origins];
    return () => {
      origins = origins.filter((one) => one !== origin);
      giveBack(before);
      // A dialog may let go of the focus after it is gone.
      requestAnimationFrame(() => giveBack(before));
    };
  }, [before]);
}

/** The same for a part of a component that comes and goes apart from the rest of it. */
export function FocusBack(): null {
  useFocusBack();
  return null;
}

/** What has the focus; of an entry of a menu, which goes with its act, the button that the menu belongs to. */
function focusOrigin(): readonly Origin[] {
  let holder = document.activeElement;
  for (let menu = holder?.closest('[role="menu"]'); menu; menu = holder?.closest('[role="menu"]')) {
    holder = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  }
  if (!(holder instanceof HTMLElement) || holder === document.body) return [];
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
  return [{ element: holder, selected: { anchorNode, anchorOffset, focusNode, focusOffset } }];
}

/** Never out of a dialog that is still open: what went may be a message behind it. */
function giveBack(before: readonly Origin[]): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  const dialog = [...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? document;
  const to = before.find(({ element }) => element.isConnected && dialog.contains(element));
  if (!isLost || !to) return;
  to.element.focus({ preventScroll: true });
  if (to.element.isContentEditable) selectAgain(to);
}

/** Selects what was selected, unless the words are others by now. */
function selectAgain({ element, selected }: Origin): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selected;
  const isThere = (node: Node | null, offset: number): node is Node =>
    node !== null && element.contains(node) && offset <= lengthOf(node);
  if (!isThere(anchorNode, anchorOffset) || !isThere(focusNode, focusOffset)) return;
  document.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

function lengthOf(node: Node): number {
  return node instanceof CharacterData ? node.length : node.childNodes.length;
}
