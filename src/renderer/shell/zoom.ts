import { call } from '#renderer/api/desk-api.ts';
import { presentAppState, setAppState } from '#renderer/api/queries.ts';
import { attempt } from '#renderer/session/report-error.ts';

/** What the menu offers and the keys walk through, per cent. */
export const zoomSteps = [75, 100, 125, 150, 200] as const;

/** Shows the sheet at so many per cent at once, and remembers it. */
export function setZoom(sheetZoom: number): void {
  const state = presentAppState();
  if (!state || state.settings.sheetZoom === sheetZoom) return;
  setAppState({ ...state, settings: { ...state.settings, sheetZoom } });
  void attempt(async () => setAppState(await call('app:update-settings', { sheetZoom })), 'settings');
}

/** One step larger or smaller; at the end of the steps nothing happens. */
export function stepZoom(direction: 'in' | 'out'): void {
  const zoom = presentAppState()?.settings.sheetZoom;
  if (zoom === undefined) return;
  const next = direction === 'in' ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom);
  if (next !== undefined) setZoom(next);
}
