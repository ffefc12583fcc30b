import type { CommentService } from '#main/services/comment-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function commentHandlers(comments: CommentService) {
  return {
    'comment:new-id': async () => ({ commentId: comments.newId() }),
    'comment:add': async (request) => comments.add(request),
    'comment:resolve': async ({ commentId, resolved }) => comments.resolve(commentId, resolved),
  } satisfies Handlers<Extract<Channel, `comment:${string}`>>;
}
