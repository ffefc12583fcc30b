import { useEffect } from 'react';
import { draftSession, useDraftSession, type DraftSession } from '#renderer/session/draft-session.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { CheckAnswer, CheckRequest } from './check-messages.ts';
import { startWorker } from './start-worker.ts';

/** Milliseconds of rest after a change of the metadata, which comes with each key. */
const rest = 250;

/** What is checked, and what it is checked by. */
const checked = ['document', 'metadata', 'assets', 'pictureNotes'] as const;

/** Checks the draft on the sheet whenever its words, its metadata or its pictures changed, and underlines what was found. */
export function useChecks(profile: BureauProfile): void {
  useEffect(() => {
    const worker = startWorker();
    let number = 0;
    let sent: Pick<DraftSession, 'assets' | 'pictureNotes'> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const send = () => {
      const { metadata, document, assets, pictureNotes } = draftSession();
      if (!metadata || !document) return;
      number += 1;
      const isSent = sent?.assets === assets && sent.pictureNotes === pictureNotes;
      const context = isSent ? {} : { context: { profile, assets, pictureNotes } };
      sent = { assets, pictureNotes };
      const request: CheckRequest = { number, content: { metadata, document }, ...context };
      worker.postMessage(request, { transfer: [] });
    };

    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      const { document, handle } = draftSession();
      if (data.number !== number || !document) return;
      const { findings, milliseconds } = data;
      useDraftSession.setState({ findings, checked: { blocks: document.children.length, milliseconds } });
      handle?.showFindings(data.findings);
    });

    const stop = useDraftSession.subscribe((now, before) => {
      if (checked.every((part) => now[part] === before[part])) return;
      clearTimeout(timer);
      timer = setTimeout(send, rest);
    });
    send();
    return () => {
      clearTimeout(timer);
      stop();
      worker.terminate();
    };
  }, [profile]);
}
