import { create } from 'zustand';

export type PanelTab = 'info' | 'checks' | 'comments' | 'history' | 'pictures';
export type ShellDialog = 'shortcuts' | 'settings' | 'person';

/** What of the window is open. `listOpen` and `panelOpen` matter only where there is no room for all three columns. */
interface ShellState {
  readonly tab: PanelTab;
  readonly listOpen: boolean;
  readonly panelOpen: boolean;
  readonly dialog: ShellDialog | null;
}

export const useShell = create<ShellState>(() => ({
  tab: 'info',
  listOpen: false,
  panelOpen: false,
  dialog: null,
}));

export function changeShell(change: Partial<ShellState>): void {
  useShell.setState(change);
}

export function showTab(tab: PanelTab): void {
  useShell.setState({ tab, panelOpen: true });
}

export const searchFieldId = 'draft-search';

export function focusSearch(): void {
  document.getElementById(searchFieldId)?.focus();
}
