import { call } from '#renderer/api/desk-api.ts';
import type { SheetPlace } from '#shared/model/sheet-place.ts';

/** Where drafts were left, as far as this window knows. */
const known = new Map<string, SheetPlace>();

/** Where a draft was left in this window; null where nobody asked for it before. */
export function knownPlace(draftId: string): SheetPlace | null {
  return known.get(draftId) ?? null;
}

/** Has the place at hand at which the person left the draft some other time. Never throws: without it the sheet shows its top. */
export async function fetchPlace(draftId: string): Promise<void> {
  if (known.has(draftId)) return;
  const place = await call('draft:read-place', { draftId }).catch(() => null);
  if (place && !known.has(draftId)) known.set(draftId, place);
}

/** Remembers where a draft is left. Resolves once the store knows it, or cannot. */
export async function keepPlace(draftId: string, place: SheetPlace): Promise<void> {
  known.set(draftId, place);
  await call('draft:keep-place', { draftId, place }).catch(() => undefined);
}
