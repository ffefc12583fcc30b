import type { InletService } from '#main/services/inlet-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function inletHandlers(inlet: InletService) {
  return {
    'inlet:begin': async ({ name, bytes }) => ({ fileId: await inlet.begin(name, bytes) }),
    'inlet:append': async ({ fileId, offset, chunk }) => ({ received: await inlet.append(fileId, offset, chunk) }),
    'inlet:discard': async ({ fileId }) => {
      await inlet.discard(fileId);
      return {};
    },
  } satisfies Handlers<'inlet:begin' | 'inlet:append' | 'inlet:discard'>;
}
