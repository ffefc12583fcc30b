import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { keys } from '#renderer/api/queries.ts';
import { lockOf, useDraftSession } from '#renderer/session/draft-session.ts';
import { similarHint, type SimilarDraft } from '#shared/model/similar-draft.ts';
import { eventPrint } from '#shared/search/event-print.ts';

/** Headline and lead have to rest for so long (ms) before their event is looked for: they are read as they were saved. */
const rest = 1500;
const none: readonly SimilarDraft[] = [];

/**
 * The drafts and packages that seem to tell of the same event as the draft on the sheet, while that is a first writing. Null
 * and none for other drafts and those whose person does not want to hear of it.
 */
export function useSimilarDrafts(ignored: readonly string[]): {
  readonly draftId: string | null;
  readonly similar: readonly SimilarDraft[];
} {
  const draftId = useDraftSession(({ opened }) =>
    opened?.summary.state === 'drafting' && lockOf(opened.summary) === undefined ? opened.summary.id : null,
  );
  const isWanted = draftId !== null && !ignored.includes(similarHint(draftId));
  const event = useRestingEvent(isWanted ? draftId : null);
  const { data = none } = useQuery({
    queryKey: keys.similar(draftId ?? '', event ?? ''),
    queryFn: () => call('draft:find-similar', { draftId: draftId ?? '' }),
    enabled: isWanted && event !== null,
    placeholderData: (previous, query) => (query?.queryKey[1] === draftId ? keepPreviousData(previous) : undefined),
  });
  return isWanted && event !== null ? { draftId, similar: data } : { draftId: null, similar: none };
}

/** What headline and lead tell, once they have rested; null while there is too little. Its text means nothing but itself. */
function useRestingEvent(draftId: string | null): string | null {
  const metadata = useDraftSession((session) => session.metadata);
  const document = useDraftSession((session) => session.document);
  const [event, setEvent] = useState<{ readonly of: string; readonly text: string } | null>(null);
  useEffect(() => {
    if (draftId === null || !metadata || !document) return;
    const timer = setTimeout(() => {
      const print = eventPrint({ metadata, document });
      setEvent(print && { of: draftId, text: print.shingles.join(' ') + print.marks.join(' ') });
    }, rest);
    return () => clearTimeout(timer);
  }, [draftId, metadata, document]);
  return event !== null && event.of === draftId ? event.text : null;
}
