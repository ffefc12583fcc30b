import { draftSession } from '#renderer/session/draft-session.ts';
import { isDialogOpen } from '#renderer/ui/is-dialog-open.ts';
import { focusNotice } from '#renderer/ui/NoticeList.tsx';

/** A part of the window that F6 goes to. */
interface Area {
  /** Whether the focus is in it. A notice stands in the middle of the window, so it is asked first. */
  readonly selector: string;
  readonly enter: () => void;
}

const areas: readonly Area[] = [
  { selector: '.notices:has(.notice)', enter: focusNotice },
  { selector: '.panel', enter: () => focusIn('.panel [role=tab][aria-selected=true]') },
  { selector: '.nav', enter: () => focusIn('.draft-line[aria-current]', '.draft-line', '.nav button') },
  { selector: '.rail', enter: () => focusIn('.rail button') },
  { selector: '.sheet-area', enter: enterSheet },
];

/** Takes the focus round the window: sheet, newest message, side panel, list of drafts; what is not shown is passed by. */
export function goToArea(direction: 1 | -1): void {
  // A dialog keeps the focus to itself.
  if (isDialogOpen()) return;
  const shown = areas.filter(({ selector }) => document.querySelector(selector) !== null);
  const here = shown.findIndex(({ selector }) => document.activeElement?.closest(selector) instanceof Element);
  const next = here === -1 ? shown.length - 1 : (here + direction + shown.length) % shown.length;
  shown[next]?.enter();
}

function enterSheet(): void {
  const { handle } = draftSession();
  if (handle) handle.focus();
  else focusIn('.sheet-area .no-draft button');
}

function focusIn(...selectors: readonly string[]): void {
  const found = selectors
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((part) => part !== null);
  found?.focus();
}
