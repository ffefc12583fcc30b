import { useEffect } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { addAssets, draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { assetsOf } from '#shared/document/walk.ts';

/** Milliseconds of rest before the words are looked through. */
const rest = 150;

/**
 * Asks what is known of pictures that came to the sheet by other ways than the intake: out of an old version, by undo of an
 * earlier day's step, or with words of another draft.
 */
export function useKnownPictures(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useDraftSession.subscribe((session, before) => {
      if (session.document === before.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => void askForUnknown(), rest);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
}

/** Pictures that nobody knows here either, of each draft by its opening: they are asked for once. */
let unknown: { readonly sheetKey: number; readonly sha256s: Set<string> } = { sheetKey: -1, sha256s: new Set() };

async function askForUnknown(): Promise<void> {
  const { document, assets, sheetKey } = draftSession();
  if (!document) return;
  if (unknown.sheetKey !== sheetKey) unknown = { sheetKey, sha256s: new Set() };
  const asked = assetsOf(document).filter((sha256) => !assets.has(sha256) && !unknown.sha256s.has(sha256));
  if (asked.length === 0) return;
  for (const sha256 of asked) unknown.sha256s.add(sha256);
  // Whoever is not answered now is shown as waiting, as it was; the next change asks for others.
  const found = await call('media:describe', { assets: asked }).catch(() => []);
  if (draftSession().sheetKey === sheetKey) addAssets(found);
}
