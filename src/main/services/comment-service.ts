import { AppError } from '#shared/errors.ts';
import type { ParsedRequest } from '#shared/ipc/contract.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { ReviewStore } from './ports/review-store.ts';

export interface CommentService {
  newId(): string;
  /** Refuses `draft-not-found`, and `not-allowed` for an id that is already taken. */
  add(request: ParsedRequest<'comment:add'>): Promise<Comment>;
  resolve(commentId: string, resolved: boolean): Promise<Comment>;
}

/** Remarks on a selection. The mark itself lies in the document and does not count as content. */
export function commentService(ports: {
  readonly store: ReviewStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventSink;
  readonly desk: Desk;
}): CommentService {
  const { store, clock, ids, events, desk } = ports;

  async function save(comment: Comment): Promise<Comment> {
    await store.saveComment({ comment });
    events.emit('draft:changed', { draftId: comment.draftId });
    return comment;
  }

  return {
    newId: () => ids.next(),

    async add({ draftId, commentId, quote, text }) {
      const by = await desk.person();
      if (await store.readComment({ commentId })) throw new AppError('not-allowed', { reason: 'comment-exists' });
      return save({ id: commentId, draftId, quote, text, by, at: clock.now(), resolvedAt: null, resolvedBy: null });
    },

    async resolve(commentId, resolved) {
      const by = await desk.person();
      const comment = await store.readComment({ commentId });
      if (!comment) throw new AppError('not-found');
      return save({ ...comment, resolvedAt: resolved ? clock.now() : null, resolvedBy: resolved ? by : null });
    },
  };
}
