import { findInContent } from '#shared/document/find/find-in-content.ts';
import { packMatches } from '#shared/document/find/match-list.ts';
import { compileQuery } from '#shared/document/find/query.ts';
import { replaceInContent } from '#shared/document/find/replace-in-content.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { FindAnswer, FindRequest } from './find-messages.ts';

/** Looks away from the window's thread: a regular expression may take for ever, and is then ended with its worker. */
let content: DraftContent | undefined;

function answer(answer: FindAnswer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer });
}

self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  content = data.content ?? content;
  if (!content) return;
  answer({ kind: 'began' });
  const matcher = compileQuery(data.query);
  if (!matcher) {
    answer({ kind: 'invalid' });
  } else if (data.replace) {
    const { replacement, only } = data.replace;
    answer({ kind: 'replaced', replaced: replaceInContent(content, matcher, replacement, only) });
  } else {
    const matches = packMatches(findInContent(content, matcher));
    answer({ kind: 'found', matches }, [matches.buffer]);
  }
});
