import { useEffect } from 'react';
import { draftSession, useDraftSession, type DraftSession } from '#renderer/session/draft-session.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { CheckAnswer, CheckRequest } from './check-messages.ts';
import { startWorker } from './start-worker.ts';

/** Milliseconds of rest after a change of the metadata, which comes with each key. */
const rest = 250;

/** Checks the draft on the sheet whenever its words, its metadata or its pictures changed, and underlines what was found. */
export function useChecks(profile: BureauProfile): void {
  useEffect(() => {
    const worker = startWorker();
    let number = 0;
    let sentAssets: DraftSession['assets'] | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const send = () => {
      const { metadata, document, assets } = draftSession();
      if (!metadata || !document) return;
      number += 1;
      const context = sentAssets === assets ? {} : { context: { profile, assets } };
      sentAssets = assets;
      const request: CheckRequest = { number, content: { metadata, document }, ...context };
      worker.postMessage(request, { transfer: [] });
    };

    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      const { document, handle } = draftSession();
      if (data.number !== number || !document) return;
      const checked = { blocks: document.children.length, milliseconds: data.milliseconds };
      useDraftSession.setState({ findings: data.findings, checked });
      handle?.showFindings(data.findings);
    });

    const stop = useDraftSession.subscribe((now, before) => {
      const same = now.document === before.document && now.metadata === before.metadata && now.assets === before.assets;
      if (same) return;
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
