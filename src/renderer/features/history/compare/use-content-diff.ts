import { useCallback, useEffect, useState } from 'react';
import { useRevision } from '#renderer/api/queries.ts';
import type { VersionId } from '#renderer/session/comparison.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { storedDocument } from '#renderer/session/incoming-pictures.ts';
import type { ContentDiff } from '#shared/document/diff/content-diff.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { CompareAnswer, CompareRequest } from './compare-messages.ts';
import { startWorker } from './start-worker.ts';

export interface Compared {
  readonly before: DraftContent;
  readonly after: DraftContent;
  readonly diff: ContentDiff;
}

export interface ContentDiffState {
  /** The two contents and what differs; undefined while they are being read and compared. */
  readonly compared?: Compared;
  readonly error?: Error;
  /** Takes the words on the sheet anew; what was compared stays until that is done. */
  readonly renew: () => void;
}

export function useContentDiff(before: VersionId, after: VersionId): ContentDiffState {
  const [now, setNow] = useState(presentContent);
  const [compared, setCompared] = useState<Compared & { readonly versions: string }>();
  const versions = `${before} ${after}`;
  const left = useContent(before, now);
  const right = useContent(after, now);
  const [old, current] = [left.content, right.content];

  useEffect(() => {
    if (!old || !current) return;
    const worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) =>
      setCompared({ versions, before: old, after: current, diff: data }),
    );
    const request: CompareRequest = { before: old, after: current };
    worker.postMessage(request, { transfer: [] });
    return () => worker.terminate();
  }, [old, current, versions]);

  const error = left.error ?? right.error;
  const renew = useCallback(() => setNow(presentContent()), []);
  return { ...(compared?.versions === versions ? { compared } : {}), ...(error ? { error } : {}), renew };
}

function useContent(version: VersionId, now: DraftContent | undefined): { content?: DraftContent; error?: Error } {
  const { data, error } = useRevision(version === 'now' ? null : version);
  const content = version === 'now' ? now : data?.content;
  return { ...(content ? { content } : {}), ...(error ? { error } : {}) };
}

/** The words on the sheet as they stand, saved or not; a picture that is still on its way is in no version. */
function presentContent(): DraftContent | undefined {
  const { metadata, handle, opened } = draftSession();
  const document = handle?.read() ?? opened?.content.document;
  return metadata && document ? { metadata, document: storedDocument(document) } : undefined;
}
