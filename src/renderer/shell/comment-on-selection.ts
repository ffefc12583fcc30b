import { beginComment } from '#renderer/features/comments/comment-draft.ts';
import { showTab } from './shell-state.ts';

/** Opens the comments with the field for a remark on the selected words; nothing where none are selected. */
export function commentOnSelection(): void {
  if (beginComment()) showTab('comments');
}
