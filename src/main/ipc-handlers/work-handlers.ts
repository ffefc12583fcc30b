import type { FollowedWorks } from '#main/services/followed-works.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function workHandlers(works: FollowedWorks) {
  return {
    'work:begin': async () => ({ workId: works.begin() }),
    'work:cancel': async ({ workId }) => {
      works.cancel(workId);
      return {};
    },
  } satisfies Handlers<Extract<Channel, `work:${string}`>>;
}
