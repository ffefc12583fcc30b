import { call } from '#renderer/api/desk-api.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';

/** Where the person at the desk left drafts, as far as this window was told. */
const known = new Map<string, SheetPlace>();

/** Null where nobody asked for the place before, and where there is none. */
export function knownPlace(draftId: string): SheetPlace | null {
  return known.get(draftId) ?? null;
}

/**
 * Has the place at hand at which the person left the draft. Asked each time: somebody else may sit at the desk by now. Never throws:
 * without it the sheet shows its top.
 */
export async function fetchPlace(draftId: string): Promise<void> {
  const place = await call('draft:read-place', { draftId }).catch(() => null);
  if (place) known.set(draftId, place);
  else known.delete(draftId);
}

/** Remembers where a draft is left. Resolves once the store knows it, or cannot. */
export async function keepPlace(draftId: string, place: SheetPlace): Promise<void> {
  known.set(draftId, place);
  await call('draft:keep-place', { draftId, place }).catch(() => undefined);
}
