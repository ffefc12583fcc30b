import { create } from 'zustand';
import { draftSession } from '#renderer/session/draft-session.ts';

/** A remark that is being written. It waits here while another tab is open; another draft ends it. */
interface CommentDraft {
  readonly draftId: string;
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
  useCommentDraft.setState({ draft: { draftId, quote, remark: begun?.remark ?? '' } });
  return true;
}

export function writeRemark(remark: string): void {
  useCommentDraft.setState(({ draft }) => ({ draft: draft && { ...draft, remark } }));
}

/** Done or given up: the focus goes back to the words. */
export function endComment(): void {
  draftSession().handle?.focus();
  useCommentDraft.setState({ draft: null });
}
