import type { ConflictService } from '#main/services/conflict-service.ts';
import type { ExchangeService } from '#main/services/exchange-service.ts';
import type { FollowedWorks } from '#main/services/followed-works.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function exchangeHandlers(exchange: ExchangeService, works: FollowedWorks, conflicts: ConflictService) {
  return {
    'exchange:write': async ({ workId, draftIds }) => {
      const { file, lacking } = await works.run(workId, async (handle) => exchange.write(draftIds, handle));
      return { ...file, lacking: [...lacking] };
    },
    'exchange:read': async ({ workId, fileId, ...choices }) => [
      ...(await works.run(workId, async (handle) => exchange.readInlet(fileId, choices, handle))),
    ],
    'exchange:read-conflict': async ({ draftId }) => conflicts.read(draftId),
    'exchange:merge': async ({ draftId, incomingId, content }) => conflicts.merge(draftId, incomingId, content),
  } satisfies Handlers<Extract<Channel, `exchange:${string}`>>;
}
