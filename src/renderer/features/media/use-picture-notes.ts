import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText, type Translate } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { pictureNotes, type PictureNote } from './picture-notes.ts';

/** Other drafts change seldom while this one is written. */
const freshMilliseconds = 30_000;

/** A note in words, with the draft that it leads to. */
export interface SpokenNote {
  readonly text: string;
  readonly draftId: string | null;
}

/** What is to be known of the pictures on the sheet, by asset. Empty until it is known. */
export function usePictureNotes(): ReadonlyMap<string, readonly SpokenNote[]> {
  const text = useText();
  const draftId = useDraftSession((session) => session.opened?.summary.id);
  const document = useDraftSession((session) => session.document);
  const assets = document ? assetsOf(document).toSorted() : [];
  const { data } = useQuery({
    queryKey: ['picture-uses', draftId, assets],
    queryFn: () => call('media:uses', { draftId: draftId ?? '', assets }),
    enabled: draftId !== undefined && assets.length > 0,
    staleTime: freshMilliseconds,
  });
  return useMemo(() => {
    if (!document || !data) return new Map();
    const spoken = [...pictureNotes(document, data)].map(
      ([asset, notes]) => [asset, notes.map((note) => speak(text, note))] as const,
    );
    return new Map(spoken);
  }, [text, document, data]);
}

function speak(text: Translate, note: PictureNote): SpokenNote {
  if (note.kind === 'used') {
    const { as, at, headline, same, draftId } = note.use;
    const params = {
      month: dateTime(at).slice(0, 7),
      headline: headline === '' ? text('drafts.untitled') : quoted(headline),
    };
    const isOut = as !== 'draft';
    if (same) return { text: text(isOut ? 'pictures.usedOut' : 'pictures.usedDraft', params), draftId };
    return { text: text(isOut ? 'pictures.alikeOut' : 'pictures.alikeDraft', params), draftId };
  }
  const figures = note.figures.join('、');
  return {
    text: text(note.kind === 'same-here' ? 'pictures.sameHere' : 'pictures.alikeHere', { figures }),
    draftId: null,
  };
}

/** A title inside a title has single marks: 《〈办法〉解读》 (GB/T 15834, 4.15.3.1). */
function quoted(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}
