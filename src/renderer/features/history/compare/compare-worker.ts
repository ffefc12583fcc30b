import { diffContents } from '#shared/document/diff/content-diff.ts';
import type { CompareAnswer, CompareRequest } from './compare-messages.ts';

/** Compares away from the window's thread: thousands of changed paragraphs take seconds. */
self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  const answer: CompareAnswer = diffContents(data.before, data.after);
  self.postMessage(answer, { transfer: [] });
});
