import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { speakNote } from '#renderer/session/speak-note.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { noteId, pictureNotes, type PictureNote } from '#shared/house-style/picture-notes.ts';

type Notes = ReadonlyMap<string, readonly PictureNote[]>;
const noNotes: Notes = new Map();

/** Other drafts change seldom while this one is written. */
const freshMilliseconds = 30_000;

/** A note in words, with the draft that it leads to. */
export interface SpokenNote {
  readonly text: string;
  readonly draftId: string | null;
}

/** What is to be known of the pictures on the sheet, by asset. Empty until it is known. */
function useNotes(): Notes {
  const draftId = useDraftSession((session) => session.opened?.summary.id);
  const document = useDraftSession((session) => session.document);
  const assets = document ? assetsOf(document).toSorted() : [];
  const { data } = useQuery({
    queryKey: ['picture-uses', draftId, assets],
    queryFn: () => call('media:uses', { draftId: draftId ?? '', assets }),
    enabled: draftId !== undefined && assets.length > 0,
    staleTime: freshMilliseconds,
  });
  return useMemo(() => (document && data ? pictureNotes(document, data) : noNotes), [document, data]);
}

/** The same in words. */
export function usePictureNotes(): ReadonlyMap<string, readonly SpokenNote[]> {
  const text = useText();
  const notes = useNotes();
  return useMemo(
    () =>
      new Map(
        [...notes].map(([asset, of]) => [
          asset,
          of.map((note) => ({
            text: speakNote(text, note),
            draftId: note.kind === 'used' ? note.use.draftId : null,
          })),
        ]),
      ),
    [text, notes],
  );
}

/** Tells the sheet and the checks of the notes, but for those that a person does not want to hear of. */
export function useTellNotes(ignored: readonly string[]): void {
  const draftId = useDraftSession((session) => session.opened?.summary.id);
  const notes = useNotes();
  useEffect(() => {
    if (draftId === undefined) return;
    const quiet = new Set(ignored);
    const told: Notes = new Map(
      [...notes]
        .map(([asset, of]) => [asset, of.filter((note) => !quiet.has(noteId(draftId, asset, note)))] as const)
        .filter(([, of]) => of.length > 0),
    );
    // Checks begin anew with other notes: equal ones stay the same object.
    const before = useDraftSession.getState().pictureNotes;
    if (canonicalJson([...before]) !== canonicalJson([...told])) useDraftSession.setState({ pictureNotes: told });
  }, [draftId, notes, ignored]);
}
