import { call } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentDraft } from './comment-draft.ts';

const longestQuote = 2000;

/**
 * Marks the selected words and keeps the remark; with an id the words are marked before anything else can be selected.
 * Answers false, and tells, when nothing is selected any more.
 */
export async function addComment(draft: CommentDraft): Promise<boolean> {
  const { draftId, quote, remark } = draft;
  const commentId = draft.commentId ?? (await call('comment:new-id', {})).commentId;
  const { handle } = draftSession();
  if (!handle?.markComment(commentId)) {
    notify({ intent: 'warning', title: translate('comments.selectionGone'), topic: 'comment' });
    return false;
  }
  try {
    const comment = await call('comment:add', {
      draftId,
      commentId,
      quote: quote.slice(0, longestQuote),
      text: remark.trim(),
    });
    show(comment);
  } catch (thrown) {
    handle.unmarkComment(commentId);
    throw thrown;
  }
  await draftActs().flush();
  return true;
}

export async function resolveComment(comment: Comment, resolved: boolean): Promise<void> {
  show(await call('comment:resolve', { commentId: comment.id, resolved }));
}

function show(comment: Comment): void {
  useDraftSession.setState(({ opened }) => ({
    opened: opened && {
      ...opened,
      comments: opened.comments.some(({ id }) => id === comment.id)
        ? opened.comments.map((entry) => (entry.id === comment.id ? comment : entry))
        : [...opened.comments, comment],
    },
  }));
}
