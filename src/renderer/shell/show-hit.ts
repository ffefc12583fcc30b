import { showWords } from '#renderer/features/find/find-session.ts';
import { showEarlier } from '#renderer/features/search/EarlierPreview.tsx';
import { revealPlace, whenSheetStands } from '#renderer/session/draft-session.ts';
import type { MatchPlace } from '#shared/document/find/match-list.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';

/** Leads to where the searched words stand in the draft that was just opened: on the sheet, at its side, or in an old version. */
export function showHit({ place, words, earlier, excerpt }: SearchHit): void {
  if (earlier) {
    showEarlier(earlier);
    return;
  }
  whenSheetStands(() => {
    if (words === null) {
      revealPlace(place);
      return;
    }
    const isCredit = excerpt?.field === 'credits';
    showWords(words, originOf(place, isCredit ? 'credit' : 'block'));
  });
}

function originOf(place: SearchHit['place'], kind: 'block' | 'credit'): { place: MatchPlace; offset: number } {
  if (place.kind === 'block') return { place: { kind, block: place.block }, offset: place.start ?? 0 };
  const field = place.kind === 'metadata' && place.field === 'subheadline' ? 'subheadline' : 'headline';
  return { place: { kind: 'metadata', field }, offset: 0 };
}
