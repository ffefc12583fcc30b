import { create } from 'zustand';
import { call } from '#renderer/api/desk-api.ts';
import { draftSession } from '#renderer/session/draft-session.ts';

/** A remark that is being written. It waits here while another tab is open; another draft ends it. */
export interface CommentDraft {
  readonly draftId: string;
  /** Asked for at the beginning, so that the words are marked at the press that keeps the remark. Null until it is there. */
  readonly commentId: string | null;
  /** What was selected when the writing began: the selection on the sheet may be gone by then. */
  readonly quote: string;
  readonly remark: string;
}

export const useCommentDraft = create<{ readonly draft: CommentDraft | null }>(() => ({ draft: null }));

/** Begins a remark on the words that are selected on the sheet, or goes on with the one that was begun; false without any. */
export function beginComment(): boolean {
  const { opened, selection, writingIn } = draftSession();
  const { draft } = useCommentDraft.getState();
  if (opened === null) return false;
  const draftId = opened.summary.id;
  const begun = draft?.draftId === draftId ? draft : null;
  const quote = writingIn === 'text' ? (selection?.words ?? '') : '';
  if (quote.trim() === '') return begun !== null;
  const commentId = begun?.commentId ?? null;
  useCommentDraft.setState({ draft: { draftId, commentId, quote, remark: begun?.remark ?? '' } });
  if (commentId === null) void takeId(draftId);
  return true;
}

/** Without an answer the remark asks again when it is kept, and tells what is wrong then. */
async function takeId(draftId: string): Promise<void> {
  const { commentId } = await call('comment:new-id', {}).catch(() => ({ commentId: null }));
  useCommentDraft.setState(({ draft }) => ({ draft: draft?.draftId === draftId ? { ...draft, commentId } : draft }));
}

export function writeRemark(remark: string): void {
  useCommentDraft.setState(({ draft }) => ({ draft: draft && { ...draft, remark } }));
}

/** Done or given up: the focus goes back to the words, unless the person has gone on elsewhere meanwhile. */
export function endComment(): void {
  const { activeElement: focused, body } = document;
  if (focused === body || focused?.closest('[role=tabpanel]')) draftSession().handle?.focus();
  useCommentDraft.setState({ draft: null });
}
