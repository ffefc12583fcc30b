import type { WordService } from '#main/services/word-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function wordHandlers(word: WordService) {
  return {
    'word:write': async ({ draftId }) => word.write(draftId),
  } satisfies Handlers<'word:write'>;
}
