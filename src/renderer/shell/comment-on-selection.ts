import { beginComment } from '#renderer/features/comments/comment-draft.ts';
import { showTab } from './shell-state.ts';

/** Opens the comments, with the field for a remark where words are selected; else they say how to begin one. */
export function commentOnSelection(): void {
  beginComment();
  showTab('comments');
}
