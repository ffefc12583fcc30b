import { useEffect } from 'react';
import { listen } from '#renderer/api/desk-api.ts';
import { followCompositions } from '#renderer/session/composition.ts';
import { followMovedWords } from '#renderer/session/moved-words.ts';
import { provideDraftActs } from '#renderer/session/draft-acts.ts';
import { claimDraft } from '#renderer/session/this-window.ts';
import { draftController, flushEverything, followDraftChanges, hasUnsavableWords } from './draft-controller.ts';
import { recorder } from './keepers.ts';

provideDraftActs(draftController);

/**
 * Saves at the moments that matter: a composition ends, focus leaves, the window hides or closes, the app asks. In a
 * browser, closing a tab whose words cannot be saved asks first; Electron's main process waits for the flush instead.
 */
export function useAutosave(host: 'electron' | 'browser'): void {
  useEffect(() => {
    const save = () => draftController.pause();
    /** What an input method has settled is a step before the next key, which may take it back; saving it may wait. */
    const settle = () => recorder.settle();
    const hide = () => {
      void flushEverything();
      // The last word of a page that goes: another window may show its draft now.
      void claimDraft(null);
    };
    const leavePage = (event: BeforeUnloadEvent) => {
      void flushEverything();
      if (host === 'browser' && hasUnsavableWords()) event.preventDefault();
    };
    const stops = [
      followCompositions(save),
      followMovedWords(),
      followDraftChanges(),
      listen('app:flush', flushEverything),
      () => document.removeEventListener('compositionend', settle),
      () => window.removeEventListener('blur', save),
      () => window.removeEventListener('pagehide', hide),
      () => window.removeEventListener('beforeunload', leavePage),
      () => document.removeEventListener('focusout', save),
      () => document.removeEventListener('visibilitychange', save),
    ];
    document.addEventListener('compositionend', settle);
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', hide);
    window.addEventListener('beforeunload', leavePage);
    document.addEventListener('focusout', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      for (const stop of stops) stop();
    };
  }, [host]);
}
