import { isComposing } from '#renderer/session/composition.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import { firstFrom, matchAt, matchCount, noMatches } from '#shared/document/find/match-list.ts';
import type { FindQuery } from '#shared/document/find/query.ts';
import type { Document } from '#shared/document/schema.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { enterMatch, isOnSheet, originAtCaret, scrollToMatch, selectedWords } from './find-places.ts';
import { createFindRunner, type FindWorker } from './find-runner.ts';
import { useFind, type FindOrigin, type FindStatus } from './find-state.ts';
import { clearTitleMatches, showTitleMatches } from './find-titles.ts';
import { startWorker } from './start-worker.ts';

export const runner = createFindRunner({
  startWorker(): FindWorker {
    const worker = startWorker();
    return {
      postMessage: (request) => worker.postMessage(request, { transfer: [] }),
      listen: (hear) => worker.addEventListener('message', ({ data }) => hear(data)),
      terminate: () => worker.terminate(),
    };
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});

/** Milliseconds of rest before a search follows what changed on the sheet. */
const rest = 120;
let origin: FindOrigin = { place: { kind: 'metadata', field: 'headline' }, offset: 0 };

/** The content that the last replacement left, as canonical JSON. */
let leftByReplacing = '';

/** Says how many were replaced, for as long as the draft stays as it was left. */
export function tellReplaced(content: DraftContent, count: number, skipped: number): void {
  leftByReplacing = canonicalJson(content);
  useFind.setState({ status: { kind: 'replaced', count, skipped } });
}

function isAsLeft(): boolean {
  const now = contentNow();
  return now !== undefined && canonicalJson(now) === leftByReplacing;
}

/** Opens the bar, or changes between its two kinds; words selected on the sheet are looked for. */
export function openFind(mode: 'find' | 'replace'): void {
  if (!draftSession().opened || isComposing()) return;
  const words = selectedWords();
  if (isOnSheet()) origin = originAtCaret('start');
  useFind.setState(({ query, openings }) => ({
    mode,
    query: words === '' ? query : { ...query, text: words },
    openings: openings + 1,
  }));
  void search('scroll');
}

/**
 * Opens the bar for words that stand on the sheet, at the match of this place, and leaves the focus where it is: whoever
 * walks through a list of drafts goes on with the arrows. Where the list has folded, the bar takes the focus.
 */
export function showWords(words: string, from: FindOrigin): void {
  origin = from;
  useFind.setState(({ query }) => ({
    mode: 'find',
    query: { ...query, text: words, matchCase: false, matchWidth: false, regularExpression: false, wholeWord: false },
    openings: 0,
  }));
  void search('scroll');
  setTimeout(() => {
    const isInList = Boolean(document.activeElement?.closest('nav'));
    if (!isInList) useFind.setState(({ openings }) => ({ openings: openings + 1 }));
  });
}

/** Closes the bar. Whoever was in it is taken to the match it was at, and without one to where they came from. */
export function closeFind(): void {
  const { matches, current } = useFind.getState();
  const match = current === null ? undefined : matchAt(matches, current);
  const stay = isOnSheet();
  useFind.setState({ mode: 'closed', matches: noMatches, current: null, status: { kind: 'ready' } });
  showMatches();
  if (stay) return;
  if (match) enterMatch(match);
  else requestAnimationFrame(() => document.activeElement === document.body && draftSession().handle?.focus());
}

export function changeQuery(change: Partial<FindQuery>): void {
  useFind.setState(({ query }) => ({ query: { ...query, ...change } }));
  void search('scroll');
}

/** To the next match (1) or the one before (-1), round the ends; with the focus on the sheet, from the caret on. */
export function walk(step: 1 | -1): void {
  if (isComposing()) return;
  const { mode, matches, current } = useFind.getState();
  if (mode === 'closed') {
    openFind('find');
    return;
  }
  const count = matchCount(matches);
  if (count === 0) return;
  const onSheet = isOnSheet();
  let next = current === null ? 0 : current + step;
  if (onSheet) {
    const { place, offset } = originAtCaret(step === 1 ? 'end' : 'start');
    next = firstFrom(matches, place, offset) - (step === 1 ? 0 : 1);
  }
  const match = goTo((next + count) % count);
  if (match && onSheet) enterMatch(match);
}

/** The next search begins here. */
export function searchFrom(from: FindOrigin): void {
  origin = from;
}

let lastRead: DraftContent | undefined;

/**
 * The draft's content as it stands now, what was typed a moment ago included; undefined without a draft. The same object for
 * as long as it says the same: the worker has it then, and a long draft is not handed over for each letter of the query.
 */
export function contentNow(): DraftContent | undefined {
  const { metadata, document, handle } = draftSession();
  const now = handle?.read() ?? document;
  if (!metadata || !now) return undefined;
  if (lastRead?.metadata !== metadata || !isSame(lastRead.document, now)) lastRead = { metadata, document: now };
  return lastRead;
}

function isSame({ children }: Document, { children: others }: Document): boolean {
  return children.length === others.length && children.every((block, at) => block === others[at]);
}

/** Looks for the query in the draft. */
export async function search(look: 'scroll' | 'stay'): Promise<void> {
  const { mode, query } = useFind.getState();
  const read = contentNow();
  if (mode === 'closed' || !read) return;
  if (query.text === '') {
    take({ kind: 'ready' });
    return;
  }
  const answer = await runner.run({ query, content: read });
  if (useFind.getState().mode === 'closed' || answer.kind === 'superseded' || answer.kind === 'replaced') return;
  if (answer.kind !== 'found') {
    take({ kind: answer.kind });
    return;
  }
  const count = matchCount(answer.matches);
  const first = firstFrom(answer.matches, origin.place, origin.offset);
  const { status } = useFind.getState();
  // A search that follows the sheet may have read it before the replacement, and may answer after it.
  const isTold = look === 'stay' && status.kind === 'replaced' && isAsLeft();
  useFind.setState({
    status: isTold ? status : { kind: 'ready' },
    matches: answer.matches,
    current: count === 0 ? null : first % count,
  });
  showMatches();
  const { current } = useFind.getState();
  if (look === 'scroll' && current !== null) goTo(current);
}

function take(status: FindStatus): void {
  useFind.setState({ status, matches: noMatches, current: null });
  showMatches();
}

/** Makes a match the current one and brings it into sight. */
function goTo(index: number) {
  const { matches } = useFind.getState();
  const match = matchAt(matches, index);
  if (!match) return undefined;
  origin = { place: match.place, offset: match.start };
  useFind.setState({ current: index, status: { kind: 'ready' } });
  showMatches();
  scrollToMatch(match);
  return match;
}

function showMatches(): void {
  const { mode, matches, current } = useFind.getState();
  draftSession().handle?.showMatches(matches, current);
  if (mode === 'closed') clearTitleMatches();
  else showTitleMatches(matches, current);
}

/** While the bar is open its matches follow the words on the sheet, and another draft that is put there. */
export function followDraft(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useDraftSession.subscribe((now, before) => {
    if (now.document === before.document && now.metadata === before.metadata && now.handle === before.handle) return;
    if (!now.opened) useFind.setState({ mode: 'closed', matches: noMatches, current: null });
    clearTimeout(timer);
    timer = setTimeout(() => void search('stay'), rest);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
