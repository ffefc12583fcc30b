import { create } from 'zustand';

export type PanelTab = 'info' | 'checks' | 'comments' | 'history' | 'pictures';
export type ShellDialog =
  'shortcuts' | 'commands' | 'settings' | 'audit' | 'person' | 'health' | 'checklist' | 'preview';

/** What of the window is open. `listOpen` and `panelOpen` matter only where there is no room for all three columns. */
interface ShellState {
  readonly tab: PanelTab;
  readonly listOpen: boolean;
  readonly panelOpen: boolean;
  readonly outlineOpen: boolean;
  /** Nothing but the sheet is seen. Of this window alone, never remembered. */
  readonly focusMode: boolean;
  readonly dialog: ShellDialog | null;
}

export const useShell = create<ShellState>(() => ({
  tab: 'info',
  listOpen: false,
  panelOpen: false,
  outlineOpen: false,
  focusMode: false,
  dialog: null,
}));

/** Of list and panel that lie over the sheet one is open at a time. */
export function changeShell(change: Partial<ShellState>): void {
  const other = change.listOpen === true ? { panelOpen: false } : change.panelOpen === true ? { listOpen: false } : {};
  useShell.setState({ ...other, ...change });
}

export function showTab(tab: PanelTab): void {
  changeShell({ tab, panelOpen: true, focusMode: false });
}

export function toggleOutline(): void {
  useShell.setState(({ outlineOpen }) => ({ outlineOpen: !outlineOpen }));
}

/** Lists and panels that lie over the sheet go with it. */
export function toggleFocusMode(): void {
  useShell.setState(({ focusMode }) => ({ focusMode: !focusMode, listOpen: false, panelOpen: false }));
}

export const searchFieldId = 'draft-search';

/** What begins a draft where none is on the sheet. */
export const beginButtonId = 'begin-draft';

/** From the search field to the first draft of the list: onto its line, or into it. */
export function toResults(act: 'open' | 'focus'): void {
  const line = document.querySelector<HTMLElement>('.draft-list [data-index="0"] button');
  if (act === 'open') line?.click();
  else line?.focus();
}

export function focusSearch(): void {
  useShell.setState({ focusMode: false });
  const focus = (): void => document.getElementById(searchFieldId)?.focus();
  // At once, for the next key may come before the next frame.
  focus();
  // The field is there again once focus mode has gone.
  if (document.activeElement?.id !== searchFieldId) requestAnimationFrame(focus);
}
